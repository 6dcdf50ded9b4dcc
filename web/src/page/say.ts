/** One live region for the whole page: a region that was just inserted is not read aloud, so this one stays. */
let region: HTMLElement | undefined

export function say(text: string | null | undefined) {
  if (!region) {
    region = document.createElement('p')
    region.className = 'vh'
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  region.textContent = text?.trim() ?? ''
}

let gone: ReturnType<typeof setTimeout> | undefined

/** A word at the foot of the page that goes away by itself. */
export function toast(text: string) {
  document.querySelector('.toast')?.remove()
  const el = document.createElement('p')
  el.className = 'toast'
  el.setAttribute('role', 'status')
  document.body.append(el)
  el.textContent = text
  clearTimeout(gone)
  gone = setTimeout(() => el.remove(), 4000)
}
