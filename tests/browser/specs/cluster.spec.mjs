/** A craft at its place: the page of a cluster. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'

const here = portal()
const open = async (story, id) => (await here.reader(story)).open(`/cluster/${id}`)

test('a cluster says what it is, where, who says so and since when', async (story) => {
  const reader = await open(story, 'gi-bidriware')
  assert.equal(await reader.heading(), 'Bidriware')
  assert.match(await reader.page.locator('p.answer').innerText(), /metalware/)
  const known = await reader.facts()
  assert.match(known['Made in'], /Bidar.*Karnataka.*India/)
  assert.match(known['How exact'], /The town; nothing closer is known/)
  assert.match(known['Geographical Indication'], /Registered · application 20/)
  assert.match(known.Sources, /GI Registry application 20/)
  assert.match(known.Sources, /In the atlas \d/)
})

test('what nobody knows yet is said, not left out', async (story) => {
  const reader = await open(story, 'gi-bidriware')
  assert.match((await reader.facts()).Artisans, /Not counted in any source read so far/)
  assert.match(await reader.page.locator('.hero .nopic').innerText(), /No photograph yet/)
})

test('names in other scripts carry their language', async (story) => {
  const reader = await open(story, 'gi-bidriware')
  assert.equal(await reader.page.locator('.names bdi[lang=kn]').first().innerText(), 'ಬಿದರಿ ಕಲೆ')
  const urdu = await open(story, 'pk-hala-ajrak')
  assert.equal(await urdu.page.locator('.names bdi[lang=ur], .names bdi[lang=sd]').first().getAttribute('dir'), 'rtl')
})

test('it draws how sure its place is, and names the office that serves it', async (story) => {
  const reader = await open(story, 'gi-bidriware')
  await reader.page.locator('.figmap svg').waitFor()
  assert.match(await reader.page.locator('figcaption').innerText(), /dashed ring says how sure the place is: the town/)
  const office = reader.page.locator('article.is-serving')
  assert.match(await office.innerText(), /Serves|Shares/)
  assert.match(await office.locator('.src').innerText(), /Source:/)
})

test('one goes on to the nearest of its family, to its region and to its family', async (story) => {
  const reader = await open(story, 'gi-bidriware')
  const next = reader.page.locator('.card h3 a').first()
  const name = await next.innerText()
  await reader.changing(() => next.click())
  assert.equal(await reader.heading(), name.trim())
  await reader.goBack()
  await reader.follow('Karnataka')
  assert.equal(reader.address, '/r/IN/KA')
  await reader.goBack()
  await reader.follow('Metal', '.crumbs')
  assert.equal(reader.address, '/explore?family=metal')
})

test('a cluster that is known only by its state has no pin, and says so', async (story) => {
  const { features } = await here.api('/collections/clusters/items?placed=false&limit=1')
  const reader = await open(story, features[0].id)
  assert.match((await reader.facts())['How exact'], /Known only by its/)
  assert.match(await reader.page.locator('figcaption').first().innerText(), /No pin is drawn|no pin is drawn/)
})

test('the record can be taken along as data', async (story) => {
  const reader = await open(story, 'gi-bidriware')
  const address = await reader.link('GeoJSON').getAttribute('href')
  const record = await (await fetch(here.url + address)).json()
  assert.equal(record.id, 'gi-bidriware')
})
