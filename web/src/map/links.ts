/** Rows of the list and pins of the map light each other. */
import type { GeoJSONSource, MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl'
import type { PinFeature } from './pins'

const NEAR = 70
const row = (id: string) => document.querySelectorAll(`[data-id="${CSS.escape(id)}"]`)

export class Links {
  #map: MapLibre
  #at = new Map<string, [number, number]>()
  #members = new Map<number, Promise<string[]>>()
  #lit: string | number | null = null
  #rows: Element[] = []
  #under: string | number | null = null

  constructor(map: MapLibre) {
    this.#map = map
    map.on('zoom', () => this.#members.clear())
    map.on('mousemove', (e) => void this.#point(map.queryRenderedFeatures(e.point, { layers: ['rings', 'pins'] })[0]))
    map.on('mouseout', () => void this.#point(undefined))
  }

  /** New pins: everything known about the old ones is forgotten. */
  reset(pins: PinFeature[]) {
    this.#members.clear()
    this.#at = new Map(pins.map((p) => [p.properties.id, p.geometry.coordinates as [number, number]]))
    this.#lit = null
    this.#under = null
  }

  listen(signal: AbortSignal) {
    const id = (e: Event) => (e.target as Element).closest?.('[data-id]')?.getAttribute('data-id') ?? null
    for (const type of ['mouseover', 'focusin']) {
      document.addEventListener(type, (e) => void this.#light(id(e)), { signal })
    }
    document.addEventListener('focusout', () => void this.#light(null), { signal })
  }

  #source() {
    return this.#map.getSource<GeoJSONSource>('pins')
  }

  #state(id: string | number | null, hover: boolean) {
    if (id !== null && this.#source()) this.#map.setFeatureState({ source: 'pins', id }, { hover })
  }

  members(cluster: number, n: number): Promise<string[]> {
    const known = this.#members.get(cluster)
    if (known) return known
    const leaves = this.#source()?.getClusterLeaves(cluster, n, 0) ?? Promise.resolve([])
    const ids = leaves.then((all) => all.map((f) => String(f.properties?.id))).catch(() => [])
    this.#members.set(cluster, ids)
    return ids
  }

  /** The pin of a record, or the ring that stands for it and others. */
  async #mark(id: string): Promise<string | number | null> {
    const at = this.#at.get(id)
    if (!at) return null
    const p = this.#map.project(at)
    const box: [[number, number], [number, number]] = [
      [p.x - NEAR, p.y - NEAR],
      [p.x + NEAR, p.y + NEAR],
    ]
    for (const ring of this.#map.queryRenderedFeatures(box, { layers: ['rings'] })) {
      const { cluster_id: cluster, point_count: n } = ring.properties
      if ((await this.members(Number(cluster), Number(n))).includes(id)) return Number(cluster)
    }
    return id
  }

  /** From the list to the map. */
  async #light(id: string | null) {
    const mark = id === null ? null : await this.#mark(id)
    if (mark === this.#lit) return
    this.#state(this.#lit, false)
    this.#lit = mark
    this.#state(mark, true)
  }

  /** From the map to the list. */
  async #point(feature: MapGeoJSONFeature | undefined) {
    const id = feature?.id ?? null
    if (id === this.#under) return
    this.#under = id
    this.#map.getCanvas().style.cursor = feature ? 'pointer' : ''
    this.#state(this.#lit, false)
    this.#lit = id
    this.#state(id, true)
    for (const el of this.#rows) el.classList.remove('is-lit')
    this.#rows = []
    if (!feature) return
    const { cluster_id: cluster, point_count: n, id: one } = feature.properties
    const ids = cluster === undefined ? [String(one)] : await this.members(Number(cluster), Number(n))
    if (this.#under !== id) return
    this.#rows = ids.flatMap((each) => [...row(each)])
    for (const el of this.#rows) el.classList.add('is-lit')
  }
}
