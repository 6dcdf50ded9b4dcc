import { DYES } from './dyes'
import type { PinFeature } from './pins'

export type LegendEntry =
  | { kind: 'medal'; dye: string; icon: string; label: string }
  | { kind: 'ring'; label: string }
  | { kind: 'area'; label: string }

export interface LegendWords {
  several: string
  approximate: string
  /** Names of the dyes */
  groups: Record<string, string>
}

/** The entries of exactly what is drawn, as data; the page turns them into list items. */
export function legend(words: LegendWords, pins: PinFeature[]) {
  const entries: LegendEntry[] = []
  for (const dye of DYES) {
    const first = pins.find((pin) => pin.properties.dye === dye)
    const label = words.groups[dye]
    if (first && label) entries.push({ kind: 'medal', dye, icon: first.properties.icon, label })
  }
  if (pins.length > 1) entries.push({ kind: 'ring', label: words.several })
  if (pins.some((pin) => pin.properties.rough)) entries.push({ kind: 'area', label: words.approximate })
  return entries
}
