/** Runs before anything is drawn: the colours that the visitor chose (page/theme.ts), so that no page flashes in others. It stands alone, as a classic script. */
try {
  const chosen = localStorage.getItem('theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage is closed to this page: the system's colours stay
}
