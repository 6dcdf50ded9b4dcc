import type { LegendWords } from './legend'

/** The words of the map, given by the page as JSON. README.md lists them; English is only what stands in for a missing one. */
export interface Words extends LegendWords {
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
  noData: 'No data',
  groups: {},
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
