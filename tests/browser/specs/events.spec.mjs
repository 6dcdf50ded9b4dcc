/** Fairs and events: what comes next, the year ahead, where, and the calendar file. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'

const here = portal()

test('the menu leads to the events, and each leads to its page', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.openExplore()
  await reader.changing(() => reader.page.locator('.mast-nav a', { hasText: 'Events' }).click())
  assert.equal(reader.address, '/events')
  assert.equal(await reader.heading(), 'Fairs and events')
  const dates = await reader.page.locator('.row-when .vh').allInnerTexts()
  assert.equal(dates.length, 3)
  await reader.changing(() => reader.page.locator('.row-when h3 a', { hasText: 'Handicrafts' }).click())
  assert.equal(reader.address, '/event/handicrafts-week')
})

test('the sheets of the calendar mark the days, and one that only one source gives apart', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.open('/events')
  const december = reader.page.locator('.month', { has: reader.page.locator('h3', { hasText: 'December' }) })
  const numbers = (days) => days.evaluateAll((all) => all.map((day) => Number(day.firstChild.textContent)))
  const marked = await numbers(december.locator('td.is-on'))
  for (let day = 8; day <= 14; day++) assert.ok(marked.includes(day), `${day}`)
  assert.ok(!marked.includes(15))
  assert.deepEqual(await numbers(december.locator('td.is-perhaps')), [15])
  assert.match(await december.locator('td.is-perhaps .vh').textContent(), /Handicrafts.*not all sources/)
})

test('a region is chosen without script, and taken away again', async (story) => {
  const reader = await here.reader(story, { script: false })
  const { page } = reader
  await reader.open('/events')
  await page.locator('details.filter summary').click()
  await page.locator('.choices a', { hasText: 'India' }).click()
  await page.locator('details.filter summary').click()
  await page.locator('.choices a', { hasText: 'Rajasthan' }).click()
  assert.equal(reader.address, '/events?within=IN-RJ')
  assert.match(await reader.main(), /Pushkar Fair/)
  assert.match(await reader.main(), /Handicrafts Week.*2 of them are held in all of India/)
  assert.match(await reader.main(), /Known only to the country: .*India Carpet Expo/)
  await page.locator('.chip', { hasText: 'Rajasthan' }).click()
  assert.equal(reader.address, '/events')
})

test('the calendar is a file that a browser saves', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.open('/event/handicrafts-week')
  const saved = reader.page.waitForEvent('download')
  await reader.page.locator('main .btn-primary').click()
  assert.equal((await saved).suggestedFilename(), 'handicrafts-week.ics')
})

test('an event whose days nobody has announced offers no calendar', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.open('/event/pushkar')
  assert.match(await reader.main(), /The next date is not announced/)
  assert.equal(await reader.page.locator('a[href$=".ics"]').count(), 0)
})
