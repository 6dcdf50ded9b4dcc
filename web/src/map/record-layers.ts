/** Layers of what the portal knows: rates, areas, groups and single records. Pure functions. */
import type { LayerSpecification } from 'maplibre-gl'
import { BOLD, expression } from './expressions'
import { mixExpression, ringRadiusExpression } from './groups'
import type { Shape } from './style'
import type { Tokens } from './tokens'

/** Rates by region: five baths of indigo; a feature without a value keeps the undyed ground and gets the stripe. */
export function choropleth(t: Tokens, source: string, field: string, breaks: number[]): LayerSpecification[] {
  const value = ['get', field]
  const none = (op: string) => expression([op, ['typeof', value], 'null'])
  const steps = breaks.flatMap((b, i) => [b, t.bath[i + 1] ?? t.bath[t.bath.length - 1]])
  return [
    { id: 'rate-none', type: 'fill', source, filter: none('=='), paint: { 'fill-pattern': 'no-data' } },
    {
      id: 'rate',
      type: 'fill',
      source,
      filter: none('!='),
      paint: { 'fill-color': expression(['step', value, t.bath[0], ...steps]), 'fill-opacity': 0.92 },
    },
    { id: 'rate-line', type: 'line', source, paint: { 'line-color': t.cotton, 'line-width': 0.8 } },
  ]
}

/** A place that is known only roughly, as an area with its own dashed edge. */
export const areas = (t: Tokens, source: string): LayerSpecification[] => [
  { id: 'area', type: 'fill', source, paint: { 'fill-color': t.turmeric, 'fill-opacity': 0.18 } },
  {
    id: 'area-edge',
    type: 'line',
    source,
    paint: { 'line-color': t.madder, 'line-width': 1.6, 'line-dasharray': [2, 2] },
  },
]

/** Groups as rings, single records as medals. Hover and selection are feature states on the halo below both. */
export function pins(t: Tokens, source: string, shape: Shape): LayerSpecification[] {
  const single = expression(['!', ['has', 'point_count']])
  const many = expression(['has', 'point_count'])
  const is = (state: string) => ['boolean', ['feature-state', state], false]
  const when = (on: unknown) => expression(['case', ['any', is('selected'), is('hover')], on, 0])
  const halo = {
    'circle-color': t.cotton,
    'circle-stroke-width': when(3),
    'circle-stroke-color': expression(['case', is('selected'), t.madder, t.ink]),
  }
  return [
    {
      id: 'ring-halo',
      type: 'circle',
      source,
      filter: many,
      paint: { ...halo, 'circle-radius': when(['+', 4, ringRadiusExpression()]) },
    },
    { id: 'pin-halo', type: 'circle', source, filter: single, paint: { ...halo, 'circle-radius': when(19) } },
    {
      id: 'pins',
      type: 'symbol',
      source,
      filter: single,
      layout: {
        'icon-image': expression([
          'concat',
          `pin|${shape}|`,
          ['get', 'dye'],
          '|',
          ['get', 'icon'],
          '|',
          ['case', ['get', 'rough'], 'rough', 'sure'],
        ]),
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'text-field': expression(['step', ['zoom'], '', 7, ['coalesce', ['get', 'name'], '']]),
        'text-font': BOLD,
        'text-size': 12,
        'text-anchor': 'left',
        'text-offset': [1.6, 0],
        'text-max-width': 9,
        'text-optional': true,
      },
      paint: { 'text-color': t.label, 'text-halo-color': t.land, 'text-halo-width': 1.6 },
    },
    {
      id: 'rings',
      type: 'symbol',
      source,
      filter: many,
      layout: {
        'icon-image': expression(['concat', 'ring|', ['to-string', ['get', 'point_count']], '|', mixExpression()]),
        'icon-allow-overlap': true,
        'symbol-sort-key': expression(['get', 'point_count']),
      },
    },
  ]
}
