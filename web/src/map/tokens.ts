import { DYES, type Dye } from './dyes'

export interface DyeColours {
  fill: string
  ink: string
  on: string
}

/** The colours of the map, as plain data: every function that uses them can be tested without a page. */
export interface Tokens {
  dye: Record<Dye, DyeColours>
  sea: string
  land: string
  near: string
  coast: string
  border: string
  state: string
  district: string
  river: string
  label: string
  label2: string
  cotton: string
  ink: string
  madder: string
}

/** Read the custom properties of the page as they are now. */
export function tokensFromCss(root: Element = document.documentElement): Tokens {
  const css = getComputedStyle(root)
  const v = (name: string) => css.getPropertyValue(`--${name}`).trim()
  const cotton = v('cotton-0')
  const of = (dye: Dye): DyeColours =>
    dye === 'plain'
      ? { fill: v('indigo'), ink: v('indigo-deep'), on: cotton }
      : { fill: v(`dye-${dye}`), ink: v(`dye-${dye}-ink`), on: v(`dye-${dye}-on`) || v('on-dark') }
  return {
    dye: Object.fromEntries(DYES.map((dye) => [dye, of(dye)])) as Record<Dye, DyeColours>,
    sea: v('map-sea'),
    land: v('map-land'),
    near: v('map-near'),
    coast: v('map-coast'),
    border: v('map-border'),
    state: v('map-state'),
    district: v('map-district'),
    river: v('map-river'),
    label: v('map-label'),
    label2: v('map-label-2'),
    cotton,
    ink: v('ink'),
    madder: v('madder'),
  }
}

/** Calls whenever the page has turned light or dark, by the system or by the visitor. */
export function onOtherColours(act: () => void, signal: AbortSignal) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', act, { signal })
  const chosen = new MutationObserver(act)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  signal.addEventListener('abort', () => chosen.disconnect())
}
