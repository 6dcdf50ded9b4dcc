/** Layers of what the portal knows: groups and single records. Pure functions. */
import type { LayerSpecification } from 'maplibre-gl'
import { mixExpression, ringRadiusExpression } from './dyes'
import { BOLD, expression } from './expressions'
import type { Shape } from './style'
import type { Tokens } from './tokens'

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
