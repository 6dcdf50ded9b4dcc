/** What a tap on the map does: open a record, go into a group, or list the records that share one spot. */
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { Card } from './card'
import { urlFor } from './dom'
import { coincide, MAX_ZOOM, type Pin } from './pins'
import type { Words } from './words'

const ROOM = 48
const narrow = () => matchMedia('(max-width: 63.99rem)').matches

export class Taps {
  #map: MapLibre
  #box: HTMLElement
  #card: Card
  #selected: string | null = null

  constructor(box: HTMLElement, map: MapLibre, words: Words, signal: AbortSignal) {
    this.#map = map
    this.#box = box
    this.#card = new Card(box, words, () => this.#select(null), signal)
    const tap = (e: MapMouseEvent) => void this.#tap(e)
    map.on('click', tap)
    signal.addEventListener('abort', () => map.off('click', tap))
  }

  async #tap({ point, originalEvent }: MapMouseEvent) {
    const feature = this.#map.queryRenderedFeatures(point, { layers: ['rings', 'pins'] })[0]
    if (!feature) return this.#card.close()
    const { cluster_id: cluster, point_count: n, id, name } = feature.properties
    if (cluster === undefined) return this.#open(String(id), String(name), feature.geometry)
    const source = this.#map.getSource<GeoJSONSource>('pins')
    if (!source || feature.geometry.type !== 'Point') return
    const [zoom, members] = await Promise.all([
      source.getClusterExpansionZoom(Number(cluster)),
      source.getClusterLeaves(Number(cluster), Number(n), 0),
    ])
    if (zoom <= MAX_ZOOM && !coincide(members)) {
      this.#card.close()
      const center = feature.geometry.coordinates as [number, number]
      this.#map.easeTo({ center, zoom }, { originalEvent })
      return
    }
    this.#select(null)
    const { page = '' } = this.#box.dataset
    const pins = members.map((member) => member.properties as Pin)
    this.#card.list(pins, page)
    this.#uncover(feature.geometry)
  }

  async #open(id: string, name: string, at: GeoJSON.Geometry) {
    this.#select(id)
    const { card } = this.#box.dataset
    if (card) await this.#card.record(urlFor(card, id), name)
    if (this.#selected === id) this.#uncover(at)
  }

  /** A card may lie over the pin it belongs to: then the map moves a little. */
  #uncover(at: GeoJSON.Geometry) {
    if (at.type !== 'Point' || !this.#card.open) return
    const frame = this.#map.getContainer().getBoundingClientRect()
    const p = this.#map.project(at.coordinates as [number, number])
    const [x, y] = [p.x + frame.x, p.y + frame.y]
    const card = this.#card.element.getBoundingClientRect()
    const above = y < card.top - ROOM / 2
    const free = x > card.right + ROOM / 2 || x < card.left - ROOM / 2 || above || y > card.bottom + ROOM / 2
    if (free) return
    // On a phone the card stands at the foot, elsewhere at the side
    if (narrow()) this.#map.panBy([0, y - card.top + ROOM])
    else this.#map.panBy([document.dir === 'rtl' ? x - card.left + ROOM : x - card.right - ROOM, 0])
  }

  #select(id: string | null) {
    const mark = (which: string, selected: boolean) =>
      this.#map.setFeatureState({ source: 'pins', id: which }, { selected })
    if (this.#selected) mark(this.#selected, false)
    this.#selected = id
    if (id) mark(id, true)
  }
}
