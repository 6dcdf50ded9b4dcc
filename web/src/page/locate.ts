/** "Near me": asks only when tapped, coarsely, and says what happened when it gets no answer. */
import { coarsePoint, editUrl } from './url'

export type Trouble = 'denied' | 'timeout' | 'insecure' | 'unavailable'
const TROUBLES: Record<number, Trouble> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' }
const OPTIONS = { enableHighAccuracy: false, timeout: 12_000, maximumAge: 600_000 }
const HASH = '#locate-'

/** Show the words the page has for this state; false when it has none. */
function explain(trouble: Trouble | 'asking' | null): boolean {
  let found = false
  for (const el of document.querySelectorAll<HTMLElement>('[data-locate-state]')) {
    const match = el.dataset.locateState === trouble
    el.hidden = !match
    found ||= match
  }
  return found
}

const ask = () =>
  new Promise<GeolocationPosition>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, OPTIONS),
  )

async function locate(button: HTMLElement) {
  const near = new URL(button.dataset.locate || button.getAttribute('href') || '/near', location.href).href
  const fail = (trouble: Trouble) => {
    button.removeAttribute('aria-busy')
    // A page without these words hands over to the one that has them, where a place can be typed
    if (!explain(trouble)) location.assign(`${near}${HASH}${trouble}`)
  }
  if (!isSecureContext) return fail('insecure')
  if (!('geolocation' in navigator)) return fail('unavailable')
  if (button.getAttribute('aria-busy') === 'true') return
  explain('asking')
  button.setAttribute('aria-busy', 'true')
  try {
    const { coords } = await ask()
    location.assign(editUrl(near, { point: coarsePoint(coords.longitude, coords.latitude), q: null, place: null }))
  } catch (error) {
    fail(TROUBLES[(error as GeolocationPositionError).code] ?? 'unavailable')
  }
}

export function nearMe() {
  document.addEventListener('click', (e) => {
    const button = (e.target as Element).closest<HTMLElement>('[data-locate]')
    if (!button) return
    e.preventDefault()
    void locate(button)
  })
  addEventListener('pageshow', () => {
    const waiting = document.querySelectorAll('[data-locate][aria-busy]')
    for (const el of waiting) el.removeAttribute('aria-busy')
    if (waiting.length > 0) explain(null)
  })
  if (location.hash.startsWith(HASH)) explain(location.hash.slice(HASH.length) as Trouble)
}
