import { describe, expect, it } from 'vitest'
import { coincide, type Fields, pinSource, preparePins } from '../src/map/pins'
import type { Look } from '../src/map/words'

const feature = (id: string | undefined, properties: object | null, at: number[] | null = [77, 18]) =>
  ({ type: 'Feature', id, properties, geometry: at && { type: 'Point', coordinates: at } }) as GeoJSON.Feature
const look: Look = {
  codes: { metal: ['verdigris', 'metal'], wood: ['catechu', null], museum: [null, 'museum'] },
  icon: 'cluster',
  shape: 'round',
  rough: ['district'],
}
const crafts = { name: 'name', category: 'family', precision: 'precision' }
const prepare = (features: GeoJSON.Feature[], fields: Fields = crafts) =>
  preparePins({ type: 'FeatureCollection', features }, fields, look).map((pin) => pin.properties)

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

  it('are drawn as the layer says: its own icon where a value has none, no dye where a value has none', () => {
    expect(prepare([feature('a', { family: 'wood' })])[0]).toMatchObject({ dye: 'catechu', icon: 'cluster' })
    expect(prepare([feature('a', { family: 'museum' })])[0]).toMatchObject({ dye: 'plain', icon: 'museum' })
    for (const family of ['nonsense', 'constructor', undefined]) {
      expect(prepare([feature('a', { family })])[0]).toMatchObject({ dye: 'plain', icon: 'cluster' })
    }
  })

  it('are named by the field that the layer names them by', () => {
    expect(prepare([feature('a', { title: 'A well', name: 'no' })], { name: 'title', category: '' })[0]?.name).toBe(
      'A well',
    )
  })

  it('are grouped beyond the largest zoom, so that no record hides under another', () => {
    const source = pinSource([], 'wide')
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
