/** Explore: one query with its list and its map. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'

const here = portal()
/** Explore with its list; the live map stays away, as on a slow connection. */
const explore = async (story, query) => (await here.reader(story, { map: false })).openExplore(query)
/** Explore when its map has come alive. */
const exploreWithMap = async (story, query, habits) => {
  const reader = await (await here.reader(story, habits)).openExplore(query)
  await reader.map.idle()
  return reader
}
/** Ids of all records of a query that have a place, from the API. */
const placed = async (query, layer = 'clusters') => {
  const answer = await here.api(`/collections/${layer}/items?limit=5000&placed=true&${query}`)
  return answer.features.map((f) => f.id).sort()
}

test('the first page shows a list and says how much there is', async (story) => {
  const reader = await explore(story)
  assert.match(await reader.answerSentence(), /^\d+ craft clusters of India and Pakistan\./)
  assert.equal((await reader.rows()).length, 20)
  const { numberMatched } = await here.api('/collections/clusters/items?limit=1')
  assert.equal(await reader.count(), numberMatched)
})

test('the search box suggests while one types, the arrow keys pick, Enter goes there', async (story) => {
  const reader = await explore(story)
  await reader.type('Hala')
  await reader.page.locator('.suggest [role=option]', { hasText: 'Hala, Matiari, Sindh' }).first().waitFor()
  const offered = await reader.suggestions()
  assert.ok(offered.some((text) => /Hala, Matiari, Sindh/.test(text)), offered.join(' | '))
  await reader.press('ArrowDown', 'ArrowDown', 'ArrowUp')
  assert.equal(await reader.chosenSuggestion(), offered[0])
  await reader.changing(() => reader.press('Enter'))
  assert.match(reader.address, /^\/near\?place=/)
  assert.match(await reader.main(), /Hala, Matiari, Sindh, Pakistan/)
})

test('a word that is spelled wrongly, or in another script, finds the same place', async (story) => {
  const reader = await explore(story)
  for (const spelling of ['Halla', 'ہالا']) {
    await reader.type(spelling)
    await reader.page.locator('.suggest [role=option]', { hasText: 'Hala' }).first().waitFor()
  }
})

test('the search box is a combobox: it says what is offered, which answer is current, and by what kind', async (story) => {
  const reader = await explore(story)
  await reader.type('Jaipur')
  await reader.suggestions()
  const box = reader.searchBox()
  const now = (name) => box.getAttribute(name)
  assert.deepEqual([await now('role'), await now('aria-autocomplete'), await now('aria-expanded')], ['combobox', 'list', 'true'])
  const list = reader.page.locator(`#${await now('aria-controls')}`)
  assert.equal(await list.getAttribute('role'), 'listbox')
  assert.equal(await now('aria-activedescendant'), null)
  assert.ok((await list.locator('[role=group][aria-label]').count()) >= 2, 'grouped by kind')
  await reader.press('ArrowDown')
  const current = reader.page.locator(`#${await now('aria-activedescendant')}`)
  assert.equal(await current.getAttribute('aria-selected'), 'true')
  assert.equal(await box.evaluate((el) => el === document.activeElement), true, 'the focus stays in the box')
  await reader.press('Escape')
  assert.equal(await now('aria-expanded'), 'false')
  assert.equal(await now('aria-activedescendant'), null)
  await reader.press('ArrowDown')
  assert.equal(await now('aria-expanded'), 'true', 'an arrow opens it again')
})

test('a position suggests what is near it and the region it lies in', async (story) => {
  const reader = await explore(story)
  await reader.type('26.9124, 75.7873')
  const offered = await reader.suggestions()
  assert.match(offered[0], /^Near me at this position 26\.9124° N 75\.7873° E, Jaipur, Rajasthan, India/)
  assert.match(offered[1], /^Jaipur, Rajasthan, India/)
  await reader.press('ArrowDown')
  await reader.changing(() => reader.press('Enter'))
  assert.equal(reader.address, '/near?q=26.9124N,75.7873E')
  assert.match(await reader.main(), /Jaipur, Rajasthan, India[^]*The position that was typed/)
})

test('a mistake in a position is told while one types, with what to type instead', async (story) => {
  const reader = await explore(story)
  await reader.type('39J-49L-L8TA')
  await reader.page.locator('.suggest', { hasText: '“A” stands in no DIGIPIN' }).waitFor()
})

test('Escape closes the suggestions and keeps the words', async (story) => {
  const reader = await explore(story)
  await reader.type('brass')
  await reader.suggestions()
  await reader.press('Escape')
  await reader.page.locator('.suggest').waitFor({ state: 'hidden' })
  assert.equal(await reader.searchBox().inputValue(), 'brass')
})

