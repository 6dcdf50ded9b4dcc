/** Records of the other layers: a product, an organisation, an event. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'

const here = portal()
const open = async (story, path) => (await here.reader(story)).open(path)

test('a product says where it is made, and that its sellers are not known', async (story) => {
  const reader = await open(story, '/product/tdap-blue-pottery-multan')
  assert.equal(await reader.heading(), 'Blue pottery')
  const known = await reader.facts()
  assert.match(known.Region, /Multan district.*Punjab.*Pakistan.*“Multan in Punjab”/)
  assert.match(await reader.main(), /Sold here\s+Not known yet/)
  assert.ok((await reader.headings()).includes('Made here'))
  assert.equal(await reader.page.locator('main .btn-primary').innerText(), 'Where it is made')
  await reader.follow('Multan Blue Pottery')
  assert.equal(reader.address, '/cluster/pk-multan-blue-pottery')
})

test('a product of two origins shows both, in words, in a list and on its map', async (story) => {
  const reader = await open(story, '/product/tdap-khussa-kandhkot')
  assert.match(await reader.main(), /Kandhkot.* · Kashmor/)
  assert.equal(await reader.page.locator('main .row').count(), 2)
  assert.ok((await reader.page.locator('#place svg .m-ring').count()) > 0)
  const other = reader.page.locator('main .row[data-id="tdap-khussa-kashmore"]')
  await other.waitFor()
  await reader.changing(() => other.locator('h3 a').click())
  assert.equal(reader.address, '/product/tdap-khussa-kashmore')
})

test('a product that is known only by its province has no pin', async (story) => {
  const reader = await open(story, '/product/tdap-rugs-kilims-balochistan')
  assert.match((await reader.facts())['How exact'], /so no pin is drawn/)
  assert.match(await reader.page.locator('figcaption').innerText(), /No pin is drawn/)
})

test('an organisation lists its centres', async (story) => {
  const reader = await open(story, '/org/andhra-pradesh-handicrafts-development-corporation')
  assert.equal(await reader.heading(), 'Andhra Pradesh Handicrafts Development Corporation')
  const count = Number(/^\d+/.exec((await reader.facts()).Centres)[0])
  assert.equal(await reader.page.locator('main .row').count(), count)
  await reader.changing(() => reader.page.locator('main .row h3 a').first().click())
  assert.match(reader.address, /^\/centre\//)
})

test('an event says when it recurs and how exactly its place is known', async (story) => {
  const reader = await open(story, '/event/baneshwar')
  assert.match(await reader.main(), /Yearly, January–\u2060February The next date is not announced/)
  assert.match((await reader.facts())['How exact'], /Somewhere in the district/)
  assert.match((await reader.facts()).Sources, /indiavisits\.com.*In the atlas/)
})

test('the way back leads to the layer, filtered by place', async (story) => {
  const reader = await open(story, '/event/baneshwar')
  await reader.follow('Rajasthan', '.crumbs')
  assert.equal(reader.address, '/events?within=IN-RJ')
})

test('every layer’s records have pages that name their sources', async () => {
  const { collections } = await here.api('/collections')
  for (const { id, itemCount } of collections) {
    if (!itemCount || id === 'regions') continue
    const { features } = await here.api(`/collections/${id}/items?limit=5000`)
    const page = { clusters: 'cluster', centres: 'centre', products: 'product', organisations: 'org', events: 'event' }[id]
    for (const each of features.filter((_, i) => i % 25 === 0)) {
      const answer = await fetch(`${here.url}/${page}/${each.id}`)
      assert.equal(answer.status, 200, `/${page}/${each.id}`)
      assert.ok((await answer.text()).includes('class="src"'), `/${page}/${each.id} names no source`)
    }
  }
})
