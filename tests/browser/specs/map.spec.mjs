/** The map: an island that may come, and a still picture that is always there. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal, SIZES } from '../driver.mjs'

const here = portal()
const MAP_CODE = /\/assets\/map[\w-]*\.(js|css)|maplibre/

test('the live map comes to rest with everything drawn, and its numbers add up', async (story) => {
  const reader = await here.reader(story)
  await reader.openExplore()
  await reader.map.idle()
  assert.equal(await reader.map.state(), 'live')
  const { colours, varied } = await reader.map.paint()
  assert.ok(colours > 100 && varied > 0.1, `${colours} colours, ${varied} is not ground`)
  const { numberMatched } = await here.api('/collections/clusters/items?limit=1&placed=true')
  assert.equal(await reader.map.sum(), numberMatched)
  assert.equal(await reader.page.locator('.map-still').isVisible(), false)

  await reader.filter('Craft family', 'Metal')
  await reader.map.idle()
  assert.equal(await reader.map.sum(), (await here.api('/collections/clusters/items?limit=1&placed=true&family=metal')).numberMatched)
})

test('the zoom buttons zoom, and offer to search the area', async (story) => {
  const reader = await here.reader(story)
  await reader.openExplore()
  await reader.map.idle()
  const zoom = await reader.map.zoom()
  await reader.page.getByRole('button', { name: 'Zoom in' }).click()
  await reader.map.idle()
  assert.ok((await reader.map.zoom()) > zoom)
  await reader.map.searchArea().waitFor()
})

test('the legend names the dyes that are on the map', async (story) => {
  const reader = await here.reader(story)
  await reader.openExplore('family=metal,wood&within=IN')
  await reader.map.idle()
  await reader.page.locator('details.legend summary').click()
  const entries = reader.page.locator('details.legend li')
  await entries.filter({ hasText: 'Several' }).waitFor()
  const said = await entries.allInnerTexts()
  assert.deepEqual(said.filter((text) => /Metal|Wood|Weaving|Pottery/.test(text)).map((text) => text.trim()), ['Metal', 'Wood, lacquer, toys, instruments'])
})

test('the map goes where another answer is, and stays for another page of the same', async (story) => {
  const reader = await here.reader(story)
  await reader.openExplore()
  await reader.map.idle()
  await reader.map.lookAt([80, 24], 5)
  await reader.nextPage()
  await reader.map.idle()
  assert.ok(Math.abs((await reader.map.zoom()) - 5) < 0.01)
  await reader.search('bidri')
  await reader.map.idle()
  assert.equal(await reader.map.sum(), (await reader.map.ids()).length)
  assert.ok((await reader.map.zoom()) > 5.5)
})

test('the map face fills the window, counts, and leads back to the list', async (story) => {
  for (const size of ['desk', 'phone']) {
    const reader = await here.reader(story, { size, map: false })
    await reader.openExplore('family=metal&view=map')
    const { height, scrolled, foot } = await reader.page.evaluate(() => ({
      height: innerHeight,
      scrolled: document.documentElement.scrollHeight,
      foot: document.querySelector('.mapbox').getBoundingClientRect().bottom,
    }))
    assert.equal(scrolled, height, size)
    assert.equal(foot, size === 'desk' ? height : height - 56, size)
    assert.match(await reader.status(), /^1–20 of \d+ craft clusters$/)
    assert.deepEqual(await reader.chips(), ['Metal'])
    await reader.changing(() => reader.page.locator(size === 'desk' ? '.tabs' : '.tabbar').getByRole('link', { name: 'List' }).click())
    assert.equal(reader.address, '/explore?family=metal')
  }
})

test('no zoom and no move leads beyond the ground of the map', async (story) => {
  const reader = await here.reader(story, { size: 'desk' })
  await reader.openExplore('view=map')
  await reader.map.idle()
  await reader.map.lookAt([20, 60], 0)
  const [west, south, east, north] = await reader.page.evaluate(() => globalThis.caughtMap.getBounds().toArray().flat())
  assert.ok(west >= 54.99 && east <= 102.01 && south >= -5.01 && north <= 42.01, [west, south, east, north].join())
})

test('without script every group of the still map is in sight', async (story) => {
  for (const size of ['desk', 'phone']) {
    const reader = await here.reader(story, { size, script: false })
    await reader.open('/explore?view=map')
    const foot = size === 'desk' ? (box) => box.y + box.height : (_, sheet) => sheet.y
    const edge = foot(await reader.page.locator('.mapbox').boundingBox(), await reader.page.locator('.sheet').boundingBox())
    const marks = await reader.page.locator('.map-still .m-ring').all()
    const places = await Promise.all(marks.map((mark) => mark.boundingBox()))
    assert.ok(places.length > 20)
    assert.deepEqual(places.filter(({ y, height }) => y + height > edge), [], size)
    assert.equal(await reader.page.locator('.zoom').isVisible(), false)
  }
})

test('on a phone the map is a face of its own, and the list a sheet with three stops', async (story) => {
  const reader = await here.reader(story, { size: 'phone' })
  await reader.openExplore('view=map')
  await reader.map.idle()
  const sheet = reader.page.locator('.sheet')
  const heightAt = async (stop) => {
    await reader.page.locator('.stops label', { hasText: stop }).tap()
    await reader.page.waitForFunction(() => document.getAnimations().every((each) => each.playState !== 'running'))
    const { y } = await sheet.boundingBox()
    return reader.page.viewportSize().height - y
  }
  const [low, half, full] = [await heightAt('Low'), await heightAt('Half'), await heightAt('Full')]
  assert.ok(low < half && half < full, `${low} < ${half} < ${full}`)
  assert.ok(low > 40 && full <= 740, `${low} … ${full}`)
  assert.equal((await reader.rowIds()).length, 20)
  await reader.page.locator('#results .row h3 a').first().scrollIntoViewIfNeeded()
  assert.equal(await reader.page.locator('.stops input:checked').getAttribute('value'), 'full')
})

test('the stops of the sheet answer to the arrow keys', async (story) => {
  const reader = await here.reader(story, { size: 'phone', map: false })
  await reader.openExplore('view=map')
  await reader.page.locator('.stops input').first().focus()
  await reader.press('ArrowRight')
  assert.equal(await reader.page.locator('.stops input:checked').getAttribute('value'), 'half')
})

test('a pin on the phone opens its card in place of the sheet, and stays in sight', async (story) => {
  const reader = await here.reader(story, { size: 'phone' })
  await reader.openExplore('ids=gi-bidriware&view=map')
  await reader.map.idle()
  const [pin] = await reader.map.marks()
  assert.ok(pin.free, 'the pin is covered')
  await reader.map.tap(pin)
  await reader.map.card().getByRole('heading', { name: 'Bidriware' }).waitFor()
  await reader.map.idle()
  const [card, open, bar] = await Promise.all([
    reader.map.card().boundingBox(),
    reader.map.card().getByRole('link', { name: 'Open' }).boundingBox(),
    reader.page.locator('.tabbar').boundingBox(),
  ])
  assert.deepEqual([card.x, card.width], [0, 360])
  assert.ok(open.y + open.height <= bar.y && card.y + card.height <= bar.y + 1, JSON.stringify({ card, open, bar }))
  const [seen] = await reader.map.marks()
  assert.ok(seen.free && seen.y < card.y, JSON.stringify({ seen, card }))
  await reader.map.card().getByRole('button', { name: 'Close' }).tap()
  await reader.map.card().waitFor({ state: 'detached' })
})

test('list and map are one query with two faces', async (story) => {
  const reader = await here.reader(story, { size: 'phone', map: false })
  await reader.openExplore('family=metal')
  const listed = await reader.rowIds()
  await reader.changing(() => reader.page.locator('.tabbar').getByRole('link', { name: 'Map' }).tap())
  const { height } = await reader.page.locator('.mapbox').boundingBox()
  assert.ok(height > SIZES.phone.height / 2, `the map is ${height} pixels high`)
  assert.equal(await reader.page.locator('.foot').isVisible(), false)
  assert.equal(reader.address, '/explore?family=metal&view=map')
  assert.deepEqual(await reader.rowIds(), listed)
  await reader.changing(() => reader.page.locator('.tabbar').getByRole('link', { name: 'List' }).tap())
  assert.equal(reader.address, '/explore?family=metal')
})

test('who saves data gets the still map and no map code, until asked', async (story) => {
  const reader = await here.reader(story, { saveData: true })
  await reader.openExplore()
  await reader.map.still()
  await reader.filter('Craft family', 'Metal')
  assert.equal(await reader.map.state(), 'still')
  const asked = () => reader.log.requests.filter((url) => MAP_CODE.test(url))
  assert.deepEqual(asked(), [])
  assert.deepEqual(reader.log.requests.filter((url) => /woff2|fonts-/.test(url)), [])
  await reader.page.getByRole('button', { name: 'Load the map' }).click()
  await reader.map.idle()
  assert.ok(asked().length > 0)
  assert.equal(await reader.map.sum(), (await here.api('/collections/clusters/items?limit=1&placed=true&family=metal')).numberMatched)
})

test('when the ground of the map cannot be fetched the still map stays and the list works', async (story) => {
  const reader = await here.reader(story, { expect: /ERR_FAILED/ })
  await reader.page.route('**/geo/base-*.json', (route) => route.abort())
  const asked = reader.page.waitForRequest(/\/geo\/base-/)
  await reader.openExplore()
  await asked
  await reader.map.still()
  assert.equal(await reader.page.locator('.mapbox canvas').count(), 0)
  await reader.filter('Craft family', 'Metal')
  assert.deepEqual(await reader.chips(), ['Metal'])
  await reader.map.still()
})

