import { describe, expect, it } from 'vitest'
import { urlFor } from '../src/map/dom'
import { readWords, withCount } from '../src/map/words'
import { enough, nextOption } from '../src/page/combobox'

describe('the search box', () => {
  it('asks from the second Latin letter or the first of another script', () => {
    expect([enough('a'), enough(' a '), enough('ha')]).toEqual([false, false, true])
    expect([enough('ह'), enough('ہ'), enough('')]).toEqual([true, true, false])
  })

  it('goes round its answers by way of the input', () => {
    expect([nextOption(-1, 1, 3), nextOption(2, 1, 3), nextOption(-1, -1, 3), nextOption(0, -1, 3)]).toEqual([
      0, -1, 2, -1,
    ])
  })
})

describe('the words of the map', () => {
  it('come from the page, and a missing one has a stand-in', () => {
    expect(readWords('{"close":"बंद करें"}')).toMatchObject({ close: 'बंद करें', km: 'km' })
    expect(readWords('not json').close).toBe('Close')
    expect(readWords(null).groups).toEqual({})
  })

  it('take a number', () => {
    expect(withCount('यहाँ {n} शिल्प', 12)).toBe('यहाँ 12 शिल्प')
  })
})

describe('addresses of records', () => {
  it('have the id at their end or where the page wants it, always escaped', () => {
    expect(urlFor('/card/clusters/', 'gi-a/b')).toBe('/card/clusters/gi-a%2Fb')
    expect(urlFor('/cluster/{id}?lang=hi', 'gi-x')).toBe('/cluster/gi-x?lang=hi')
  })
})
