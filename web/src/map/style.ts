/** The map style: pure functions from tokens and words to MapLibre layers. No MapLibre code, no DOM, no language. */
import type { SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { beyond, borders, edge, ground, labels } from './base-layers'
import { fontFaces } from './expressions'
import { areas, choropleth, pins } from './record-layers'
import type { Tokens } from './tokens'

/** The depiction of borders that the server has chosen. The base file is made for it: its border lines are drawn as they are. */
export type Worldview = 'india' | 'neutral'
/** Round: a craft, dyed by its group. Square: a place that helps. Diamond: something with a date. */
export type Shape = 'round' | 'square' | 'diamond'

export interface StyleOptions {
  t: Tokens
  sources: Record<string, SourceSpecification>
  lang?: string
  worldview?: Worldview
  /** Folder of the woff2 files of the labels */
  fonts?: string
  shape?: Shape
  rate?: { source: string; field: string; breaks: number[] }
}

/** The whole style. `base`, `places` and `pins` are the names of the sources; `areas` and a rate are optional. */
export function style(o: StyleOptions): StyleSpecification {
  const { t, sources, lang = 'en', worldview = 'india', fonts = '/assets/fonts', shape = 'round', rate } = o
  return {
    version: 8,
    'font-faces': fontFaces(fonts),
    sources: { ...sources, beyond: beyond() },
    layers: [
      ...ground(t, 'base', worldview),
      ...(rate ? choropleth(t, rate.source, rate.field, rate.breaks) : []),
      ...borders(t, 'base'),
      ...edge(t, 'beyond'),
      ...('areas' in sources ? areas(t, 'areas') : []),
      ...('places' in sources ? labels(t, 'base', 'places', lang) : []),
      ...('pins' in sources ? pins(t, 'pins', shape) : []),
    ],
  }
}
