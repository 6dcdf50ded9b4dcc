/** The portal in Hindi and Urdu: what stands in another language says so, and everything else is translated. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'
import { SCREENS } from '../driver/screens.mjs'

const here = portal()
const expect = /status of 4\d\d/
const open = async (story, path, habits = {}) => (await here.reader(story, { map: false, expect, ...habits })).open(path)

/** Pages that are filled in other ways than the screens. */
const MORE = ['/crafts', '/about', '/sources', '/privacy', '/accessibility', '/data', '/centre/dch-hq', '/centre/adh-kupwara', '/centre/goa-dhtc', '/event/ihgf-spring', '/near?q=221001']

/** Names that have no other spelling: formats, licences, standards, programs and what is written on their buttons, keys. */
const NAMES = new Set(
  `API CSV GeoJSON GIS PIN URL ISO WCAG OGC WFS Karigar Apache MIT BSD SIL Open Font License Noto MapLibre Clause QGIS Python GeoPandas GDAL Features Layer layer Add New Connect Escape OpenAPI iCalendar JSON RFC ASCII`.split(' '),
)

/** In the page: words of three and more Latin letters that a voice would read in the language of the page. What a reader typed stands in quotation marks; a source may be called by its host. */
function unmarked(names) {
  const own = document.documentElement.lang
  const words = (text) => (text.replace(/[“”][^“”]*[“”]|[\w-]+(\.[\w-]+)+/g, '').match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !names.includes(word))
  const skipped = 'script, style, code, [translate=no], a[rel~=external], a[href^="mailto:"]'
  const found = []
  const look = (element, text) => {
    if (element.closest('[lang]').lang === own && words(text).length) found.push(text.trim().slice(0, 80))
  }
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest(skipped)) look(texts.currentNode.parentElement, texts.currentNode.data)
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`)) look(element, element.getAttribute(name))
  }
  return found
}

for (const path of [...Object.values(SCREENS), ...MORE]) {
  test(`/hi${path}: what stands in English says so`, async (story) => {
    const { page } = await open(story, `/hi${path}`)
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'hi')
    assert.deepEqual(await page.evaluate(unmarked, [...NAMES]), [])
  })
}

test('every centre is called by a Hindi name', async (story) => {
  const reader = await open(story, '/hi/explore?layer=centres')
  const names = []
  for (;;) {
    names.push(...(await reader.page.locator('#results .row h3').allInnerTexts()))
    const next = reader.page.locator('a[rel=next]')
    if ((await next.count()) === 0) break
    await reader.open(await next.getAttribute('href'))
  }
  const { numberMatched } = await here.api('/collections/centres/items?limit=1')
  assert.equal(names.length, numberMatched)
  assert.deepEqual(names.filter((name) => !/^[\p{Script=Devanagari}\p{P}\p{N}\s]+$/u.test(name)), [])
})

test('the words of the editors stand with those of the source', async (story) => {
  const { page } = await open(story, '/hi/centre/goa-dhtc')
  const main = await page.locator('main').innerText()
  for (const words of ['हस्तशिल्प, वस्त्र और कयर विभाग, गोवा', 'Department of Handicrafts, Textile and Coir, Goa', 'कपड़े की आपूर्ति', 'Supply of cloth']) assert.ok(main.includes(words), words)
  assert.equal(await page.getByText('Craft Complex').first().evaluate((text) => text.closest('[lang]').lang), 'en')
})

test('materials are offered and named in Hindi and stay what they are in addresses', async (story) => {
  const { page } = await open(story, '/hi/explore?materials=silk,bell+metal')
  const chips = await page.locator('#explore .chips .chip').allInnerTexts()
  assert.ok(chips.some((chip) => chip.startsWith('रेशम')) && chips.some((chip) => chip.startsWith('घंटा धातु')), chips.join())
  const label = page.locator('label', { has: page.locator('input[name=materials][value=silk]') })
  assert.match(await label.textContent(), /रेशम/)
  const { facets } = await here.api('/collections/clusters/facets?lang=hi')
  assert.equal(facets.materials.find(({ value }) => value === 'silk').label, 'रेशम')
})

test('another language is the same page in it', async (story) => {
  const reader = await open(story, '/explore?kind=institute&layer=centres&within=IN-UP')
  await reader.changing(() => reader.page.locator('.langs a[hreflang=hi]').first().click())
  assert.equal(reader.address, '/hi/explore?kind=institute&layer=centres&within=IN-UP')
  await reader.changing(() => reader.page.locator('.langs a[hreflang=ur]').first().click())
  assert.equal(reader.address, '/ur/explore?kind=institute&layer=centres&within=IN-UP')
  const alternates = await reader.page.locator('link[rel=alternate][hreflang]').evaluateAll((all) => all.map(({ hreflang, href }) => [hreflang, new URL(href).pathname]))
  assert.deepEqual(alternates, [['en', '/explore'], ['hi', '/hi/explore'], ['ur', '/ur/explore'], ['x-default', '/explore']])
})

test('the pages of the API lead on in their language, their documents do not', async (story) => {
  const reader = await open(story, '/hi/api?f=html')
  assert.equal(await reader.heading(), 'कारीगर एपीआई')
  const leads = () => reader.page.locator('main a').evaluateAll((all) => all.map(({ href }) => new URL(href)).filter(({ host }) => host === location.host).map(({ pathname }) => pathname))
  assert.deepEqual((await leads()).filter((path) => !path.startsWith('/hi/')), [])
  await reader.changing(() => reader.page.locator('main').getByText('परतें', { exact: true }).click())
  assert.equal(await reader.heading(), 'परतें')
  assert.ok((await leads()).includes('/hi/api/collections/clusters/items'))
  const { links } = await here.api('/../hi/api?f=json')
  assert.ok(links.every(({ href }) => !new URL(href).pathname.startsWith('/hi')))
  await reader.changing(() => reader.page.locator('.langs a[hreflang=en]').first().click())
  assert.equal(await reader.heading(), 'Layers')
})

test('what is wrong with an address is said in Hindi, with what a program would read beside it', async (story) => {
  const { page } = await open(story, '/hi/explore?family=metl')
  const line = page.locator('.error-list li')
  assert.match(await line.innerText(), /^family = metl: .*कोड नहीं है; क्या आपका मतलब “metal” था\? \(pottery, /)
  assert.deepEqual(await line.locator('[lang=en]').allInnerTexts().then(([start]) => start.trim()), 'family = metl:')
})

test('lists stand in the order of the Hindi letters', async (story) => {
  const { page } = await open(story, '/hi/explore?layer=organisations')
  const names = await page.locator('#results .row h3').allInnerTexts()
  const bare = names.map((name) => name.normalize('NFD').replaceAll('\u{93c}', ''))
  assert.deepEqual(bare, [...bare].sort())
  assert.ok(names.length > 10)
})

test('Urdu runs from right to left, its maps and numbers do not', async (story) => {
  const reader = await open(story, '/ur/centre/pk-lokvirsa', { size: 'desk' })
  assert.equal(await reader.page.evaluate(() => document.documentElement.dir), 'rtl')
  const gap = await reader.page.locator('h1').evaluate(gapAtTheRight)
  assert.ok(gap < 2, `${gap}px beside the heading`)

  const marks = async (path) => (await reader.open(path)).page.locator('.figmap svg').evaluate(whereMarksAre)
  assert.deepEqual(await marks('/ur/r/PK/SD'), await marks('/hi/r/PK/SD'))

  await reader.open('/ur/centre/nhdc-varanasi')
  const [first, last] = await reader.page.locator('.acts .num').first().evaluate(endsOfText)
  assert.ok(first < last, 'a telephone number reads from the left')
})

/** In the page: how far the text of an element ends from its right edge. */
function gapAtTheRight(element) {
  const range = document.createRange()
  range.selectNodeContents(element)
  return element.getBoundingClientRect().right - Math.max(...[...range.getClientRects()].map((line) => line.right))
}

/** In the page: where the first and the last sign of a text stand. */
function endsOfText(element) {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
  const at = (start) => {
    const range = document.createRange()
    range.setStart(text, start)
    range.setEnd(text, start + 1)
    return range.getBoundingClientRect().left
  }
  return [at(0), at(text.data.length - 1)]
}

/** In the page: the marks of a drawn map, in percent of its width. */
function whereMarksAre(svg) {
  const frame = svg.getBoundingClientRect()
  return [...svg.querySelectorAll('.m-ring')].map((mark) => {
    const { left, width } = mark.getBoundingClientRect()
    return Math.round(((left + width / 2 - frame.left) / frame.width) * 100)
  })
}

test('a message that Urdu lacks stands in English with a direction of its own', async (story) => {
  const { page } = await open(story, '/ur/privacy')
  assert.match(await page.locator('main h1').textContent(), /^\u{2068}[A-Z][^\u{2069}]+\u{2069}$/u)
})
