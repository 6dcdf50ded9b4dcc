/** What leaves the portal: one address for every state, prints, lists in other sites' pages. */
import { strict as assert } from 'node:assert'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { portal, SIZES } from '../driver.mjs'
import { startBrowser } from '../driver/browser.mjs'

const here = portal()

/** The number of pages of a PDF: its page objects. */
const pages = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length

const STATES = [
  '/explore?family=metal,wood&within=IN',
  '/explore?q=silk',
  '/explore?bbox=76,24,84,30&offset=20',
  '/explore?sortby=-gi_year&within=IN-UP',
  '/explore?layer=centres&within=IN-RJ',
  '/hi/explore?family=metal&within=IN-UP',
  '/ur/explore?within=PK-PB',
  '/near?q=Jodhpur',
  '/hi/near?help=testing&q=Varanasi',
  '/r/IN/UP/197',
  '/hi/r/IN/RJ',
  '/ur/r/PK/PB',
]

test('the address of every state shows the same in a fresh browser', async (story) => {
  const shown = (reader) => reader.page.locator('main [data-id], main .centre h3 a').evaluateAll((all) => all.map((el) => el.dataset.id ?? el.pathname.split('/').at(-1)))
  for (const state of STATES) {
    const first = await here.reader(story, { map: false })
    await first.open(state)
    const ids = await shown(first)
    assert.ok(ids.length > 0, state)
    const { pathname } = new URL(first.page.url())
    // Another browser prefers another language; the address says which one is meant.
    const again = await here.reader(story, { map: false, script: false })
    await again.open((pathname === state.split('?')[0] && /^\/(en|hi|ur)\//.test(state) ? '' : '/en') + first.address)
    assert.deepEqual(await shown(again), ids, state)
  }
})

test('filters that were clicked together have an address that shows the same', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.openExplore()
  await reader.filter('Craft family', 'Metal')
  await reader.where('India')
  await reader.nextPage()
  const ids = await reader.rowIds()
  const again = await here.reader(story, { map: false })
  await again.open(reader.address)
  assert.deepEqual(await again.rowIds(), ids)
})

test('every state names itself in each language', async (story) => {
  const reader = await here.reader(story, { map: false })
  for (const state of STATES.filter((each) => each.startsWith('/explore'))) {
    await reader.open(state)
    const links = await reader.page.locator('link[rel=alternate]').evaluateAll((all) => Object.fromEntries(all.map((el) => [el.hreflang, el.href.replace(location.origin, '')])))
    assert.equal(links['x-default'], state)
    assert.equal(links.hi, `/hi${state}`)
  }
})

for (const [name, path, most, crafts] of [
  ['a catalogue of twelve crafts', '/print?form=catalogue&within=IN-UP-197&gi_year=2015,2016,2018,2021,2024', 3, 12],
  ['a catalogue in Urdu', '/ur/print?form=catalogue&within=PK-PB', 6],
  ['the list of a district', '/print?within=IN-UP-197', 1],
  ['the list of a state', '/print?within=IN-UP', 4],
  ['the list of a layer without maps', '/print?layer=organisations', 9],
  ['a poster of a region', '/print?form=poster&within=IN-UP', 1],
  ['a poster of a craft', '/print?form=poster&ids=gi-bidriware', 1],
]) {
  test(`${name} fills the sheets of paper that it says, and none is cut off`, async (story) => {
    const reader = await here.reader(story, { map: false })
    await reader.open(path)
    const sheets = reader.page.locator('.a4')
    const count = await sheets.count()
    assert.ok(count <= most, `${count} sheets`)
    if (crafts) assert.equal(await reader.page.locator('.cards > li').count(), crafts)
    assert.equal(pages(await reader.page.pdf({ preferCSSPageSize: true, printBackground: true })), count)
    await reader.page.emulateMedia({ media: 'print' })
    const cut = await sheets.evaluateAll((all) => all.flatMap((el) => [el, ...el.querySelectorAll('.cards > li, table, .figure')]).filter((el) => el.scrollHeight > el.clientHeight + 2).map((el) => `${el.className}: ${el.scrollHeight} in ${el.clientHeight}`))
    assert.deepEqual(cut, [])
  })
}

test('a print says what was asked, who says so, which edition, and where it came from', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.open('/print?family=metal&within=IN-UP')
  const text = await reader.main()
  assert.match(text, /Uttar Pradesh/)
  assert.match(text, /Asked for: Uttar Pradesh · Metal/)
  assert.match(text, /Atlas 20\d\d/)
  assert.match(text, /Boundaries as officially depicted by India/)
  assert.match(text, /Credits: Boundaries: Survey of India/)
  assert.match(text, /GI Registry application \d+/)
  assert.ok(text.includes(`${here.url}/explore?family=metal&within=IN-UP`))
  assert.equal(await reader.page.locator('svg.qr path').count(), 2)
  const ids = await reader.page.locator('tbody tr').count()
  await reader.open('/explore?family=metal&within=IN-UP')
  assert.equal(await reader.count(), ids)
})

