/** Explore as pictures: the same query and order as the list, and what stands in for a photograph. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'

const here = portal()
const ids = (reader, what) => reader.page.locator(`#results ${what}`).evaluateAll((all) => all.map((one) => one.dataset.id))

test('the pictures are the list in another dress: same records, same order, same pages', async (story) => {
  const reader = await here.reader(story, { map: false })
  for (const query of ['', 'family=metal,wood&within=IN', 'offset=20', 'q=silk']) {
    await reader.openExplore(query)
    const rows = await ids(reader, '.row')
    const status = await reader.status()
    await reader.openExplore([query, 'view=pictures'].filter(Boolean).join('&'))
    assert.deepEqual(await ids(reader, '.card'), rows, query)
    assert.equal(await reader.status(), status, query)
    assert.equal(await reader.page.locator('#results .nopic').count(), rows.length, query)
  }
})

test('one goes from face to face with the query, at the desk and on the phone', async (story) => {
  for (const [size, tabs] of [['desk', '.listbar .tabs'], ['phone', '.tabbar']]) {
    const reader = await here.reader(story, { size, map: false })
    await reader.openExplore('family=metal')
    const tab = (name) => reader.page.locator(`${tabs} a`, { hasText: name })
    await reader.changing(() => tab('Pictures').click())
    assert.equal(reader.address, '/explore?family=metal&view=pictures', size)
    assert.equal(await tab('Pictures').getAttribute('aria-current'), 'page', size)
    assert.deepEqual(await reader.chips(), ['Metal'], size)
    await reader.changing(() => tab('List').click())
    assert.equal(reader.address, '/explore?family=metal', size)
  }
})

test('a layer of which nothing can be drawn has no pictures', async (story) => {
  const reader = await here.reader(story, { map: false })
  for (const layer of ['events', 'organisations', 'regions', 'artisans']) {
    await reader.openExplore(`layer=${layer}&view=pictures`)
    assert.equal(await reader.page.locator('#explore a', { hasText: 'Pictures' }).count(), 0, layer)
    assert.equal(await reader.page.locator('#results .card').count(), 0, layer)
  }
})