test('when there is no WebGL the still map stays', async (story) => {
  const reader = await here.reader(story, { expect: /WebGL|webgl/ })
  await reader.page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return /webgl/.test(kind) ? null : real.call(this, kind, ...rest)
    }
  })
  const fetched = reader.page.waitForResponse(/\/geo\/base-/)
  await reader.openExplore()
  await fetched
  await reader.map.still()
  assert.equal((await reader.rows()).length, 20)
})

test('where motion is not wanted the map jumps instead of flying', async (story) => {
  const reader = await here.reader(story)
  await reader.openExplore()
  await reader.map.idle()
  const group = (await reader.map.marks()).filter((mark) => mark.ring && mark.free).sort((a, b) => b.n - a.n)[0]
  const frames = reader.page.evaluate(
    () =>
      new Promise((done) => {
        let zooms = 0
        globalThis.caughtMap.on('zoom', () => zooms++)
        globalThis.caughtMap.once('zoomend', () => done(zooms))
      }),
  )
  await reader.map.tap(group)
  assert.ok((await frames) <= 2)
})

test('the lines of districts are fetched when somebody is near enough to see them', async (story) => {
  const reader = await here.reader(story, { size: 'phone' })
  const asked = () => reader.log.requests.filter((url) => /\/geo\/districts-/.test(url)).length
  const drawn = () => reader.page.evaluate(() => globalThis.caughtMap.queryRenderedFeatures({ layers: ['districts'] }).length)
  await reader.openExplore('view=map&family=metal')
  await reader.map.idle()
  assert.equal(asked(), 0)
  await reader.map.lookAt([80.9, 26.8], 7.5)
  await reader.page.waitForFunction(() => globalThis.caughtMap.queryRenderedFeatures({ layers: ['districts'] }).length > 0)
  await reader.map.lookAt([77, 23], 8)
  assert.ok((await drawn()) > 0)
  assert.equal(asked(), 1)
})
