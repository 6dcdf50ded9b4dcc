/** What a box of the page says about its map, and the data it names. */
import { fetchGround } from './ground'
import { type PinFeature, preparePins } from './pins'
import { readWords, type Words } from './words'

export async function json<T>(url: string | undefined): Promise<T> {
  if (!url) throw new Error('the box names no address')
  const answer = await fetch(url, { headers: { Accept: 'application/geo+json, application/json' } })
  if (!answer.ok) throw new Error(`${answer.status} ${url}`)
  return answer.json()
}

export const loadPins = async (box: HTMLElement): Promise<PinFeature[]> =>
  preparePins(await json<GeoJSON.FeatureCollection>(box.dataset.pins), box.dataset, wordsOf(box))

export async function loadGround({ dataset }: HTMLElement) {
  const [base, places] = await Promise.all([
    fetchGround(dataset.base),
    // Without names the map is still a map
    dataset.places ? json<GeoJSON.FeatureCollection>(dataset.places).catch(() => null) : null,
  ])
  return { base, places }
}

export type Ground = Awaited<ReturnType<typeof loadGround>>

export const wordsOf = ({ dataset }: HTMLElement): Words =>
  readWords(dataset.words ? document.querySelector(dataset.words)?.textContent : null)

/** What cannot change without a new map. */
export const foundation = ({ dataset: d }: HTMLElement) =>
  [d.base, d.districts, d.places, d.view, d.lang, d.layer].join(' ')