test('words that are sent narrow the list', async (story) => {
  const reader = await explore(story)
  await reader.search('brass')
  assert.equal(reader.address, '/explore?q=brass')
  assert.deepEqual(await reader.chips(), ['“brass”'])
  assert.ok((await reader.count()) < 100)
  await reader.search('no such craft anywhere')
  assert.equal(await reader.count(), 0)
  assert.equal(await reader.answerSentence(), 'No craft clusters found for “no such craft anywhere”.')
  assert.match(await reader.main(), /Try another word or another spelling\./)
})

test('a filter changes the list, the counts and the map, and is one step back', async (story) => {
  const reader = await exploreWithMap(story)
  const [all, steps] = [await reader.count(), await reader.steps()]
  const offered = await reader.options('Craft family')
  await reader.filter('Craft family', 'Metal')
  assert.equal(reader.address, '/explore?family=metal')
  assert.equal(await reader.steps(), steps + 1)
  assert.equal(await reader.count(), offered.Metal)
  assert.match(await reader.answerSentence(), new RegExp(`^${offered.Metal} craft clusters found`))
  assert.deepEqual((await reader.options('Craft family')).Metal, offered.Metal)
  await reader.map.idle()
  assert.deepEqual(await reader.map.ids(), await placed('family=metal'))
  await reader.goBack()
  assert.equal(reader.address, '/explore')
  assert.equal(await reader.count(), all)
})

test('two values of one filter add up; values of two filters narrow', async (story) => {
  const reader = await explore(story)
  const families = await reader.options('Craft family')
  await reader.filter('Craft family', 'Metal')
  await reader.filter('Craft family', 'Wood')
  assert.equal(reader.address, '/explore?family=metal,wood')
  assert.equal(await reader.count(), families.Metal + families.Wood)
  const status = await reader.options('GI status')
  await reader.filter('GI status', 'Registered')
  assert.equal(await reader.count(), status.Registered)
})

test('each chip takes away one thing, and back undoes one change at a time', async (story) => {
  const reader = await explore(story)
  await reader.filter('Craft family', 'Metal')
  await reader.filter('Craft family', 'Wood')
  await reader.where('India')
  assert.deepEqual((await reader.chips()).sort(), ['India', 'Metal', 'Wood'])
  const before = await reader.rowIds()
  const steps = await reader.steps()
  await reader.removeChip('Metal')
  assert.equal(await reader.steps(), steps + 1)
  assert.deepEqual((await reader.chips()).sort(), ['India', 'Wood'])
  await reader.goBack()
  assert.deepEqual((await reader.chips()).sort(), ['India', 'Metal', 'Wood'])
  assert.deepEqual(await reader.rowIds(), before)
  await reader.goBack()
  assert.deepEqual((await reader.chips()).sort(), ['Metal', 'Wood'])
  await reader.goBack()
  assert.deepEqual(await reader.chips(), ['Metal'])
  await reader.goBack()
  assert.deepEqual(await reader.chips(), [])
})

test('“Clear all” takes all away in one step', async (story) => {
  const reader = await explore(story, 'family=metal,wood&within=IN')
  await reader.follow('Clear all')
  assert.equal(reader.address, '/explore')
})

test('an address opens the same records in the same order in a fresh browser', async (story) => {
  const one = await explore(story)
  await one.filter('Craft family', 'Wood')
  await one.where('India')
  const other = await (await here.reader(story, { map: false })).open(one.address)
  assert.deepEqual(await other.rowIds(), await one.rowIds())
  assert.deepEqual((await other.chips()).sort(), ['India', 'Wood'])
})

test('the filter by place leads from country to state to district and up again', async (story) => {
  const reader = await explore(story)
  await reader.where('India')
  const country = await reader.count()
  await reader.where('Uttar Pradesh')
  const state = await reader.count()
  await reader.where('Varanasi')
  const district = await reader.count()
  assert.ok(country > state && state > district && district > 0, `${country} > ${state} > ${district}`)
  assert.match(await reader.answerSentence(), /in Varanasi/)
  assert.deepEqual(await reader.chips(), ['Varanasi'])
  await reader.where('India')
  assert.equal(await reader.count(), country)
  await reader.where('Everywhere')
  assert.deepEqual(await reader.chips(), [])
})

test('the next page goes on where this one ended', async (story) => {
  const reader = await explore(story, 'family=metal')
  const first = await reader.rowIds()
  await reader.nextPage()
  assert.match(await reader.status(), /^21–40 of /)
  const second = await reader.rowIds()
  assert.equal(new Set([...first, ...second]).size, first.length + second.length)
  await reader.previousPage()
  assert.equal(reader.address, '/explore?family=metal')
  assert.deepEqual(await reader.rowIds(), first)
})

test('a filter taken on a later page begins at the first page', async (story) => {
  const reader = await explore(story, 'offset=40')
  await reader.filter('Craft family', 'Metal')
  assert.match(await reader.status(), /^1–20 of /)
})

