/** Filters and menus are <details>: they open without script. With it only one is open, and Escape or a tap outside closes. */
const POPOVERS = 'details.filter, details.menu, details[data-popover]'
const opened = () => [...document.querySelectorAll<HTMLDetailsElement>(POPOVERS)].filter((el) => el.open)

const close = (el: HTMLDetailsElement, focus = false) => {
  el.open = false
  if (focus) el.querySelector('summary')?.focus()
}

/** A popover near the edge moves back into the window. */
function keepInside(el: HTMLDetailsElement) {
  const popover = el.querySelector<HTMLElement>('.popover')
  if (!popover) return
  popover.style.translate = ''
  if (getComputedStyle(popover).position === 'fixed') return
  const { left, right } = popover.getBoundingClientRect()
  const over = Math.max(0, right + 8 - document.documentElement.clientWidth) || Math.min(0, left - 8)
  if (over) popover.style.translate = `${-over}px 0`
}

export function popovers() {
  document.addEventListener(
    'toggle',
    (e) => {
      const el = e.target
      if (!(el instanceof HTMLDetailsElement) || !el.matches(POPOVERS) || !el.open) return
      for (const other of opened()) if (other !== el && !other.contains(el)) close(other)
      keepInside(el)
    },
    true,
  )
  document.addEventListener('click', (e) => {
    const target = e.target as Element
    for (const el of opened()) {
      if (target.closest('[data-close-popover]')) close(el, true)
      else if (!el.contains(target)) close(el)
    }
  })
  document.addEventListener('focusout', (e) => {
    const to = e.relatedTarget
    if (to instanceof Node) for (const el of opened()) if (!el.contains(to)) close(el)
  })
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape') return
    const el = opened().at(-1)
    if (el) close(el, el.contains(document.activeElement))
  })
  // A ticked box is an answer: its form is sent at once
  document.addEventListener('change', (e) => {
    const input = e.target
    if (!(input instanceof HTMLInputElement || input instanceof HTMLSelectElement) || !input.form) return
    const choice = input instanceof HTMLSelectElement || ['checkbox', 'radio'].includes(input.type)
    if (choice && input.closest('.filter, [data-auto-submit]') && input.form.method === 'get')
      input.form.requestSubmit()
  })
}
