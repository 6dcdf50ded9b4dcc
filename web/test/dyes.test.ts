import { expression } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { DYES, dyeOf, GROUPS, mix, mixExpression, ringRadius, ringRadiusExpression } from '../src/map/groups'

function evaluate(value: unknown, properties: Record<string, unknown>) {
  const made = expression.createExpression(value as never, 'test')
  if (made.result === 'error') throw new Error(JSON.stringify(made.value))
  return made.value.evaluate({ zoom: 5 }, { type: 1, properties } as never)
}

describe('dye groups', () => {
  it('give every family exactly one group', () => {
    const families = GROUPS.flatMap((g) => g.families as readonly string[])
    expect(families).toHaveLength(22)
    expect(new Set(families).size).toBe(22)
  })

  it('put an unknown family into the last group', () => {
    expect(dyeOf('metal')).toBe('verdigris')
    expect(dyeOf('moon-dust')).toBe('wool')
  })
})

describe('the mix of a ring', () => {
  it('keeps the order of the groups, whatever the order of the counts', () => {
    expect(mix({ lac: 1, indigo: 2 })).toBe('indigo:8,lac:4')
  })

  it('never rounds a present group to nothing', () => {
    expect(mix({ indigo: 500, wool: 1 })).toBe('indigo:12,wool:1')
  })

  it('leaves out absent groups', () => {
    expect(mix({ indigo: 0, metal: 3 } as never)).toBe('')
    expect(mix({ jamun: 3 })).toBe('jamun:12')
  })

  it('is the same on the map as in the function', () => {
    for (const counts of [{ indigo: 3, lac: 4, slate: 5 }, { plain: 7 }, { indigo: 500, wool: 1 }]) {
      const all = Object.fromEntries(DYES.map((dye) => [dye, (counts as Partial<Record<string, number>>)[dye] ?? 0]))
      const n = Object.values(counts).reduce((a, b) => a + b, 0)
      expect(evaluate(mixExpression(), { ...all, point_count: n })).toBe(`${mix(counts)},`)
    }
  })
})

describe('the radius of a ring', () => {
  it('grows with the logarithm of the count and has an upper limit', () => {
    expect(ringRadius(2)).toBeCloseTo(12.2)
    expect(ringRadius(16)).toBeCloseTo(21.8)
    expect(ringRadius(1e6)).toBe(34)
  })

  it('is the same on the map as in the function', () => {
    for (const n of [2, 17, 5000])
      expect(evaluate(ringRadiusExpression(), { point_count: n })).toBeCloseTo(ringRadius(n))
  })
})
