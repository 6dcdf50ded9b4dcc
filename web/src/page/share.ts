/** Copy, share and print. */
import { toast } from './say'

async function copy(text: string) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text)
  // Plain http has no clipboard interface
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'vh'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (!done) throw new Error('not copied')
}

async function share(el: HTMLElement) {
  // A link gives where it leads, not this address, which may hold somebody's position
  const text = el.dataset.copy || el.dataset.share || el.getAttribute('href') || ''
  const url = new URL(text || location.href, location.href).href
  if ('share' in el.dataset && typeof navigator.share === 'function') {
    return navigator.share({ url, title: document.title }).catch(() => undefined)
  }
  // A citation is copied as it is, an address in full
  await copy(/\s/.test(text) ? text : url)
  toast(el.dataset.copied ?? '✓')
}

export function sharing() {
  document.addEventListener('click', (e) => {
    const target = e.target as Element
    const el = target.closest<HTMLElement>('[data-copy], [data-share]')
    if (el) {
      e.preventDefault()
      share(el).catch(() => el instanceof HTMLAnchorElement && location.assign(el.href))
    }
    if (target.closest('[data-print]')) {
      e.preventDefault()
      print()
    }
  })
}