test('what does not fit on one print goes on in the next', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.open('/print')
  assert.match(await reader.page.locator('.paper-bar').innerText(), /1–200 of \d+/)
  await reader.changing(() => reader.page.locator('a[rel=next]').click())
  assert.match(await reader.page.locator('.paper-bar').innerText(), /201–400 of/)
})

test('Explore and regions lead to print and to the code for another page', async (story) => {
  for (const [path, query] of [['/explore?family=metal', 'family=metal'], ['/r/IN/UP/197', 'within=IN-UP-197']]) {
    const reader = await here.reader(story, { map: false })
    await reader.open(path)
    const details = reader.page.locator('main details', { has: reader.page.locator('summary', { hasText: 'Embed' }) })
    await details.locator('summary').click()
    const code = await details.locator('code').innerText()
    assert.match(code, new RegExp(`^<iframe src="${here.url}/embed\\?${query}" title="[^"]+ · Karigar" .*loading="lazy"`))
    assert.doesNotMatch(code, / allow=/)
    await reader.changing(() => reader.link(/^Print$/).click())
    assert.equal(reader.address, `/print?${query}`)
  }
})

/** Another site with a page that holds an embedded list. */
async function otherSite(story, code) {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(`<!doctype html><title>Other</title><h1>Other</h1>${code}`))
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  story.after(() => server.close())
  return `http://localhost:${server.address().port}/`
}

for (const [how, sandbox, script] of [['as the code says', 'sandbox="allow-popups allow-popups-to-escape-sandbox"', true], ['without a sandbox', '', true], ['without script', '', false]]) {
  test(`a list stands in another site's page, ${how}, with nothing stored`, async (story) => {
    const browser = await startBrowser()
    story.after(() => browser.close())
    const context = await browser.newContext({ viewport: SIZES.phone, javaScriptEnabled: script })
    const troubles = []
    context.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    const url = await otherSite(story, `<iframe src="${here.url}/embed?family=metal" title="Metal" width="100%" height="560" ${sandbox}></iframe>`)
    const page = await context.newPage()
    await page.goto(url)
    const frame = page.frameLocator('iframe')
    await frame.locator('.rows .row').first().waitFor()
    assert.equal(await frame.locator('.rows .row').count(), 10)
    assert.match(await frame.locator('footer').innerText(), /From Karigar, an open register of crafts/)
    assert.equal(await frame.locator('nav.mast-nav, script').count(), 0)
    assert.deepEqual(troubles.filter((text) => !/favicon/.test(text)), [])
    await frame.locator('a[rel=next]').click()
    await frame.locator('.pager', { hasText: '11–20' }).waitFor()
    const [opened] = await Promise.all([context.waitForEvent('page'), frame.getByRole('link', { name: 'Open in Karigar' }).click()])
    await opened.waitForLoadState()
    assert.equal(opened.url(), `${here.url}/explore?family=metal`)
    assert.equal(page.url(), url)
    const { cookies, origins } = await context.storageState()
    assert.deepEqual([cookies, origins], [[], []])
  })
}

test('no other page of the portal stands in another site\'s page', async (story) => {
  const browser = await startBrowser()
  story.after(() => browser.close())
  const page = await browser.newPage()
  await page.goto(await otherSite(story, `<iframe src="${here.url}/explore"></iframe>`))
  await page.waitForLoadState('networkidle')
  assert.equal(await page.frameLocator('iframe').locator('.row').count(), 0)
})
