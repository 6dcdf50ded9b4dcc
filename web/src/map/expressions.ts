import type { ExpressionSpecification as Expression } from 'maplibre-gl'

export const REGULAR = ['Karigar Regular']
export const BOLD = ['Karigar Bold']

/** The types of expressions cannot follow lists that are built; the tests check the layers against the specification. */
export const expression = (value: unknown) => value as Expression
export const zoom = (...stops: number[]) => expression(['interpolate', ['linear'], ['zoom'], ...stops])
export const kind = (k: string) => expression(['==', ['get', 'k'], k])

const faces = (dir: string, weight: 400 | 600) => [
  { url: `${dir}/noto-sans-latin-${weight}-normal.woff2`, 'unicode-range': ['U+0000-024F', 'U+2000-206F'] },
  {
    url: `${dir}/noto-sans-devanagari-devanagari-${weight}-normal.woff2`,
    'unicode-range': ['U+0900-097F', 'U+A8E0-A8FF', 'U+200C-200D'],
  },
  // Urdu is Naskh on the map: the shaper needs the presentation forms, which Nastaliq does not have
  {
    url: `${dir}/noto-naskh-arabic-arabic-${weight}-normal.woff2`,
    'unicode-range': ['U+0600-06FF', 'U+0750-077F', 'U+FB50-FDFF', 'U+FE70-FEFC'],
  },
]
/** Local files for the labels: no glyph server. A browser fetches only the ranges it draws. */
export const fontFaces = (dir: string) => ({ 'Karigar Regular': faces(dir, 400), 'Karigar Bold': faces(dir, 600) })