test('what nothing fits is grey, not hidden', async (story) => {
  const all = Object.keys(await (await explore(story)).options('Craft family'))
  const reader = await explore(story, 'q=hala')
  const left = await reader.options('Craft family')
  assert.deepEqual(Object.keys(left).sort(), all.sort())
  const none = Object.keys(left).find((name) => left[name] === 0)
  assert.ok(none)
  const label = (await reader.openFilter('Craft family')).locator('label', { has: reader.page.locator(`span:text-is("${none}")`) })
  assert.match(await label.getAttribute('class'), /is-zero/)
  const some = (await reader.openFilter('Craft family')).locator('label:not(.is-zero)').first()
  const ink = (locator) => locator.evaluate((el) => getComputedStyle(el).color)
  assert.notEqual(await ink(label), await ink(some))
})

test('the list and the map hold the same records', async (story) => {
  const reader = await exploreWithMap(story, 'family=metal&placed=true')
  const listed = await reader.rowIds()
  while (await reader.page.locator('a[rel=next]').count()) {
    await reader.nextPage()
    listed.push(...(await reader.rowIds()))
  }
  await reader.map.idle()
  assert.deepEqual(await reader.map.ids(), listed.sort())
  assert.equal(await reader.map.sum(), listed.length)
})

test('a row lights its pin, and a pin lights its row', async (story) => {
  const reader = await exploreWithMap(story, 'within=IN-MZ&placed=true')
  const [id] = await reader.rowIds()
  await reader.row(id).hover()
  await reader.page.waitForFunction(() => {
    const map = globalThis.caughtMap
    return map.queryRenderedFeatures({ layers: ['rings', 'pins'] }).some((f) => f.state.hover)
  })
  const [lit] = await reader.map.lit()
  const mark = (await reader.map.marks()).find((each) => each.id === lit)
  const stands = mark.ring ? await reader.map.members(mark) : [mark.id]
  assert.ok(stands.includes(id), `${id} is not among ${stands}`)

  await reader.page.mouse.move(5, 5)
  await reader.map.point(mark)
  await reader.page.locator('#results .is-lit').first().waitFor()
  const onPage = await reader.rowIds()
  assert.deepEqual((await reader.litRows()).sort(), stands.filter((each) => onPage.includes(each)).sort())
})

test('the keyboard lights pins too', async (story) => {
  const reader = await exploreWithMap(story, 'within=IN-MZ&placed=true')
  await reader.page.locator('#results .row h3 a').first().focus()
  await reader.page.waitForFunction(() =>
    globalThis.caughtMap.queryRenderedFeatures({ layers: ['rings', 'pins'] }).some((f) => f.state.hover),
  )
})

test('after a pan the reader may search this area; nothing is refreshed by surprise', async (story) => {
  const reader = await exploreWithMap(story)
  const before = await reader.count()
  assert.equal(await reader.map.searchArea().isVisible(), false)
  await reader.map.pan()
  await reader.map.searchArea().waitFor()
  assert.equal(reader.address, '/explore')
  assert.equal(await reader.count(), before)

  const steps = await reader.steps()
  await reader.map.lookAt([80.9, 26.8], 6)
  await reader.changing(() => reader.map.searchArea().click())
  assert.equal(await reader.steps(), steps + 1)
  assert.deepEqual(await reader.chips(), ['The area on the map'])
  assert.match(await reader.answerSentence(), /in this area/)
  const inside = await reader.count()
  assert.ok(inside > 0 && inside < before)
  await reader.map.idle()
  assert.deepEqual(await reader.map.ids(), await placed(`bbox=${reader.query.get('bbox')}`))
  assert.equal((await reader.map.ids()).length, inside)

  const { numberMatched: nowhere } = await here.api('/collections/clusters/items?limit=1&placed=false')
  await reader.follow(`+ ${nowhere} known only by their state`)
  assert.equal(await reader.count(), nowhere)
  assert.deepEqual(await reader.chips(), ['Without a place'])
})

test('a tap on a group goes closer', async (story) => {
  const reader = await exploreWithMap(story, '', { motion: true })
  const zoom = await reader.map.zoom()
  const group = (await reader.map.marks()).filter((mark) => mark.ring && mark.free).sort((a, b) => b.n - a.n)[0]
  await reader.map.tap(group)
  await reader.page.waitForFunction((before) => globalThis.caughtMap.getZoom() > before + 0.5, zoom)
  await reader.map.idle()
  assert.equal(await reader.map.card().count(), 0)
})

