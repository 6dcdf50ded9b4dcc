/** Readers who see otherwise: high contrast, large letters, a page at 400 %. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'
import { cutOff, sideways } from '../driver/judge.mjs'
import { Keyboard } from '../driver/keyboard.mjs'
import { PAGES, SCREENS } from '../driver/screens.mjs'

const here = portal()
const expect = /status of 4\d\d/

/** What does not fit, of every page. */
async function misfits(reader) {
  const troubles = {}
  for (const [title, path] of PAGES) {
    await reader.open(path)
    const found = [...(await sideways(reader.page)), ...(await cutOff(reader.page))]
    if (found.length > 0) troubles[title] = found
  }
  return troubles
}

test('at 400 % no page is wider than the window, and no words are cut', async (story) => {
  const reader = await here.reader(story, { size: 'zoomed', map: false, expect })
  assert.deepEqual(await misfits(reader), {})
})

test('with letters twice as large no page is wider than a phone or a desk, and no words are cut', async (story) => {
  for (const size of ['phone', 'desk']) {
    const reader = await here.reader(story, { size, map: false, expect })
    const letters = await reader.page.context().newCDPSession(reader.page)
    await letters.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    assert.deepEqual(await misfits(reader), {}, size)
  }
})

test('at 400 % the map and its list stand one below the other', async (story) => {
  const reader = await here.reader(story, { size: 'zoomed', map: false })
  await reader.openExplore('view=map')
  const [map, list] = await Promise.all(['.mapbox', '.sheet'].map((each) => reader.page.locator(each).boundingBox()))
  assert.ok(map.height >= 150 && list.y >= map.y + map.height, JSON.stringify({ map, list }))
  await new Keyboard(reader.page).to((await reader.rows())[0])
})

test('a high-contrast theme shows the focus, the edges, the current choice and the dyes', async (story) => {
  const reader = await here.reader(story, { contrast: true, map: false })
  await reader.openExplore('family=metal')
  const { page } = reader
  const key = new Keyboard(page)
  for (const name of [/^Search/, /^Craft family/, /Metal/, 'List', (await reader.rows())[0]]) {
    await key.to(name)
    const shown = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement.closest('.search') ?? document.activeElement)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    assert.ok(shown, `${name} has no outline`)
  }
  const style = (selector, name) => page.locator(selector).first().evaluate((el, name) => getComputedStyle(el)[name], name)
  assert.equal(await style('.row .swatch', 'backgroundColor'), 'rgb(31, 144, 137)')
  assert.equal(await style('.chip', 'outlineStyle'), 'solid')
  assert.notEqual(await style('.tabs [aria-current]', 'backgroundColor'), await style('.tabs a:not([aria-current])', 'backgroundColor'))
})

test('who saves data fetches the page, its styles and its small scripts, and nothing else, on every screen', async (story) => {
  const reader = await here.reader(story, { saveData: true, expect })
  for (const path of Object.values(SCREENS)) {
    reader.log.requests.length = 0
    await reader.open(path)
    const more = reader.log.requests.filter((url) => !/\.(css|js|svg)$/.test(new URL(url).pathname) && url !== here.url + path)
    assert.deepEqual(more, [], path)
    assert.deepEqual(reader.log.requests.filter((url) => /fonts-|\/map[\w-]*\.js/.test(url)), [], path)
  }
})
