import { GROUPS } from './groups'
import type { Tokens } from './tokens'

export type LegendEntry =
  | { kind: 'bath'; colour: string; from: number | null; to: number | null }
  | { kind: 'none'; label: string }
  | { kind: 'medal'; dye: string; family: string; label: string }
  | { kind: 'ring'; label: string }
  | { kind: 'area'; label: string }

export interface LegendWords {
  several: string
  approximate: string
  noData: string
  groups: Record<string, string>
}

export interface LegendOptions {
  t: Tokens
  words: LegendWords
  /** The dye groups that are on the map */
  dyes?: readonly string[]
  rings?: boolean
  rough?: boolean
  rate?: { breaks: number[] }
}

/** The entries of exactly the layers that are drawn, as data; the page turns them into list items. */
export function legend({ t, words, dyes = GROUPS.map((g) => g.dye), rings = true, rough = true, rate }: LegendOptions) {
  const entries: LegendEntry[] = []
  if (rate) {
    const { breaks } = rate
    for (const [i, colour] of t.bath.slice(0, breaks.length + 1).entries()) {
      entries.push({ kind: 'bath', colour, from: breaks[i - 1] ?? null, to: breaks[i] ?? null })
    }
    entries.push({ kind: 'none', label: words.noData })
  }
  for (const { dye, families } of GROUPS) {
    if (dyes.includes(dye)) entries.push({ kind: 'medal', dye, family: families[0], label: words.groups[dye] ?? dye })
  }
  if (rings) entries.push({ kind: 'ring', label: words.several })
  if (rough) entries.push({ kind: 'area', label: words.approximate })
  return entries
}
