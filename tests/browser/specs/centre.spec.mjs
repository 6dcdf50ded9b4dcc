/** A centre: call it, find the way, know what it does. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'

const here = portal()
const open = async (story, id, habits) => (await here.reader(story, habits)).open(`/centre/${id}`)

test('the call button dials, and the route opens the map of the phone', async (story) => {
  const reader = await open(story, 'nhdc-varanasi', { size: 'phone' })
  const call = reader.link(/^Call/)
  assert.equal(await call.getAttribute('href'), 'tel:05422201283')
  assert.match(await reader.link(/^Route/).getAttribute('href'), /^geo:25\.\d+,82\.\d+\?q=25\.\d+,82\.\d+/)
  const { y, height } = await call.boundingBox()
  assert.ok(height >= 44, `${height} is too small for a thumb`)
  assert.ok(y + height <= 740, 'the call button is below the first screen')
})

test('calling is the one action that stands out', async (story) => {
  const reader = await open(story, 'nhdc-varanasi')
  assert.deepEqual(await reader.page.locator('main .btn-primary:visible').allInnerTexts().then((all) => all.map((text) => text.replace(/\s+/g, ' ').trim())), ['Call 0542-2201283'])
})

test('without a number of its own the toll-free line of its head office is called, and said to be that', async (story) => {
  const reader = await open(story, 'hsc-jodhpur')
  const acts = reader.page.locator('.acts')
  assert.equal(await acts.locator('a.btn-primary').getAttribute('href'), 'tel:18002084800')
  assert.match(await acts.innerText(), /toll-free line of its head office; no number of its own is known/)
})

test('where nobody has a number the way there is the one action', async (story) => {
  const reader = await open(story, 'pk-col-hala')
  const acts = reader.page.locator('.acts')
  assert.match(await acts.innerText(), /No number known/)
  assert.equal(await acts.locator('a[href^="tel:"]').count(), 0)
  assert.match(await acts.locator('a.btn-primary:visible').getAttribute('href'), /^https:\/\/www\.openstreetmap\.org\/directions\?to=/)
})

test('it lists the districts that it serves, and how well each is known', async (story) => {
  const reader = await open(story, 'hsc-jodhpur')
  const stated = reader.page.locator('.served', { hasText: 'A source says that this office serves them' })
  const names = await stated.locator('.chip').allInnerTexts()
  assert.ok(names.includes('Jodhpur') && names.includes('Pali') && names.length >= 11, names.join(', '))
  assert.match(await stated.locator('.src').last().innerText(), /Source: .+, July 2018/)
  await reader.changing(() => stated.locator('.chip', { hasText: 'Pali' }).click())
  assert.equal(await reader.heading(), 'Pali')
})

test('each service says what it needs, and what no source states', async (story) => {
  const reader = await open(story, 'hsc-jodhpur')
  const services = reader.page.locator('.services > li')
  assert.ok((await services.count()) > 0)
  for (const service of await services.allInnerTexts()) assert.match(service, /Source:/)
})

test('what it offers is a list of services, not of regions', async (story) => {
  const reader = await open(story, 'nhdc-varanasi')
  const offered = await reader.page.locator('.gets strong').allInnerTexts()
  assert.deepEqual(offered.filter((text) => /Pradesh|Chhattisgarh|Uttarakhand/.test(text)), [])
})

test('old data is marked as old', async (story) => {
  const reader = await open(story, 'nhdc-varanasi')
  assert.match(await reader.main(), /This number may be from an older page/)
  assert.match(await reader.main(), /Not verified since entry/)
  assert.match(await reader.main(), /Hours Not known\. Call before you travel/)
})

test('its organisation and its neighbours are one step away', async (story) => {
  const reader = await open(story, 'nhdc-varanasi')
  await reader.follow('National Handloom Development Corporation')
  assert.match(reader.address, /^\/org\//)
})
