/** What the server has put on the map: zoom buttons, "search this area", the legend, the sheet below it. */
import type { Map as MapLibre } from 'maplibre-gl'
import { editUrl } from '../page/url'
import { boxOf, formatBox } from './bbox'
import { iconElement, make } from './dom'
import { type LegendEntry, legend } from './legend'
import type { PinFeature } from './pins'
import type { Words } from './words'

/** How much of the box the bottom sheet covers, in pixels. */
export function covered(box: HTMLElement): number {
  const sheet = document.querySelector('.sheet')
  if (!sheet || getComputedStyle(sheet).position !== 'fixed') return 0
  const over = box.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top
  return Math.max(0, Math.min(over, box.clientHeight * 0.85))
}

/** How much of the box cannot be seen: under the sheet, or below the window while the head of the page is in view. */
export function hidden(box: HTMLElement): number {
  const below = Math.min(box.getBoundingClientRect().bottom - innerHeight, box.clientHeight * 0.5)
  return Math.max(covered(box), below, 0)
}

/** The part of the map that can be seen, as a box of the API. */
export function visibleBox(map: MapLibre, below: number): string {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const sw = map.unproject([0, height - below])
  const ne = map.unproject([width, 0])
  return formatBox(boxOf(sw.lng, sw.lat, ne.lng, ne.lat))
}

/** The control of the page that repeats the query for this view. It is shown after the reader has moved the map. */
export class SearchArea {
  #control: HTMLElement | null
  #field: string

  constructor(box: HTMLElement, map: MapLibre, signal: AbortSignal) {
    this.#control = box.querySelector<HTMLElement>('[data-search-area]')
    this.#field = box.dataset.areaField || 'bbox'
    // Before the page's own handler of links and forms, so that it already finds the new address
    this.#control?.addEventListener('click', () => this.#aim(visibleBox(map, hidden(box))), { signal, capture: true })
  }

  show() {
    if (!this.#control) return
    this.#control.hidden = false
    this.#control.closest<HTMLElement>('form[hidden], .map-ui[hidden]')?.removeAttribute('hidden')
  }

  #aim(bbox: string) {
    const control = this.#control
    if (control instanceof HTMLAnchorElement) control.href = editUrl(control.href, { [this.#field]: bbox })
    const form = control instanceof HTMLButtonElement ? control.form : null
    if (!form) return
    let input = form.elements.namedItem(this.#field)
    if (!(input instanceof HTMLInputElement)) {
      input = make('input', { type: 'hidden', name: this.#field })
      form.append(input)
    }
    ;(input as HTMLInputElement).value = bbox
  }
}

export function zoomButtons(box: HTMLElement, map: MapLibre, moved: () => void, signal: AbortSignal) {
  for (const button of box.querySelectorAll<HTMLElement>('[data-zoom]')) {
    button.addEventListener(
      'click',
      () => {
        map.zoomTo(map.getZoom() + Number(button.dataset.zoom))
        moved()
      },
      { signal },
    )
  }
}

async function legendItem(entry: LegendEntry): Promise<HTMLElement> {
  const sign: Record<string, string> =
    entry.kind === 'medal' ? { class: 'medal', 'data-dye': entry.dye } : { class: `key-${entry.kind}` }
  const mark = make('span', { ...sign, 'aria-hidden': 'true' })
  const icon = entry.kind === 'medal' ? await iconElement(entry.icon) : null
  if (icon) mark.append(icon)
  return make('li', {}, mark, entry.label)
}

/** The legend says what is on this map: only the groups that are drawn. It is written when first opened. */
export function fillLegend(box: HTMLElement, words: Words, pins: PinFeature[], signal: AbortSignal) {
  const details = box.querySelector<HTMLDetailsElement>('details.legend')
  const list = details?.querySelector('ul') ?? details?.appendChild(make('ul'))
  if (!details || !list) return
  let written = false
  const write = async () => {
    if (!details.open || written) return
    written = true
    const items = await Promise.all(legend(words, pins).map(legendItem))
    if (!signal.aborted) list.replaceChildren(...items)
  }
  details.addEventListener('toggle', () => void write(), { signal })
  void write()
}

/** The centre of the map moves with the stops of the sheet; what stands at the lower edge stays in sight. */
export function followSheet(box: HTMLElement, map: MapLibre, signal: AbortSignal) {
  let last = -1
  const furniture = () => box.style.setProperty('--covered', `${Math.round(hidden(box))}px`)
  const follow = () => {
    furniture()
    const bottom = Math.round(covered(box))
    if (bottom !== last) map.setPadding({ bottom })
    last = bottom
  }
  follow()
  const sheet = document.querySelector('.sheet')
  const watcher = new ResizeObserver(follow)
  watcher.observe(box)
  if (sheet) watcher.observe(sheet)
  addEventListener('scroll', furniture, { signal, passive: true })
  addEventListener('resize', furniture, { signal, passive: true })
  signal.addEventListener('abort', () => watcher.disconnect())
}
