import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { DYES, type Dye } from '../src/map/dyes'
import { legend } from '../src/map/legend'
import type { PinFeature } from '../src/map/pins'
import { SHEET, within } from '../src/map/sheet'
import { type StyleOptions, style } from '../src/map/style'
import type { Tokens } from '../src/map/tokens'

const grey = '#888888'
const colours = ['sea', 'land', 'near', 'coast', 'border', 'state', 'district', 'river', 'label', 'label2']
const t = {
  ...Object.fromEntries([...colours, 'cotton', 'ink', 'madder'].map((name) => [name, grey])),
  near: '#777777',
  dye: Object.fromEntries(DYES.map((dye) => [dye, { fill: grey, ink: grey, on: grey }])),
} as unknown as Tokens
const empty = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
const sources = { base: empty, districts: empty, places: empty, pins: { ...empty, promoteId: 'id', cluster: true } }
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
        "regions",
        "places",
        "ring-halo",
        "pin-halo",
        "pins",
        "rings",
      ]
    `)
  })

  it('is valid by the specification, in every language', () => {
    for (const options of [{}, { lang: 'hi' }, { lang: 'ur' }]) expect(validateStyleMin(make(options))).toEqual([])
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
  const words = { several: 'Several', approximate: 'Roughly', groups: { indigo: 'Weaving', lac: 'Embroidery' } }
  const pin = (dye: Dye, rough = false): PinFeature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [77, 18] },
    properties: { id: dye, name: '', dye, icon: `${dye}-icon`, rough },
  })
  const labels = (...pins: PinFeature[]) => legend(words, pins).map((entry) => entry.label)

  it('names only the dyes that are on the map, in their fixed order', () => {
    expect(labels(pin('lac'), pin('indigo'))).toEqual(['Weaving', 'Embroidery', 'Several'])
    expect(legend(words, [pin('lac')])).toEqual([{ kind: 'medal', dye: 'lac', icon: 'lac-icon', label: 'Embroidery' }])
  })

  it('says what a broken line means only where there is one', () => {
    expect(labels(pin('plain', true))).toEqual(['Roughly'])
  })
})

describe('the sheet of the atlas', () => {
  it('covers a frame of any size, wherever one would look', () => {
    for (const frame of [
      { width: 2560, height: 1300 },
      { width: 360, height: 400 },
      { width: 800, height: 200 },
    ]) {
      for (const asked of [
        { lng: 0, lat: 80, zoom: 1 },
        { lng: 101, lat: 3, zoom: 4 },
        { lng: 80, lat: 22, zoom: 0 },
      ]) {
        const { lng, lat, zoom } = within(SHEET, frame, asked)
        const degrees = (frame.width / (512 * 2 ** zoom)) * 360
        expect(lng - degrees / 2).toBeGreaterThan(SHEET[0] - 1e-6)
        expect(lng + degrees / 2).toBeLessThan(SHEET[2] + 1e-6)
        expect(lat).toBeGreaterThan(SHEET[1])
        expect(lat).toBeLessThan(SHEET[3])
      }
    }
  })

  it('leaves a view alone that is inside of it', () => {
    const asked = { lng: 80, lat: 22, zoom: 7 }
    const { lng, lat, zoom } = within(SHEET, { width: 800, height: 600 }, asked)
    expect([lng, lat, zoom].map((n) => n.toFixed(6))).toEqual(['80.000000', '22.000000', '7.000000'])
  })
})
