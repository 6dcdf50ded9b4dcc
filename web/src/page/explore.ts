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

const ALL = '#explore details'
const FOCUSABLE = '#explore :is(a[href], input, summary)'

/** What tells a control from others after the page around it was replaced: its words, or what it would send. */
const nameOf = (el: Element) =>
  el instanceof HTMLInputElement
    ? `${el.name}=${el.type === 'checkbox' || el.type === 'radio' ? el.value : ''}`
    : `${el.tagName} ${el.getAttribute('aria-label') ?? el.textContent?.trim()}`

/** Filters that were open stay open, and the focus stays where the reader was: at the same control, else at its filter, else at the results. */
function remember(paged: boolean) {
  const details = [...document.querySelectorAll<HTMLDetailsElement>(ALL)]
  const open = details.flatMap((el, i) => (el.open && el.matches('.filter:not([data-once])') ? [i] : []))
  const focus = document.activeElement
  const inside = focus?.closest('#explore') != null
  const name = inside && focus ? nameOf(focus) : ''
  const filter = details.findIndex((el) => el.contains(focus))
  return () => {
    const now = [...document.querySelectorAll<HTMLDetailsElement>(ALL)]
    for (const i of open) if (now[i]?.matches('.filter')) now[i].open = true
    if (!inside || document.activeElement?.closest('#explore')) return
    const seen = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((el) => el.checkVisibility())
    const same = paged ? undefined : seen.find((el) => nameOf(el) === name)
    const summary = now[filter]?.querySelector('summary')
    const next = same ?? summary ?? document.getElementById('results')
    next?.focus({ preventScroll: true })
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
    restore = remember(paged)
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
