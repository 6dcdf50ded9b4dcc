import { describe, expect, it } from 'vitest'
import { boxOf, contains, corners, formatBox, parseBox, wrap } from '../src/map/bbox'

describe('a box of the API', () => {
  it('has four decimals and no trailing zeros', () => {
    expect(formatBox([68.123456, 6.5, 97.4, -0.00001])).toBe('68.1235,6.5,97.4,0')
  })

  it('has its west greater than its east across the antimeridian', () => {
    expect(formatBox(boxOf(170, -10, 190, 10))).toBe('170,-10,-170,10')
    expect(formatBox(boxOf(-190, -10, -170, 10))).toBe('170,-10,-170,10')
  })

  it('is the same after the map has gone round the world', () => {
    expect(boxOf(428, 6, 457, 35).map(Math.round)).toEqual([68, 6, 97, 35])
  })

  it('covers the whole world when the view is wider than it, and ends at the poles', () => {
    expect(boxOf(-250, -95, 200, 95)).toEqual([-180, -90, 180, 90])
  })

  it('keeps the antimeridian itself on the side it is on', () => {
    expect(wrap(180)).toBe(180)
    expect(wrap(-180)).toBe(-180)
    expect(wrap(181)).toBe(-179)
  })

  it('is read only when it is whole', () => {
    expect(parseBox('68.1,6.7,97.4,35.5')).toEqual([68.1, 6.7, 97.4, 35.5])
    for (const bad of ['', '1,2,3', '1,2,3,x', '1,9,3,2', '1,,3,4', null]) expect(parseBox(bad)).toBeNull()
  })

  it('gives the camera corners that do not turn round', () => {
    expect(corners([170, -10, -170, 10])).toEqual([
      [170, -10],
      [190, 10],
    ])
  })

  it('knows what lies in it on both sides of the antimeridian', () => {
    expect(contains([170, -10, -170, 10], 175, 0)).toBe(true)
    expect(contains([170, -10, -170, 10], -175, 0)).toBe(true)
    expect(contains([170, -10, -170, 10], 0, 0)).toBe(false)
    expect(contains([60, 5, 100, 40], 77, 18)).toBe(true)
  })
})
