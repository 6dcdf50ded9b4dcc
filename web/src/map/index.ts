/** The map island: the live map takes the place of the still one when it has drawn everything. */
import './map.css'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { firstView, keepInSight } from './camera'
import { createMap, firstIdle } from './create'
import { make } from './dom'
import { fillLegend, followSheet, SearchArea, zoomButtons } from './furniture'
import { Links } from './links'
import { foundation, type Ground, loadGround, loadPins, wordsOf } from './load'
import { collection, type PinFeature } from './pins'
import { Taps } from './taps'
import { onOtherColours, tokensFromCss } from './tokens'

export class Island {
  #map: MapLibre
  #box: HTMLElement
  #holder = make('div', { class: 'map is-waiting' })
  #pins: PinFeature[]
  #address: string
  #links: Links
  #bound = new AbortController()
  #whole = new AbortController()

  private constructor(box: HTMLElement, pins: PinFeature[], ground: Ground) {
    this.#box = box
    this.#pins = pins
    this.#address = box.dataset.pins ?? ''
    box.prepend(this.#holder)
    const content = { pins, ground, t: tokensFromCss() }
    const { map, recolour } = createMap(this.#holder.appendChild(make('div')), () => this.#box, content)
    this.#map = map
    onOtherColours(() => void recolour(tokensFromCss()), this.#whole.signal)
    this.#links = new Links(map)
    this.#links.reset(pins)
    this.#bind()
    firstView(map, box)
  }

  /** Resolves when the pins are drawn; the still map is there until then. */
  static async start(box: HTMLElement): Promise<Island> {
    const [pins, ground] = await Promise.all([loadPins(box), loadGround(box)])
    let island: Island | null = null
    try {
      island = new Island(box, pins, ground)
      await firstIdle(island.#map)
      island.#live()
      return island
    } catch (error) {
      island?.remove()
      box.querySelector('.map')?.remove()
      throw error
    }
  }

  #live() {
    this.#holder.classList.remove('is-waiting')
    this.#box.dataset.state = 'live'
  }

  /** The furniture belongs to the box of the page, which may be replaced. */
  #bind() {
    this.#bound.abort()
    this.#bound = new AbortController()
    const { signal } = this.#bound
    const words = wordsOf(this.#box)
    const area = new SearchArea(this.#box, this.#map, signal)
    // Only a move that began with the reader's hand asks for another search
    const moved = this.#map.on('moveend', (e) => e.originalEvent && area.show())
    signal.addEventListener('abort', () => moved.unsubscribe())
    new Taps(this.#box, this.#map, words, signal)
    zoomButtons(this.#box, this.#map, () => area.show(), signal)
    followSheet(this.#box, this.#map, signal)
    fillLegend(this.#box, words, this.#pins, signal)
    this.#links.listen(signal)
  }

  /** The results were replaced: the same map moves into the new box and keeps its view. False if it needs another map. */
  async adopt(box: HTMLElement): Promise<boolean> {
    if (box === this.#box) return true
    if (foundation(box) !== foundation(this.#box)) return false
    const moved = box.dataset.bbox !== this.#box.dataset.bbox
    this.#box = box
    box.prepend(this.#holder)
    this.#map.removeFeatureState({ source: 'pins' })
    this.#live()
    const address = box.dataset.pins ?? ''
    if (address !== this.#address) {
      box.dataset.state = 'loading'
      const pins = await loadPins(box)
      if (this.#box !== box) return true
      this.#address = address
      this.#pins = pins
      this.#links.reset(pins)
      await this.#map.getSource<GeoJSONSource>('pins')?.setData(collection(pins))
      // Who searches an area has it in view already
      const area = new URL(location.href).searchParams.has(box.dataset.areaField ?? '')
      if (moved && !area) firstView(this.#map, box, true)
      else keepInSight(this.#map, box, pins)
      this.#map.once('idle', () => this.#box === box && this.#live())
      this.#map.triggerRepaint()
    }
    if (this.#box === box) this.#bind()
    return true
  }

  remove() {
    this.#bound.abort()
    this.#whole.abort()
    this.#map.remove()
    this.#holder.remove()
  }
}

export const start = (box: HTMLElement) => Island.start(box)
