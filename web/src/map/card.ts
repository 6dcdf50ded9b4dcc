/** The card on the map: one record, or the list of all records at one spot. */
import { iconElement, make, urlFor } from './dom'
import type { Pin } from './pins'
import { type Words, withCount } from './words'

const MOST = 60

export class Card {
  #slot: HTMLElement
  #words: Words
  #closed: () => void
  #request: AbortController | null = null
  #back: HTMLElement | null = null

  constructor(box: HTMLElement, words: Words, closed: () => void, signal: AbortSignal) {
    this.#words = words
    this.#closed = closed
    this.#slot = box.querySelector<HTMLElement>('.map-slot') ?? make('div', { class: 'map-slot' })
    this.#slot.hidden = true
    box.append(this.#slot)
    this.#slot.addEventListener('click', (e) => (e.target as Element).closest('[data-close]') && this.close(), {
      signal,
    })
    box.addEventListener('keydown', (e) => this.#key(e), { signal })
  }

  get open() {
    return !this.#slot.hidden
  }

  get element() {
    return this.#slot
  }

  #key(e: KeyboardEvent) {
    if (e.key !== 'Escape' || !this.open) return
    e.stopPropagation()
    this.close()
  }

  #show(label: string, ...content: Node[]) {
    const close = make('button', {
      type: 'button',
      class: 'icon-btn close',
      'data-close': '',
      'aria-label': this.#words.close,
    })
    void iconElement('close').then((icon) => close.replaceChildren(icon ?? '×'))
    const card = make('section', { class: 'mapcard', tabindex: '-1', 'aria-label': label }, close, ...content)
    this.#slot.replaceChildren(card)
    if (!this.open && document.activeElement instanceof HTMLElement) this.#back = document.activeElement
    this.#slot.hidden = false
    card.focus({ preventScroll: true })
    return card
  }

  /** The card of a record, as the server draws it. */
  async record(url: string, name: string) {
    this.#request?.abort()
    const request = new AbortController()
    this.#request = request
    const card = this.#show(name, make('div', { class: 'skeleton' }))
    card.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(url, { signal: request.signal, headers: { Accept: 'text/html' } })
      if (!answer.ok) throw new Error(String(answer.status))
      const template = document.createElement('template')
      template.innerHTML = await answer.text()
      // The fragment may come with its own .mapcard; there is only one frame
      const inner = template.content.querySelector('.mapcard') ?? template.content
      card.querySelector('.skeleton')?.replaceWith(...inner.childNodes)
    } catch {
      if (request.signal.aborted) return
      const failed = make('p', { class: 'small' }, this.#words.failed)
      card.querySelector('.skeleton')?.replaceWith(make('div', { class: 'in' }, make('h3', {}, name), failed))
    }
    card.removeAttribute('aria-busy')
  }

  /** All records at one spot, as links. */
  list(pins: Pin[], page: string) {
    this.#request?.abort()
    const title = withCount(this.#words.count, pins.length)
    const items = make('ul', { class: 'here' })
    for (const pin of [...pins].sort((a, b) => a.name.localeCompare(b.name)).slice(0, MOST)) {
      const shape = pin.dye === 'plain' ? 'medal is-square' : 'medal'
      const medal = make('span', { class: shape, 'data-dye': pin.dye })
      void iconElement(pin.icon).then((icon) => icon && medal.replaceChildren(icon))
      items.append(make('li', {}, make('a', { href: urlFor(page, pin.id), 'data-id': pin.id }, medal, pin.name)))
    }
    const content = make('div', { class: 'in' }, make('h3', {}, title), items)
    if (pins.length > MOST) {
      content.append(make('p', { class: 'small' }, make('a', { href: '#results' }, this.#words.openList)))
    }
    this.#show(title, content)
  }

  close() {
    if (!this.open) return
    this.#request?.abort()
    this.#slot.hidden = true
    this.#slot.replaceChildren()
    this.#closed()
    if (this.#back?.isConnected) this.#back.focus({ preventScroll: true })
    this.#back = null
  }
}
