import { expression } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { DYES, mixExpression, ringRadius, ringRadiusExpression } from '../src/map/dyes'

function evaluate(value: unknown, properties: Record<string, unknown>) {
  const made = expression.createExpression(value as never, 'test')
  if (made.result === 'error') throw new Error(JSON.stringify(made.value))
  return made.value.evaluate({ zoom: 5 }, { type: 1, properties } as never)
}

const mix = (counts: Partial<Record<string, number>>) => {
  const all = Object.fromEntries(DYES.map((dye) => [dye, counts[dye] ?? 0]))
  return evaluate(mixExpression(), { ...all, point_count: Object.values(all).reduce((a, b) => a + b, 0) })
}

describe('the mix of a ring', () => {
  it('keeps the order of the dyes, whatever the order of the counts', () => {
    expect(mix({ lac: 1, indigo: 2 })).toBe('indigo:8,lac:4,')
  })

  it('never rounds a present dye to nothing, and leaves out absent ones', () => {
    expect(mix({ indigo: 500, wool: 1 })).toBe('indigo:12,wool:1,')
    expect(mix({ plain: 7 })).toBe('plain:12,')
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
