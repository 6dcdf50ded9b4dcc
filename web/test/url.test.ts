import { describe, expect, it } from 'vitest'
import { coarsePoint, editUrl, tidyUrl } from '../src/page/url'

const HERE = 'https://karigar.example/explore?layer=clusters'

describe('a tidy address', () => {
  it('drops what is empty and sorts the rest', () => {
    expect(tidyUrl('/explore?q=&where=&layer=centres&gi=yes', HERE)).toBe('/explore?gi=yes&layer=centres')
  })

  it('joins the boxes of one filter with commas', () => {
    expect(tidyUrl('/explore?family=metal&family=wood&family=metal', HERE)).toBe('/explore?family=metal,wood')
  })

  it('is itself when it is tidied again', () => {
    const once = tidyUrl('/explore?q=हाला&bbox=68.1,6.7,97.4,35.5&family=metal,wood', HERE)
    expect(tidyUrl(once, HERE)).toBe(once)
    expect(once).toContain('bbox=68.1,6.7,97.4,35.5')
  })

  it('has no question mark when nothing is asked', () => {
    expect(tidyUrl('/explore?q=', HERE)).toBe('/explore')
  })
})

describe('an edited address', () => {
  it('sets and removes parameters and begins at the first page', () => {
    const address = 'https://karigar.example/explore?family=metal&cursor=abc&q=x#row'
    expect(editUrl(address, { bbox: '1,2,3,4', q: null })).toBe('/explore?bbox=1,2,3,4&family=metal')
  })

  it('never sends a position finer than about a hundred metres', () => {
    expect(coarsePoint(91.8845678, 25.5712345)).toBe('91.88,25.57')
    expect(coarsePoint(77, -0.00001)).toBe('77,0')
  })
})
