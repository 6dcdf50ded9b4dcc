/** Every way through the portal by keyboard alone. `to` fails where the focus is lost or cannot be seen. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'
import { Keyboard } from '../driver/keyboard.mjs'

const here = portal()

/** A reader whose mouse is put away. */
async function keys(story, path, habits = { map: false }) {
  const reader = await here.reader(story, habits)
  await reader.open(path)
  return { reader, key: new Keyboard(reader.page) }
}

test('search for a name, take a suggestion, arrive at its page', async (story) => {
  const { reader, key } = await keys(story, '/explore')
  await key.to(/^Search/)
  await key.type('bidri')
  await reader.suggestions()
  await key.press('ArrowDown')
  await reader.changing(() => key.press('Enter'))
  assert.equal(reader.address, '/cluster/gi-bidriware')
  await reader.goBack()
  assert.equal(reader.address, '/explore')
})

test('open a filter, tick a box, close it, take the chip away, open a record, come back', async (story) => {
  const { reader, key } = await keys(story, '/explore')
  await key.to('Craft family')
  await key.press('Enter')
  await key.to(/^Metal\b/)
  await reader.changing(() => key.press('Space'))
  assert.match((await key.here()).name, /^Metal\b/, 'the focus stays at the box that was ticked')
  await key.press('Escape')
  assert.match((await key.here()).name, /^Craft family/, 'a closed filter gives the focus back')
  const way = await key.to(/Metal/)
  assert.ok(!way.includes('Wood'), 'what is closed takes no stop')
  await reader.changing(() => key.press('Enter'))
  assert.equal(reader.address, '/explore')
  const [first] = await reader.rows()
  await key.to(first)
  await reader.changing(() => key.press('Enter'))
  assert.equal(await reader.heading(), first)
  await reader.goBack()
  assert.equal((await reader.rows())[0], first)
})

test('go to the next page of the list and on from its first record', async (story) => {
  const { reader, key } = await keys(story, '/explore')
  await key.to('Next')
  await reader.changing(() => key.press('Enter'))
  await key.to((await reader.rows())[0])
})

test('take the list along as a file', async (story) => {
  const { reader, key } = await keys(story, '/explore?family=metal')
  await key.to('CSV')
  const [file] = await Promise.all([reader.page.waitForEvent('download'), key.press('Enter')])
  assert.match(file.suggestedFilename(), /^karigar-clusters-metal-.+\.csv$/)
  assert.equal(reader.address, '/explore?family=metal')
})

test('type a place, find its office, narrow the help, open the centre', async (story) => {
  const { reader, key } = await keys(story, '/near')
  await key.to(/place|PIN/i)
  await key.type('Jodhpur')
  await reader.changing(() => key.press('Enter'))
  await key.to('Training')
  await reader.changing(() => key.press('Enter'))
  assert.match(reader.address, /training/)
  await key.to('Handicrafts Service Centre Jodhpur')
  await reader.changing(() => key.press('Enter'))
  assert.equal(await reader.heading(), 'Handicrafts Service Centre Jodhpur')
})

test('go down from all regions to a district, and up again', async (story) => {
  const { reader, key } = await keys(story, '/regions')
  for (const name of ['India', 'Rajasthan', 'Jodhpur']) {
    await key.to(new RegExp(`^${name}\\b`))
    await reader.changing(() => key.press('Enter'))
    assert.equal(await reader.heading(), name)
  }
  for (const name of ['Rajasthan', 'India', 'All regions']) {
    await key.to(name)
    await reader.changing(() => key.press('Enter'))
  }
  assert.equal(reader.address, '/regions')
})

test('go into the map, move and zoom it, and out of it again on both sides', async (story) => {
  const { reader, key } = await keys(story, '/explore?view=map&family=metal', { size: 'phone' })
  await reader.map.idle()
  await key.to('Zoom in')
  await key.back(/map/i)
  const zoom = await reader.map.zoom()
  await key.press('Equal')
  await reader.page.waitForFunction((before) => globalThis.caughtMap.getZoom() > before + 0.5, zoom)
  const { lng } = await reader.page.evaluate(() => globalThis.caughtMap.getCenter())
  await key.press('ArrowRight')
  await reader.page.waitForFunction((before) => globalThis.caughtMap.getCenter().lng > before, lng)
  await key.to('Search this area')
  await reader.changing(() => key.press('Enter'))
  assert.ok(reader.query.has('bbox'))
  assert.ok(await key.here(), 'the focus is somewhere after the results were replaced')
})

test('on the phone: open the menu, leave it with Escape, go elsewhere by it', async (story) => {
  const { reader, key } = await keys(story, '/explore', { size: 'phone', map: false })
  const menu = (await reader.page.locator('.menu > summary').getAttribute('aria-label')) ?? ''
  await key.to(menu)
  await key.press('Enter')
  await key.to('Explore')
  await key.press('Escape')
  assert.equal((await key.here()).name, menu)
  assert.equal(await reader.page.locator('.menu').evaluate((el) => el.open), false)
  await key.press('Enter')
  await key.to('Regions')
  await reader.changing(() => key.press('Enter'))
  assert.equal(reader.address, '/regions')
})

test('on the phone: from the list to the map and up its sheet', async (story) => {
  const { reader, key } = await keys(story, '/explore', { size: 'phone', map: false })
  await key.to('Map')
  await reader.changing(() => key.press('Enter'))
  await key.to(/Low/)
  await key.press('ArrowRight')
  assert.match((await key.here()).name, /Half/)
  await key.to((await reader.rows())[0])
})
