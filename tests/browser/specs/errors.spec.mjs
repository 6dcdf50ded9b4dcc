/** When something is wrong: what happened, what still works, one next step. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'

const here = portal()
const failing = async (story, path) => (await here.reader(story, { expect: /status of 4\d\d/ })).open(path)

test('an address that leads nowhere says so and leads on', async (story) => {
  for (const path of ['/nowhere', '/cluster/no-such-record', '/r/IN/XX', '/craft/no-such-craft', '/centre/x', '/a/b/c/d']) {
    const reader = await failing(story, path)
    assert.equal(reader.answer.status(), 404, path)
    assert.equal(await reader.heading(), 'There is nothing here', path)
    assert.match(await reader.main(), /The list, the regions and the search still work/)
    await reader.changing(() => reader.page.locator('main .btn-primary').click())
    assert.match(await reader.heading(), /craft clusters of India and Pakistan|All regions/, path)
  }
})

test('a parameter that cannot be read is named, with what it may be', async (story) => {
  const reader = await failing(story, '/explore?family=nonsense&bbox=1,2')
  assert.equal(reader.answer.status(), 400)
  assert.equal(await reader.heading(), 'This address cannot be read')
  const [bbox, family] = await reader.page.locator('.error-list li').allInnerTexts()
  assert.match(bbox, /^bbox = 1,2: .*west,south,east,north/)
  assert.match(family, /^family = nonsense: .*pottery/)
})

test('a point that is none leads back to the page that asks for a place', async (story) => {
  const reader = await failing(story, '/near?point=abc')
  assert.match(await reader.main(), /point = abc/)
  await reader.page.locator('main .btn-primary').click()
  await reader.page.waitForURL(/\/near$/)
  assert.equal(await reader.heading(), 'Near me')
})

test('only a button that leads to the list says “Open the list”', async (story) => {
  for (const path of ['/near?point=abc', '/r/IN/XX']) {
    const reader = await failing(story, path)
    const { name, leads } = await reader.page.locator('main .btn-primary').evaluate((a) => ({ name: a.textContent, leads: a.pathname }))
    assert.ok(leads === '/explore' || name !== 'Open the list', `${path}: “${name}” leads to ${leads}`)
  }
})

test('what a stranger writes into an address is shown as text', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.openExplore('q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E')
  assert.equal(await reader.page.locator('main img').count(), 0)
  assert.deepEqual(await reader.chips(), ['“<img src=x onerror=alert(1)>”'])
})

test('a card that does not exist is no whole page inside the map', async () => {
  const answer = await fetch(`${here.url}/card/clusters/no-such-record`)
  assert.equal(answer.status, 404)
  assert.equal(await answer.text(), '')
})