test('records at one spot open as a list that the keyboard reaches', async (story) => {
  const reader = await exploreWithMap(story, 'within=IN-UP-197')
  const varanasi = [83.0104, 25.3167]
  await reader.map.lookAt(varanasi, 12)
  const marks = await reader.map.marks()
  const spot = marks.filter((mark) => mark.ring && mark.free).sort((a, b) => b.n - a.n)[0]
  assert.ok(spot, JSON.stringify(marks))
  await reader.map.tap(spot)
  await reader.map.card().waitFor()
  const links = reader.map.card().locator('ul.here a')
  assert.equal(await links.count(), spot.n)
  assert.match(await reader.map.card().innerText(), new RegExp(`^\\s*${spot.n} at this place`))
  await reader.press('Tab')
  assert.equal(await reader.focused(), 'Close')
  await reader.press('Tab')
  assert.equal(await reader.focused(), (await links.first().innerText()).trim())
  await reader.changing(() => reader.press('Enter'))
  assert.match(reader.address, /^\/cluster\//)
})

test('a pin opens the card of its record; Escape closes it', async (story) => {
  const reader = await exploreWithMap(story, 'ids=gi-bidriware')
  const [pin] = await reader.map.marks()
  assert.equal(pin.id, 'gi-bidriware')
  await reader.map.tap(pin)
  await reader.map.card().getByRole('heading', { name: 'Bidriware' }).waitFor()
  const card = await reader.map.card().innerText()
  assert.match(card, /Bidar, .*Karnataka/)
  assert.match(card, /Source:/)
  assert.deepEqual(await reader.map.lit(), ['gi-bidriware'])
  await reader.press('Escape')
  await reader.map.card().waitFor({ state: 'detached' })

  await reader.map.idle()
  const [again] = await reader.map.marks()
  await reader.map.tap(again)
  await reader.map.card().getByRole('heading', { name: 'Bidriware' }).waitFor()
  await reader.changing(() => reader.map.card().getByRole('link', { name: 'Open' }).click())
  assert.equal(reader.address, '/cluster/gi-bidriware')
})

test('another layer brings its own filters and keeps the place', async (story) => {
  const reader = await exploreWithMap(story, 'family=metal&within=IN-RJ')
  await reader.layer('Service centres')
  assert.equal(reader.address, '/explore?layer=centres&within=IN-RJ')
  assert.match(await reader.answerSentence(), /service centres in Rajasthan/)
  await reader.map.idle()
  assert.deepEqual(await reader.map.ids(), await placed('within=IN-RJ', 'centres'))
  await reader.filter('Kind', 'Training centre')
  assert.match(reader.address, /kind=training-centre/)
})

test('the layer of artisans is empty, and says why', async (story) => {
  const reader = await explore(story, 'layer=artisans')
  assert.equal(await reader.count(), 0)
  assert.match(await reader.main(), /No artisan has yet asked to be listed; 68\.86 lakh artisans are counted in India for 2011-12\./)
})

test('what is listed can be taken along, with the same filters', async (story) => {
  const reader = await explore(story, 'family=metal')
  for (const [form, type] of [['CSV', /text\/csv/], ['GeoJSON', /geo\+json/]]) {
    const address = await reader.link(form).getAttribute('href')
    assert.match(address, /family=metal/)
    const answer = await fetch(here.url + address)
    assert.match(answer.headers.get('content-type'), type)
  }
})

test('when the network fails the list stays, and the page says so', async (story) => {
  const reader = await here.reader(story, { map: false, expect: /ERR_FAILED|Failed to fetch/ })
  await reader.openExplore()
  await reader.page.route('**/explore?*', (route) => route.abort())
  const panel = await reader.openFilter('Craft family')
  await panel.locator('label', { hasText: 'Metal' }).click()
  await reader.page.locator('[data-net-error]:visible').waitFor({ timeout: 5_000 })
  assert.equal((await reader.rows()).length, 20)
})

test('what a tracker added to the address goes to no link and not to the API', async (story) => {
  const reader = await exploreWithMap(story, 'family=metal&fbclid=abc')
  assert.deepEqual(await reader.map.ids(), await placed('family=metal'))
  assert.doesNotMatch(await reader.link('CSV').getAttribute('href'), /fbclid/)
})

test('the keyboard stays where it was when the results are replaced', async (story) => {
  const reader = await explore(story, 'family=metal,wood')
  const chosen = () => reader.page.evaluate(() => document.activeElement?.closest('#results')?.id ?? document.activeElement?.textContent.trim())
  await reader.page.locator('#explore .chip', { hasText: 'Metal' }).focus()
  await reader.changing(() => reader.press('Enter'))
  assert.equal(await chosen(), 'results')
  const panel = await reader.openFilter('Where')
  await panel.getByRole('link', { name: 'India' }).focus()
  await reader.changing(() => reader.press('Enter'))
  assert.equal(await panel.evaluate((el) => el.contains(document.activeElement)), true)
  await reader.page.locator('a[rel=next]').focus()
  await reader.changing(() => reader.press('Enter'))
  assert.equal(await chosen(), 'results')
})
