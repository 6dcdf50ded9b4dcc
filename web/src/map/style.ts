/** The map style: pure functions from tokens and words to MapLibre layers. No MapLibre code, no DOM, no language. */
import type { SourceSpecification, StyleSpecification } from 'maplibre-gl'
import { borders, ground, labels } from './base-layers'
import { fontFaces } from './expressions'
import { pins } from './record-layers'
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
}

/** The whole style. `base`, `districts`, `places` and `pins` are the names of the sources. */
export function style(o: StyleOptions): StyleSpecification {
  const { t, sources, lang = 'en', worldview = 'india', fonts = '/assets/fonts', shape = 'round' } = o
  return {
    version: 8,
    // Light turns to dark at once
    transition: { duration: 0 },
    'font-faces': fontFaces(fonts),
    sources,
    layers: [
      ...ground(t, 'base', worldview),
      ...borders(t, 'base', 'districts'),
      ...('places' in sources ? labels(t, 'base', 'places', lang) : []),
      ...('pins' in sources ? pins(t, 'pins', shape) : []),
    ],
  }
}
