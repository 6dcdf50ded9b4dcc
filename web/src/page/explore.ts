/** Explore: links and GET forms of the same page replace #explore, each as one step of the history. */
import htmx from 'htmx.org'
import { say } from './say'
import { tidyUrl } from './url'

const SCOPE = '[data-explore]'
const PLAIN = '[data-plain], [hreflang], [download], [target="_blank"]'

interface Context {
  sourceElement?: Element
  request: { action: string }
  response?: { raw?: Response }
  text?: string
}
interface Detail {
  ctx?: Context
  tasks?: { type: string; fragment: DocumentFragment }[]
}
const on = (name: string, handle: (detail: Detail, e: Event) => void) =>
  document.addEventListener(`htmx:${name}`, (e) => handle((e as CustomEvent<Detail>).detail ?? {}, e))

const samePage = (el: Element) => {
  const to = el instanceof HTMLFormElement ? el.action : (el as HTMLAnchorElement).href
  const url = new URL(to, location.href)
  return url.origin === location.origin && url.pathname === location.pathname
}

/** The rule of what htmx may take over. Everything else stays a plain link or form. */
const takes = (el: Element) =>
  samePage(el) && !el.closest(PLAIN) && !(el instanceof HTMLFormElement && el.method !== 'get')

function prepare(scope: Element) {
  const parts = [...document.querySelectorAll('[data-swap][id]')].map((el) => `#${CSS.escape(el.id)}`)
  const rules: Record<string, string> = {
    boost: 'true',
    target: '#explore',
    select: '#explore',
    swap: 'outerHTML show:none',
    sync: 'body:replace',
    indicator: 'body',
    ...(parts.length > 0 ? { 'select-oob': parts.join(',') } : {}),
  }
  for (const [name, value] of Object.entries(rules)) scope.setAttribute(`hx-${name}:inherited`, value)
}

/** Filters that were open stay open, and the focus stays where the reader was. */
function remember() {
  const open = [...document.querySelectorAll('#explore details[open]')].map((el) =>
    [...document.querySelectorAll('#explore details')].indexOf(el),
  )
  const focus = document.activeElement
  const name = focus instanceof HTMLInputElement && focus.closest('#explore') ? focus.name : ''
  const value = focus instanceof HTMLInputElement ? focus.value : ''
  return () => {
    const all = document.querySelectorAll<HTMLDetailsElement>('#explore details')
    for (const i of open) if (all[i]?.matches('.filter')) all[i].open = true
    if (!name || document.activeElement?.closest('#explore')) return
    const same = document.querySelectorAll<HTMLInputElement>(`#explore input[name="${CSS.escape(name)}"]`)
    const input = [...same].find((el) => same.length === 1 || el.value === value)
    input?.focus({ preventScroll: true })
  }
}

const languageOf = (html = '') => /<html[^>]*\slang="?([\w-]+)/i.exec(html)?.[1]

export function explore() {
  htmx.config.defaultTimeout = 30_000
  const scope = document.querySelector(SCOPE)
  if (!scope || !document.getElementById('explore')) {
    htmx.config.history = false
    return
  }
  prepare(scope)
  let restore: (() => void) | null = null
  let paged = false

  on('before:init', (_, e) => !takes(e.target as Element) && e.preventDefault())
  on('before:request', ({ ctx }) => {
    if (ctx) ctx.request.action = tidyUrl(ctx.request.action)
    document.getElementById('explore')?.setAttribute('aria-busy', 'true')
    for (const el of document.querySelectorAll<HTMLElement>('[data-net-error]')) el.hidden = true
  })
  on('before:swap', ({ ctx, tasks }, e) => {
    const main = tasks?.find((task) => task.type === 'main')
    const other = languageOf(ctx?.text) !== document.documentElement.lang
    if (!main?.fragment.querySelector('#explore') || other) {
      // Another kind of page, perhaps an error: let the browser show it
      e.preventDefault()
      location.assign(ctx?.response?.raw?.url || (ctx?.request.action ?? location.href))
      return
    }
    paged = ctx?.sourceElement?.closest('.pager') != null
    restore = remember()
  })
  on('before:settle', () => {
    restore?.()
    restore = null
  })
  on('after:swap', () => {
    say(document.querySelector('#explore [role="status"]')?.textContent)
    if (paged) document.getElementById('results')?.scrollIntoView()
    paged = false
  })
  on('finally:request', () => document.getElementById('explore')?.removeAttribute('aria-busy'))
  on('error', () => {
    for (const el of document.querySelectorAll<HTMLElement>('[data-net-error]')) el.hidden = false
  })
}
