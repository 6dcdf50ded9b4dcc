/** Region pages: country, state, district. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { number, portal } from '../driver.mjs'

const here = portal()
const open = async (story, path) => (await here.reader(story)).open(path)
const sentence = async (reader) => (await reader.page.locator('p.answer').innerText()).trim()

test('a state answers in one sentence how many crafts it has and where most are', async (story) => {
  const reader = await open(story, '/r/IN/RJ')
  assert.equal(await reader.heading(), 'Rajasthan')
  const { numberMatched } = await here.api('/collections/clusters/items?limit=1&within=IN-RJ')
  assert.match(await sentence(reader), new RegExp(`^${numberMatched} crafts in \\d+ of 41 districts\\..*Jaipur alone is home to \\d+`))
})

test('its map is drawn by the server and leads to its districts', async (story) => {
  const reader = await open(story, '/r/IN/RJ')
  const map = reader.page.locator('.figmap svg')
  assert.ok((await map.locator('path').count()) > 5)
  assert.match(await map.getAttribute('aria-label'), /Rajasthan/)
  assert.equal(await reader.page.locator('canvas').count(), 0)
  await reader.changing(() => map.locator('.m-areas a').first().press('Enter'))
  assert.match(reader.address, /^\/r\/IN\/RJ\/\d+$/)
})

test('the counts of the districts and of what is not placed add up to the state', async (story) => {
  for (const [path, within] of [['/r/IN', 'IN'], ['/r/IN/RJ', 'IN-RJ'], ['/r/PK', 'PK'], ['/r/IN/MN', 'IN-MN']]) {
    const reader = await open(story, path)
    const tables = reader.page.locator('table', { has: reader.page.locator('th', { hasText: 'Craft clusters' }) })
    const columns = await tables.locator('thead th.num').allInnerTexts()
    const rows = await tables.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td.num')].map((cell) => cell.textContent)))
    const at = columns.findIndex((title) => /Craft clusters/i.test(title))
    const sum = rows.reduce((total, row) => total + number(row[at]), 0)
    assert.equal(sum, (await here.api(`/collections/clusters/items?limit=1&within=${within}`)).numberMatched, path)
  }
})

test('one goes down from all regions to a district, and up again', async (story) => {
  const reader = await open(story, '/regions')
  await reader.follow('India')
  await reader.follow('Rajasthan', 'table')
  await reader.follow('Jodhpur', 'table')
  assert.equal(reader.address, '/r/IN/RJ/113')
  assert.deepEqual(await reader.crumbs(), ['All regions', 'India', 'Rajasthan', 'Jodhpur'])
  await reader.changing(() => reader.page.locator('a[rel=up]').click())
  assert.equal(reader.address, '/r/IN/RJ')
  await reader.follow('India', '.crumbs')
  assert.equal(reader.address, '/r/IN')
})

test('a district names the office that serves it, how well that is known, and its neighbours', async (story) => {
  const reader = await open(story, '/r/IN/RJ/113')
  const office = reader.page.locator('article.centre', { hasText: 'Handicrafts Service Centre Jodhpur' }).first()
  assert.match(await office.innerText(), /Serves Jodhpur district/)
  assert.match(await office.locator('.src').innerText(), /Stated by a source\. Source: .+, (.*\d{4}|undated)/)
  assert.ok((await reader.page.locator('.chips a').count()) > 20)
})

test('“Open the list” shows the same crafts in Explore', async (story) => {
  const reader = await open(story, '/r/IN/RJ')
  const [, n] = /^(\d+) crafts/.exec(await sentence(reader))
  await reader.follow('Open the list')
  assert.equal(reader.address, '/explore?within=IN-RJ')
  assert.equal(await reader.count(), Number(n))
})

test('each dye of the stripe leads to its crafts here', async (story) => {
  const reader = await open(story, '/r/IN/RJ')
  const item = reader.page.locator('.selvedge-key li').first()
  const n = number(await item.locator('.num').innerText())
  await reader.changing(() => item.locator('a').click())
  assert.equal(await reader.count(), n)
})

test('a region without crafts says that nobody has recorded one, not that there is none', async (story) => {
  const reader = await open(story, '/r/IN/RJ/104')
  assert.match(await sentence(reader), /No craft of Alwar is recorded yet\. That says nothing/)
})

test('names in other scripts stand below the name', async (story) => {
  const reader = await open(story, '/r/IN/RJ')
  assert.equal(await reader.page.locator('bdi[lang=hi]').first().innerText(), 'राजस्थान')
})
