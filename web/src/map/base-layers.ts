/** Layers of the base map: paper and water, lines, names. Pure functions. */
import type { LayerSpecification } from 'maplibre-gl'
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

/** Zoom from which district lines are seen, so from which they are fetched. */
export const DISTRICTS_FROM = 6.2

/** State lines are a running stitch, districts a thin thread, borders the only solid dark line. */
export const borders = (t: Tokens, s: string, districts: string): LayerSpecification[] => [
  {
    id: 'districts',
    type: 'line',
    source: districts,
    minzoom: DISTRICTS_FROM,
    paint: {
      'line-color': t.district,
      'line-width': zoom(DISTRICTS_FROM, 0.4, 10, 1.2),
      'line-opacity': zoom(DISTRICTS_FROM, 0, 6.8, 1),
    },
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

/** Countries whose states are named from afar: those that the atlas knows best. */
const NEAR = ['IN', 'PK']
/** Smallest population of a town that is named, from a zoom on. */
const FLOORS = [2e6, 4.6, 1e6, 5.4, 4e5, 6.2, 1.5e5, 7, 5e4, 8, 0]
/** Names move aside from rings and pins; only where there is no room on any side they vanish. */
const SIDES = [
  ...['top', [0, 0.35], 'bottom', [0, -0.35], 'left', [1.8, 0], 'right', [-1.8, 0]],
  ...['top-left', [1.2, 1.2], 'top-right', [-1.2, 1.2], 'bottom-left', [1.2, -1.2], 'bottom-right', [-1.2, -1.2]],
]

/** Names in the reader's script only; a place without one is not labelled in another script by surprise. */
export function labels(t: Tokens, base: string, places: string, lang: string): LayerSpecification[] {
  const name = expression(['get', lang === 'en' ? 'name' : lang])
  const named = ['!=', ['coalesce', name, ''], '']
  const size = { ur: 1.2, ks: 1.2, hi: 1.06 }[lang] ?? 1
  const near = ['in', ['get', 'c'], ['literal', NEAR]]
  return [
    {
      id: 'regions',
      type: 'symbol',
      source: base,
      minzoom: 3.5,
      maxzoom: 7.5,
      filter: expression(['all', kind('region'), named, ['step', ['zoom'], near, 6, true]]),
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
      filter: expression(['all', named, ['>=', ['coalesce', ['get', 'pop'], 0], ['step', ['zoom'], ...FLOORS]]]),
      layout: {
        'text-field': name,
        'text-font': REGULAR,
        'text-size': zoom(4, 10.5 * size, 8, 13.5 * size),
        'text-variable-anchor-offset': expression(SIDES),
        'text-justify': 'auto',
        'text-max-width': 7,
        'text-padding': 4,
        'symbol-sort-key': expression(['-', ['coalesce', ['get', 'pop'], 0]]),
      },
      paint: { 'text-color': t.label2, 'text-halo-color': t.land, 'text-halo-width': 1.4 },
    },
  ]
}
