/** The search box: an input that offers answers while one types (the combobox pattern). The server writes the answers. */
import { enough, nextOption } from './combobox'
import { say } from './say'

const WAIT = 160
let serial = 0

class Suggest {
  #input: HTMLInputElement
  #list: HTMLElement
  #timer: ReturnType<typeof setTimeout> | undefined
  #request: AbortController | undefined
  #asked = ''

  constructor(input: HTMLInputElement) {
    this.#input = input
    const box = input.closest('.search') ?? input.parentElement
    const given = box?.querySelector<HTMLElement>('.suggest')
    this.#list = given ?? document.createElement('div')
    if (!given) {
      this.#list.className = 'suggest'
      box?.append(this.#list)
    }
    this.#list.id ||= `suggest-${++serial}`
    this.#list.hidden = true
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '')
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', autocomplete: 'off' }
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
    input.setAttribute('aria-controls', this.#list.id)

    input.addEventListener('input', () => this.#wait())
    input.addEventListener('keydown', (e) => !e.isComposing && this.#key(e))
    input.addEventListener('blur', () => this.#close())
    input.form?.addEventListener('submit', () => this.#close())
    // The focus stays in the input while a finger or the mouse is on an answer
    this.#list.addEventListener('pointerdown', (e) => e.preventDefault())
    this.#list.addEventListener('mousedown', (e) => e.preventDefault())
    this.#list.addEventListener('click', (e) => {
      const option = (e.target as Element).closest('[role="option"]')
      if (option && !(option instanceof HTMLAnchorElement)) this.#go(option)
    })
  }

  #wait() {
    clearTimeout(this.#timer)
    if (enough(this.#input.value)) this.#timer = setTimeout(() => void this.#ask(), WAIT)
    else this.#close()
  }

  async #ask() {
    const url = new URL(this.#input.dataset.suggest || '/suggest', location.href)
    const q = this.#input.value.trim()
    url.searchParams.set('q', q)
    this.#request?.abort()
    const request = new AbortController()
    this.#request = request
    try {
      const answer = await fetch(url, { signal: request.signal, headers: { Accept: 'text/html' } })
      if (!answer.ok) throw new Error(String(answer.status))
      const html = await answer.text()
      if (request.signal.aborted || document.activeElement !== this.#input) return
      this.#asked = q
      this.#show(html)
    } catch {
      if (!request.signal.aborted) this.#close()
    }
  }

  #show(html: string) {
    this.#list.innerHTML = html
    for (const [i, option] of this.#options().entries()) {
      option.id = `${this.#list.id}-${i}`
      option.setAttribute('aria-selected', 'false')
      option.tabIndex = -1
    }
    this.#list.hidden = html.trim() === ''
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden))
    this.#input.removeAttribute('aria-activedescendant')
    say(this.#list.querySelector('[data-status]')?.getAttribute('data-status'))
  }

  #options = () => [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')]
  #current = () => this.#list.querySelector<HTMLElement>('[aria-selected="true"]')

  #key(e: KeyboardEvent) {
    const options = this.#options()
    const at = options.findIndex((o) => o.getAttribute('aria-selected') === 'true')
    if (e.key === 'Escape' && !this.#list.hidden) {
      e.stopPropagation()
      e.preventDefault()
      return this.#close()
    }
    if (e.key === 'ArrowDown' && this.#list.hidden && enough(this.#input.value)) {
      e.preventDefault()
      return this.#asked === this.#input.value.trim() && options.length > 0
        ? this.#show(this.#list.innerHTML)
        : this.#ask()
    }
    if (this.#list.hidden) return
    const current = this.#current()
    if (e.key === 'Enter' && current) {
      e.preventDefault()
      return this.#go(current)
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key]
    if (!step || options.length === 0) return
    e.preventDefault()
    const next = nextOption(at, step, options.length)
    for (const [i, option] of options.entries()) option.setAttribute('aria-selected', String(i === next))
    const option = options[next]
    option?.scrollIntoView({ block: 'nearest' })
    if (option) this.#input.setAttribute('aria-activedescendant', option.id)
    else this.#input.removeAttribute('aria-activedescendant')
  }

  #go(option: Element) {
    const link = option.matches('a') ? option : option.querySelector('a')
    const href = link?.getAttribute('href') ?? option.getAttribute('data-href')
    this.#close()
    if (href) location.assign(href)
  }

  #close() {
    clearTimeout(this.#timer)
    this.#request?.abort()
    this.#list.hidden = true
    this.#input.setAttribute('aria-expanded', 'false')
    this.#input.removeAttribute('aria-activedescendant')
  }
}

const known = new WeakSet<Element>()

/** Boxes wake up when they are first used, so that replaced ones need no care. */
export function suggest() {
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.suggest === undefined || known.has(target)) return
    known.add(target)
    new Suggest(target)
  })
  const { activeElement: el } = document
  if (el instanceof HTMLInputElement && el.dataset.suggest !== undefined)
    el.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
}
