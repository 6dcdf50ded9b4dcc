import { expect, test } from 'vitest'
import { unpack } from '../src/map/ground'

const feature = (type: string, coordinates: unknown) => ({ properties: { k: 'land' }, geometry: { type, coordinates } })
const unpacked = (type: string, coordinates: unknown) => {
  const map = unpack({ scale: 10000, features: [feature(type, coordinates)] } as Parameters<typeof unpack>[0])
  const geometry = map.features[0]?.geometry
  return geometry && 'coordinates' in geometry ? geometry.coordinates : null
}

test('a line is the way from one position to the next', () => {
  expect(unpacked('LineString', [822900, 253100, 100, -100])).toEqual([
    [82.29, 25.31],
    [82.3, 25.3],
  ])
})

test('each part of a shape starts anew', () => {
  const ring = [10000, 20000, 1, 0]
  expect(unpacked('MultiPolygon', [[ring], [ring]])).toEqual([
    [
      [
        [1, 2],
        [1.0001, 2],
      ],
    ],
    [
      [
        [1, 2],
        [1.0001, 2],
      ],
    ],
  ])
})

test('a point stays as it is', () => {
  expect(unpacked('Point', [78.5, 20.5])).toEqual([78.5, 20.5])
})
