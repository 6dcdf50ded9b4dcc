import type { LegendWords } from './legend'
import type { Shape } from './style'

/** How the records of the layer are drawn, as its descriptor says. */
export interface Look {
  /** Of each value of the category its dye and its icon, where it has them */
  codes: Record<string, readonly [dye: string | null, icon: string | null]>
  /** The icon of all others */
  icon: string
  shape: Shape
  /** Grades of precision that are drawn as known only roughly */
  rough: readonly string[]
}

/** The words of the map, given by the page as JSON. README.md lists them; English is only what stands in for a missing one. */
export interface Words extends LegendWords, Look {
  map: string
  /** Title of the list at one spot; {n} is replaced */
  count: string
  close: string
  /** Text of the link to the page's own list when a spot has very many records */
  openList: string
  failed: string
  km: string
  m: string
}

const fallback: Words = {
  several: 'Several: number and share of each group',
  approximate: 'Place known only roughly',
  groups: {},
  codes: {},
  icon: 'region',
  shape: 'square',
  rough: [],
  map: 'Map',
  count: '{n} here',
  close: 'Close',
  openList: 'Open the list',
  failed: 'This could not be loaded. The list still works.',
  km: 'km',
  m: 'm',
}

export function readWords(json: string | null | undefined): Words {
  try {
    const given: unknown = JSON.parse(json ?? '{}')
    return typeof given === 'object' && given !== null ? { ...fallback, ...given } : fallback
  } catch {
    return fallback
  }
}

export const withCount = (text: string, n: number) => text.replace('{n}', String(n))
