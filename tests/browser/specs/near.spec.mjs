/** Near me: the office that serves a place, and the nearest centres. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'

const here = portal()
const near = async (story, query, habits) => (await here.reader(story, habits)).openNear(query)
const place = async (reader) => (await reader.page.locator('.near-here').innerText()).replace(/\s+/g, ' ')
const yours = (reader) => reader.page.locator('article.is-serving')
const nearest = (reader) => reader.page.locator('.cols > section', { has: reader.page.locator('h2', { hasText: /^Nearest/ }) })
const JODHPUR = { latitude: 26.2912345, longitude: 73.0212345 }

test('a typed place is answered with the office of its district and the nearest centres', async (story) => {
  const reader = await near(story)
  await reader.search('Jodhpur')
  assert.equal(reader.address, '/near?q=Jodhpur')
  assert.match(await place(reader), /^Jodhpur, Rajasthan, India/)
  assert.match(await yours(reader).innerText(), /Serves Jodhpur district[\s\S]*Handicrafts Service Centre Jodhpur/)
  assert.match(await yours(reader).locator('.src').innerText(), /Stated by a source\. Source: .+ July 2018/)
  assert.equal(await nearest(reader).locator('article.centre').count(), 8)
})

test('the nearest come nearest first', async (story) => {
  const reader = await near(story, 'q=342001')
  const far = await nearest(reader).locator('.far').allInnerTexts()
  const km = far.map((text) => (/^under 1 km/.test(text) ? 0 : Number(/^(?:about )?([\d,.]+) km/.exec(text)?.[1].replaceAll(',', ''))))
  assert.ok(km.every((each, i) => i === 0 || each >= km[i - 1]), far.join(' | '))
})

test('the office that serves the district stands first even when it is not the nearest', async (story) => {
  const reader = await near(story, 'q=Pali')
  assert.match(await yours(reader).innerText(), /Serves Pali district[\s\S]*Jodhpur/)
  const first = await nearest(reader).locator('h3').first().innerText()
  assert.notEqual(first, await yours(reader).locator('h3').innerText())
})

test('a PIN code is a place', async (story) => {
  const reader = await near(story)
  await reader.search('342001')
  assert.match(await place(reader), /342001, Jodhpur, Rajasthan, India The middle of the post offices/)
})

test('several places of one name are offered, with their parents', async (story) => {
  const reader = await near(story, 'q=Rampur')
  await reader.page.locator('details.others summary').click()
  const others = await reader.page.locator('details.others a').allInnerTexts()
  assert.ok(others.length >= 3)
  for (const each of others) assert.match(each, /, .+, (India|Pakistan|Nepal|Bangladesh)( \(the whole area\))?$/)
  const chosen = others.find((each) => /Odisha/.test(each))
  await reader.changing(() => reader.page.locator('details.others a', { hasText: chosen }).click())
  assert.match(await place(reader), /Odisha/)
})

test('a place that nobody knows is said, with what to try', async (story) => {
  const reader = await near(story, 'q=Nowhereabad')
  assert.match(await reader.main(), /No place called “Nowhereabad” was found\. Try the nearest town/)
})

test('the position is asked for only on a tap, and leaves the phone coarse', async (story) => {
  const reader = await near(story, '', { position: JODHPUR })
  assert.equal(reader.address, '/near')
  await reader.changing(() => reader.link('Use my position').click())
  assert.equal(reader.address, '/near?point=73.02,26.29')
  assert.match(await place(reader), /Jodhpur, Rajasthan, India Your position, rounded to about a kilometre/)
  assert.equal(await reader.link('Link to this place').getAttribute('href'), '/near?place=regions:IN-RJ-113')
  assert.equal(await reader.searchBox().inputValue(), '')
})

test('who does not share a position is told, and can type instead', async (story) => {
  const reader = await near(story, '', { position: 'denied' })
  await reader.link('Use my position').click()
  await reader.page.locator('[data-locate-state=denied]').waitFor()
  assert.equal(reader.address, '/near')
  await reader.search('Jodhpur')
  assert.match(await place(reader), /^Jodhpur/)
})

test('a slow position and a browser without one each have their words', async (story) => {
  for (const [code, state] of [[3, 'timeout'], [2, 'unavailable']]) {
    const reader = await here.reader(story)
    await reader.page.addInitScript((code) => {
      navigator.geolocation.getCurrentPosition = (_, fail) => fail({ code })
    }, code)
    await reader.openNear()
    await reader.link('Use my position').click()
    await reader.page.locator(`[data-locate-state=${state}]`).waitFor()
  }
})

test('a page that is not secure says so, and a place can be typed', async (story) => {
  const reader = await here.reader(story, { size: 'phone' })
  await reader.page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
  await reader.openNear()
  await reader.link('Use my position').click()
  await reader.page.locator('[data-locate-state=insecure]').waitFor()
  await reader.search('Jodhpur')
  assert.match(await place(reader), /^Jodhpur/)
})

test('a position outside the regions is said, and a place can still be typed', async (story) => {
  const reader = await near(story, '', { position: { latitude: 0.5, longitude: 0.5 }, size: 'phone' })
  await reader.changing(() => reader.link('Use my position').click())
  assert.match(await place(reader), /^A place outside the regions of this atlas/)
  assert.match(await reader.main(), /No centre of this atlas is within 300 km/)
  assert.equal(await reader.link('Link to this place').count(), 0)
  await reader.search('Jodhpur')
  assert.equal(reader.address, '/near?q=Jodhpur')
})

test('what is copied is the place, not where the reader is', async (story) => {
  const reader = await near(story, '', { position: JODHPUR })
  await reader.changing(() => reader.link('Use my position').click())
  await reader.page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      globalThis.copied = text
    }
  })
  await reader.link('Link to this place').click()
  await reader.page.waitForFunction(() => globalThis.copied)
  assert.equal(await reader.page.evaluate(() => globalThis.copied), `${here.url}/near?place=regions:IN-RJ-113`)
})

test('in another language the page still answers for the same rounded position, and names none to others', async (story) => {
  const reader = await near(story, '', { position: JODHPUR })
  await reader.changing(() => reader.link('Use my position').click())
  const others = reader.page.locator('link[rel=canonical], link[rel=alternate], meta[property^=og]')
  for (const each of await others.evaluateAll((all) => all.map((el) => el.outerHTML))) assert.doesNotMatch(each, /point|73\.02/)
  await reader.follow('हिन्दी', '.langs')
  assert.equal(reader.address, '/hi/near?point=73.02,26.29')
})

test('whoever goes there can call and find the way, and reads that hours are not known', async (story) => {
  const reader = await near(story, 'q=Jodhpur', { size: 'phone' })
  assert.match(await yours(reader).locator('a[href^="tel:"]').getAttribute('href'), /^tel:[+\d]/)
  assert.match(await yours(reader).locator('a.on-touch').getAttribute('href'), /^geo:/)
  assert.match(await yours(reader).locator('a.on-desk').getAttribute('href'), /^https:/)
  assert.match(await reader.main(), /Opening hours stand in none of the sources\. Call before you travel\./)
})

test('help is narrowed to laboratories, or to raw material', async (story) => {
  const reader = await near(story, 'q=Varanasi')
  for (const [name, title, kind] of [['Testing', 'Nearest laboratory', 'testing-lab'], ['Raw material', 'Nearest raw-material bank', 'raw-material-bank']]) {
    await reader.follow(name)
    assert.ok((await reader.headings()).includes(title))
    const [first] = await nearest(reader).locator('h3 a').evaluateAll((all) => all.map((a) => a.getAttribute('href').split('/').at(-1)))
    const { properties } = await here.api(`/collections/centres/items/${first}`)
    assert.equal(properties.kind, kind)
    assert.match(reader.address, /q=Varanasi/)
  }
})

test('the link to share names the place, not the person', async (story) => {
  const reader = await near(story, 'q=342001')
  const address = await reader.link('Link to this place').getAttribute('href')
  assert.equal(address, '/near?q=342001')
})

test('Explore leads here', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.openExplore()
  await reader.follow('Near me', '.explore-bar')
  assert.equal(reader.address, '/near')
})
