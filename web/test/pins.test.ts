import { describe, expect, it } from 'vitest'
import { coincide, kindOf, pinSource, preparePins } from '../src/map/pins'

const feature = (id: string | undefined, properties: object | null, at: number[] | null = [77, 18]) =>
  ({ type: 'Feature', id, properties, geometry: at && { type: 'Point', coordinates: at } }) as GeoJSON.Feature
const prepare = (features: GeoJSON.Feature[], category = 'family', layer = 'clusters') =>
  preparePins({ type: 'FeatureCollection', features }, category, layer).map((pin) => pin.properties)

describe('pins from an answer of the API', () => {
  it('carry the id, the dye and the icon of the family', () => {
    expect(prepare([feature('gi-bidriware', { name: 'Bidriware', family: 'metal', precision: 'town' })])).toEqual([
      { id: 'gi-bidriware', name: 'Bidriware', dye: 'verdigris', icon: 'metal', rough: false },
    ])
  })

  it('are rough where only the district is known', () => {
    expect(prepare([feature('a', { family: 'wood', precision: 'district' })])[0]?.rough).toBe(true)
    expect(prepare([feature('a', { family: 'wood', precision: 'pin' })])[0]?.rough).toBe(false)
  })

  it('leave out what has no point', () => {
    expect(prepare([feature('a', {}, null), feature(undefined, {})])).toEqual([])
  })

  it('fall back to a known icon for an unknown family and a strange kind', () => {
    expect(prepare([feature('a', { family: 'nonsense' })])[0]).toMatchObject({ dye: 'wool', icon: 'other' })
    expect(prepare([feature('a', { kind: '../x' })], 'kind', 'centres')[0]).toMatchObject({
      dye: 'plain',
      icon: 'service-centre',
    })
    expect(prepare([feature('a', { kind: 'museum' })], 'kind', 'centres')[0]?.icon).toBe('museum')
  })

  it('have another shape for places that help and for events', () => {
    expect([kindOf('clusters').shape, kindOf('centres').shape, kindOf('events').shape]).toEqual([
      'round',
      'square',
      'diamond',
    ])
  })

  it('are grouped beyond the largest zoom, so that no record hides under another', () => {
    const source = pinSource([])
    expect(source.cluster).toBe(true)
    expect(source.clusterMaxZoom).toBeGreaterThan(12)
    expect(source.promoteId).toBe('id')
  })

  it('coincide only at one spot', () => {
    const at = (x: number, y: number) => feature('a', {}, [x, y])
    expect(coincide([at(83.0104, 25.3167), at(83.0104, 25.3167)])).toBe(true)
    expect(coincide([at(83.0104, 25.3167), at(83.02, 25.3167)])).toBe(false)
  })
})
