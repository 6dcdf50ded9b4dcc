/** Light or dark: the system's colours unless the visitor chose others. The choice stays in this browser; theme.ts reads it before the next page is drawn. */
const KEY = 'theme'
const CONTROLS = 'select[data-theme-choice]'

function keep(chosen: string) {
  try {
    if (chosen) localStorage.setItem(KEY, chosen)
    else localStorage.removeItem(KEY)
  } catch {
    // Without storage the choice holds for this page
  }
}

function show(chosen: string) {
  const { dataset } = document.documentElement
  if (chosen) dataset.theme = chosen
  else delete dataset.theme
  for (const control of document.querySelectorAll<HTMLSelectElement>(CONTROLS)) control.value = chosen
}

export function theme() {
  const now = () => document.documentElement.dataset.theme ?? ''
  show(now())
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement) || !target.matches(CONTROLS)) return
    keep(target.value)
    show(target.value)
  })
  // Other pages of this visitor follow
  addEventListener('storage', ({ key, newValue }) => key === KEY && show(newValue ?? ''))
}
