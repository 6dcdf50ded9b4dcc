/** Layers of the base map: paper and water, lines, names. Pure functions. */
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { expression, kind, REGULAR, zoom } from './expressions'
import type { Worldview } from './style'
import type { Tokens } from './tokens'

/** Paper and water. In the neutral view all land has one fill, so that no edge of colour draws a line either. */
export const ground = (t: Tokens, s: string, worldview: Worldview): LayerSpecification[] => [
  { id: 'sea', type: 'background', paint: { 'background-color': t.sea } },
  { id: 'land', type: 'fill', source: s, filter: kind('land'), paint: { 'fill-color': t.land } },
  {
    id: 'near',
    type: 'fill',
    source: s,
    filter: kind('near'),
    paint: { 'fill-color': worldview === 'neutral' ? t.land : t.near },
  },
  {
    id: 'coast',
    type: 'line',
    source: s,
    filter: kind('land'),
    paint: { 'line-color': t.coast, 'line-width': zoom(3, 0.5, 8, 1) },
  },
  {
    id: 'rivers',
    type: 'line',
    source: s,
    filter: kind('river'),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': t.river, 'line-width': zoom(3, 0.5, 6, 1.2, 10, 3) },
  },
  {
    id: 'lakes',
    type: 'fill',
    source: s,
    filter: kind('lake'),
    paint: { 'fill-color': t.sea, 'fill-outline-color': t.river },
  },
]

/** The sheet of the atlas: the base map ends at these degrees (west, south, east, north). */
const SHEET = [55, 2, 102, 42] as const

/** The world but for the sheet, to lie over where the base map was cut. */
export const beyond = (): SourceSpecification => {
  const [w, s, e, n] = SHEET
  const world = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ]
  const sheet = [
    [w, s],
    [w, n],
    [e, n],
    [e, s],
    [w, s],
  ]
  return { type: 'geojson', data: { type: 'Polygon', coordinates: [world, sheet] } }
}

/** Bare paper outside the sheet, with a thin edge. */
export const edge = (t: Tokens, s: string): LayerSpecification[] => [
  { id: 'beyond', type: 'fill', source: s, paint: { 'fill-color': t.paper } },
  { id: 'edge', type: 'line', source: s, paint: { 'line-color': t.coast, 'line-width': 1 } },
]

/** State lines are a running stitch, districts a thin thread, borders the only solid dark line. */
export const borders = (t: Tokens, s: string): LayerSpecification[] => [
  {
    id: 'districts',
    type: 'line',
    source: s,
    filter: kind('district'),
    minzoom: 6.2,
    paint: { 'line-color': t.district, 'line-width': zoom(6.2, 0.4, 10, 1.2), 'line-opacity': zoom(6.2, 0, 6.8, 1) },
  },
  {
    id: 'states',
    type: 'line',
    source: s,
    filter: kind('state'),
    minzoom: 3.2,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': t.state, 'line-width': zoom(3, 0.6, 6, 1.1, 10, 1.6), 'line-dasharray': [3.5, 2.5] },
  },
  {
    id: 'borders',
    type: 'line',
    source: s,
    filter: kind('border'),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': t.border, 'line-width': zoom(3, 0.8, 6, 1.3, 10, 2) },
  },
]

/** Names in the reader's script only; a place without one is not labelled in another script by surprise. */
export function labels(t: Tokens, base: string, places: string, lang: string): LayerSpecification[] {
  const name = expression(['get', lang === 'en' ? 'name' : lang])
  const named = expression(['!=', ['coalesce', name, ''], ''])
  const size = { ur: 1.2, ks: 1.2, hi: 1.06 }[lang] ?? 1
  return [
    {
      id: 'regions',
      type: 'symbol',
      source: base,
      minzoom: 3.5,
      maxzoom: 7.5,
      filter: expression(['all', kind('region'), named]),
      layout: {
        'text-field': lang === 'en' ? expression(['upcase', name]) : name,
        'text-font': REGULAR,
        'text-size': zoom(4, 9.5 * size, 7, 12.5 * size),
        'text-letter-spacing': lang === 'en' ? 0.12 : 0,
        'text-max-width': 7,
        'text-padding': 2,
      },
      paint: { 'text-color': t.label2, 'text-opacity': 0.85, 'text-halo-color': t.land, 'text-halo-width': 1.2 },
    },
    {
      id: 'places',
      type: 'symbol',
      source: places,
      minzoom: 3.8,
      filter: named,
      layout: {
        'text-field': name,
        'text-font': REGULAR,
        'text-size': zoom(4, 10.5 * size, 8, 13.5 * size),
        'text-anchor': 'top',
        'text-offset': [0, 0.35],
        'text-max-width': 7,
        'text-padding': 6,
        'symbol-sort-key': expression(['-', ['coalesce', ['get', 'pop'], 0]]),
      },
      paint: { 'text-color': t.label2, 'text-halo-color': t.land, 'text-halo-width': 1.4 },
    },
  ]
}
