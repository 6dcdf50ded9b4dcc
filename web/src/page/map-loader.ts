/** Decides whether and when the map is fetched. Until then, and if anything fails, the still map of the server stays. */
import type { Island } from '../map/index'

interface Connection {
  saveData?: boolean
  effectiveType?: string
}

export const isSlow = (c: Connection | undefined) => c?.saveData === true || /(^|-)[23]g$/.test(c?.effectiveType ?? '')

const boxNow = () => document.querySelector<HTMLElement>('[data-map]')
let island: Promise<Island | null> | null = null
let asked = false

async function begin(box: HTMLElement): Promise<Island | null> {
  box.dataset.state = 'loading'
  for (const el of box.querySelectorAll<HTMLElement>('[data-start-map]')) el.hidden = true
  try {
    const { start } = await import('../map/index')
    return await start(box)
  } catch (error) {
    console.info('The map stays still:', error instanceof Error ? error.message : error)
    const now = boxNow() ?? box
    now.dataset.state = 'still'
    for (const el of now.querySelectorAll<HTMLElement>('[data-map-failed]')) el.hidden = false
    return null
  }
}

const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    seen.unobserve(target)
    island ??= begin(target as HTMLElement)
  }
})

/** Called at the start and after every swap. */
async function look() {
  const box = boxNow()
  if (!box) return
  const live = await island
  if (live) {
    const kept = await live.adopt(box).catch(() => false)
    if (kept || box !== boxNow()) return
    live.remove()
  }
  island = null
  const { connection } = navigator as Navigator & { connection?: Connection }
  const sparing = matchMedia('(prefers-reduced-data: reduce)').matches
  if ((sparing || isSlow(connection)) && !asked) {
    box.dataset.state = 'still'
    for (const el of box.querySelectorAll<HTMLElement>('[data-start-map]')) el.hidden = false
  } else seen.observe(box)
}

export function maps() {
  document.addEventListener('click', (e) => {
    const box = (e.target as Element).closest('[data-start-map]') && boxNow()
    if (!box) return
    asked = true
    island ??= begin(box)
  })
  document.addEventListener('htmx:before:settle', () => void look())
  void look()
}
