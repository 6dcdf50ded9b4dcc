import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { DYES } from '../src/map/groups'
import { legend } from '../src/map/legend'
import { type StyleOptions, style } from '../src/map/style'
import type { Tokens } from '../src/map/tokens'

const grey = '#888888'
const colours = ['sea', 'land', 'near', 'coast', 'border', 'state', 'district', 'river', 'label', 'label2']
const t = {
  ...Object.fromEntries([...colours, 'cotton', 'paper', 'ink', 'madder', 'turmeric'].map((name) => [name, grey])),
  near: '#777777',
  dye: Object.fromEntries(DYES.map((dye) => [dye, { fill: grey, ink: grey, on: grey }])),
  bath: ['#eeeeee', '#cccccc', '#aaaaaa', '#777777', '#333333'],
} as unknown as Tokens
const empty = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
const sources = { base: empty, places: empty, pins: { ...empty, promoteId: 'id', cluster: true } }
const make = (options: Partial<StyleOptions> = {}) => style({ t, sources, ...options })
const ids = (options?: Partial<StyleOptions>) => make(options).layers.map((layer) => layer.id)

describe('the style', () => {
  it('draws these layers in this order', () => {
    expect(ids()).toMatchInlineSnapshot(`
      [
        "sea",
        "land",
        "near",
        "coast",
        "rivers",
        "lakes",
        "districts",
        "states",
        "borders",
        "beyond",
        "edge",
        "regions",
        "places",
        "ring-halo",
        "pin-halo",
        "pins",
        "rings",
      ]
    `)
  })

  it('is valid by the specification, in every language and with a rate', () => {
    const rate = { source: 'areas', field: 'per_lakh', breaks: [1, 5, 20, 80] }
    for (const options of [{}, { lang: 'hi' }, { lang: 'ur' }, { rate, sources: { ...sources, areas: empty } }]) {
      expect(validateStyleMin(make(options as Partial<StyleOptions>))).toEqual([])
    }
  })

  it('draws the borders of the base file as they are, in both views', () => {
    for (const worldview of ['india', 'neutral'] as const) {
      const borders = make({ worldview }).layers.find((layer) => layer.id === 'borders')
      expect(borders).toMatchObject({ filter: ['==', ['get', 'k'], 'border'] })
    }
  })

  it('has one fill for all land in the neutral view, so that no edge of colour draws a line', () => {
    const fill = (worldview: 'india' | 'neutral') =>
      make({ worldview }).layers.find((layer) => layer.id === 'near')?.paint as Record<string, unknown>
    expect(fill('neutral')['fill-color']).toBe(t.land)
    expect(fill('india')['fill-color']).toBe(t.near)
  })

  it('labels in the language of the reader only, without capitals or spacing where the script has none', () => {
    const regions = make({ lang: 'hi' }).layers.find((layer) => layer.id === 'regions')
    expect(regions?.layout).toMatchObject({ 'text-field': ['get', 'hi'], 'text-letter-spacing': 0 })
  })

  it('fetches fonts from this server and needs no glyphs', () => {
    const made = make()
    expect(made.glyphs).toBeUndefined()
    expect(JSON.stringify(made['font-faces'])).not.toContain('://')
  })
})

describe('the legend', () => {
  const words = { several: 'Several', approximate: 'Roughly', noData: 'No data', groups: { indigo: 'Weaving' } }

  it('names only the groups that are on the map, in their fixed order', () => {
    const entries = legend({ t, words, dyes: ['lac', 'indigo'], rough: false })
    expect(entries.map((entry) => ('label' in entry ? entry.label : ''))).toEqual(['Weaving', 'lac', 'Several'])
  })

  it('has an entry for every step of a rate and one for no data', () => {
    const entries = legend({ t, words, dyes: [], rings: false, rough: false, rate: { breaks: [1, 5] } })
    expect(entries.map((entry) => entry.kind)).toEqual(['bath', 'bath', 'bath', 'none'])
  })
})
