/** A word of the trade: everywhere that makes the same thing. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'

const here = portal()
const open = async (story, id) => (await here.reader(story)).open(`/craft/${id}`)

test('a craft names all places that make it', async (story) => {
  const reader = await open(story, 'bell-metal')
  const { features } = await here.api('/collections/clusters/items?craft=bell-metal&limit=100')
  assert.match(await reader.page.locator('p.answer').innerText(), new RegExp(`^${features.length} places make Bell metal ware`))
  const listed = await reader.page.locator('main .row').evaluateAll((all) => all.map((row) => row.dataset.id))
  assert.deepEqual(listed.sort(), features.map((f) => f.id).sort())
})

test('that they make the same thing is marked as an editor’s label', async (story) => {
  const reader = await open(story, 'bell-metal')
  assert.match(await reader.main(), /is an editor’s label/)
})

test('its map holds all places that are known', async (story) => {
  const reader = await open(story, 'bell-metal')
  await reader.page.locator('.figmap svg').waitFor()
  assert.match(await reader.page.locator('figcaption').innerText(), /All/)
})

test('one goes on to a place, and to the same list with filters', async (story) => {
  const reader = await open(story, 'bell-metal')
  const count = await reader.page.locator('main .row').count()
  await reader.follow('Khagra Brass and Bell Metal')
  assert.match(reader.address, /^\/cluster\//)
  await reader.goBack()
  await reader.follow('The same as a list with filters')
  assert.equal(await reader.count(), count)
})

test('a craft of one place leads straight there', async (story) => {
  const { features } = await here.api('/collections/clusters/items?limit=5000&properties=craft')
  const makers = (craft) => features.filter((f) => f.properties.craft === craft)
  const only = features.find(({ properties: { craft } }) => craft && makers(craft).length === 1)
  const reader = await open(story, only.properties.craft)
  assert.equal(reader.address, `/cluster/${only.id}`)
})
