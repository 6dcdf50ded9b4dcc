/** What holds for every screen, at the desk and on the phone, with script and without. */
import { strict as assert } from 'node:assert'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { portal, SIZES } from '../driver.mjs'
import { axe, axeInTheDark, bareKeys, cutOff, fetched, sideways, smallTargets, weigh } from '../driver/judge.mjs'
import { FAILING, PAGES, SCREENS } from '../driver/screens.mjs'

const here = portal()
const FIRST_SCREEN = 60_000
/** The aim is 700 kB; two thirds of it are the map library. */
const WITH_MAP = 900_000
/** What fits into one packet is sent as it is. */
const PACKET = 1_000
const expect = /status of 4\d\d/
const WORDS = new URL('../../../web/locales/en/', import.meta.url)
const keys = readdirSync(WORDS).flatMap((file) => readFileSync(new URL(file, WORDS), 'utf8').match(/^[a-z][a-z-]*-[\w-]+(?= *=)/gm) ?? [])

/** The first screen is page, styles and scripts. @returns {Promise<string[]>} its weight, if that is too much */
async function tooHeavy(story, reader, path) {
  const { weights, wire, gzip } = await weigh(here.url + path, reader.log.requests)
  const parts = weights.map((each) => `${(each.gzip / 1000).toFixed(1)}`).join(' + ')
  story.diagnostic(`${(wire / 1000).toFixed(1)} kB sent, ${(gzip / 1000).toFixed(1)} kB gzipped (${parts})`)
  return gzip <= FIRST_SCREEN ? [] : [`${gzip} bytes gzipped`]
}

for (const [title, path, name] of PAGES) {
  for (const size of ['desk', 'phone']) {
    test(`${title}, ${size}: accessible in light and dark, nothing cut off, nothing beyond the edge, and light to fetch`, async (story) => {
      const reader = await here.reader(story, { size, map: false, expect })
      await reader.open(path)
      const { page } = reader
      assert.equal(reader.answer.status(), FAILING[name] ?? 200)
      const troubles = {
        'beyond the edge': await sideways(page),
        'cut off': await cutOff(page),
        'too small to touch': size === 'phone' ? await smallTargets(page) : [],
        'words missing': await bareKeys(page, keys),
        'headings of the first rank': (await page.locator('h1').count()) === 1 ? [] : await page.locator('h1').allInnerTexts().then((all) => [`${all.length}`, ...all]),
        axe: [...(await axe(page)), ...(await axeInTheDark(page))],
        'too heavy': await tooHeavy(story, reader, path),
      }
      for (const [what, found] of Object.entries(troubles)) if (found.length === 0) delete troubles[what]
      assert.deepEqual(troubles, {})
    })
  }
}

test('pages, styles and scripts are sent compressed', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.openExplore()
  const { weights } = await weigh(`${here.url}/explore`, reader.log.requests)
  assert.deepEqual(weights.filter((each) => each.encoding === 'identity' && each.wire > PACKET).map((each) => `${new URL(each.part).pathname}: ${each.wire} bytes`), [])
})

test('the code and the ground of the map are sent compressed, and a page with the live map weighs little', async (story) => {
  const reader = await here.reader(story)
  await reader.openExplore()
  await reader.map.idle()
  const parts = reader.log.requests.filter((url) => /\/assets\/map|\/geo\//.test(url))
  assert.ok(parts.length > 2)
  let weight = 0
  for (const part of new Set(reader.log.requests.filter((url) => url.startsWith('http')))) {
    weight += (await fetched(part, 'gzip, deflate, br, zstd')).body.length
    if (parts.includes(part)) assert.equal((await fetched(part)).encoding, 'gzip', part)
  }
  story.diagnostic(`with the live map: ${(weight / 1000).toFixed(1)} kB`)
  assert.ok(weight <= WITH_MAP, `${weight} bytes`)
})

test('every screen shows the same words without script', async (story) => {
  const silent = await here.reader(story, { script: false, expect })
  const reader = await here.reader(story, { map: false, expect })
  for (const path of Object.values(SCREENS)) {
    await silent.open(path)
    await reader.open(path)
    const rows = (each) => each.page.locator('main .row, main .card, main article, main tr').count()
    assert.equal(await silent.page.title(), await reader.page.title(), path)
    assert.equal(await rows(silent), await rows(reader), path)
    assert.ok((await silent.main()).length > 60, path)
  }
})

test('without script search, filters, pages and the sheet work', async (story) => {
  const reader = await here.reader(story, { script: false })
  const { page } = reader
  const submits = async (act) => {
    await Promise.all([page.waitForEvent('framenavigated'), act()])
    await page.waitForLoadState()
  }
  await reader.openExplore()
  assert.ok(await page.locator('.map-still svg').isVisible())
  await page.locator('input[name=q]').fill('brass')
  await submits(() => page.getByRole('button', { name: 'Search' }).click())
  assert.equal(reader.address, '/explore?q=brass')

  await reader.openExplore()
  const panel = await reader.openFilter('Craft family')
  await panel.locator('label', { hasText: 'Metal' }).click()
  await panel.locator('label', { hasText: 'Stone' }).click()
  await submits(() => panel.getByRole('button', { name: 'Show' }).click())
  assert.equal(reader.address, '/explore?family=metal,stone')
  assert.deepEqual((await reader.chips()).sort(), ['Metal', 'Stone'])
  await submits(() => page.locator('a[rel=next]').click())
  assert.match(await reader.status(), /^21–/)
  await submits(() => page.locator('#explore .chip', { hasText: 'Stone' }).click())
  assert.deepEqual(await reader.chips(), ['Metal'])

  await reader.openNear()
  await page.locator('input[name=q]').fill('342001')
  await submits(() => page.getByRole('button', { name: 'Show' }).click())
  assert.match(await reader.main(), /Serves Jodhpur district/)
  assert.equal(await page.getByRole('link', { name: 'Use my position' }).isVisible(), false)
})

test('without script the sheet of the map has its three stops', async (story) => {
  const reader = await here.reader(story, { script: false, size: 'phone' })
  await reader.openExplore('view=map')
  assert.ok(await reader.page.locator('.map-still svg').isVisible())
  const height = async () => SIZES.phone.height - (await reader.page.locator('.sheet').boundingBox()).y
  const low = await height()
  await reader.page.locator('.stops label', { hasText: 'Full' }).tap()
  assert.equal(await reader.page.locator('.stops input:checked').getAttribute('value'), 'full')
  await assert.doesNotReject(async () => {
    for (let tries = 0; (await height()) <= low; tries++) if (tries > 200) throw new Error('the sheet does not rise')
  })
})

test('the first Tab leads past the head of the page', async (story) => {
  const reader = await here.reader(story, { map: false, expect })
  for (const path of Object.values(SCREENS)) {
    await reader.open(path)
    await reader.press('Tab')
    assert.equal(await reader.focused(), 'Skip to the content', path)
    await reader.page.waitForFunction(() => document.querySelector('.skip').getBoundingClientRect().top >= 0)
    await reader.press('Enter', 'Tab')
    assert.ok(await reader.page.evaluate(() => document.activeElement === document.body || !document.activeElement.closest('header')), path)
  }
})

test('the keyboard reaches everything that can be pressed, and one sees where one is', async (story) => {
  const reader = await here.reader(story, { map: false, expect })
  for (const name of ['explore', 'map', 'state', 'cluster', 'centre', 'near-answered', 'product', 'not-found']) {
    await reader.open(SCREENS[name])
    const unseen = []
    for (;;) {
      await reader.press('Tab')
      const stop = await reader.page.evaluate(lookAtFocus)
      if (stop.end) break
      if (!stop.seen) unseen.push(stop.name)
    }
    assert.deepEqual(unseen, [], `${name}: no visible focus`)
    assert.deepEqual(await reader.page.evaluate(leftOut), [], `${name}: not reached`)
  }
})

/** In the page: what can be pressed and had no focus. Of radio buttons of one name the chosen one is enough. */
function leftOut() {
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]')]
  const open = all.filter((el) => !el.disabled && el.tabIndex >= 0 && el.checkVisibility({ visibilityProperty: true }))
  const stops = globalThis.stops
  const chosen = (el) => el.type === 'radio' && [...stops].some((stop) => stop.name === el.name)
  return open.filter((el) => !stops.has(el) && !chosen(el)).map((el) => `${el.tagName} "${el.textContent.trim().slice(0, 40)}"`)
}

/** In the page: what has the focus (the end is where one has been before), and whether it shows that. Parts of a drawing have no outline; they change their lines. */
async function lookAtFocus() {
  const el = document.activeElement
  globalThis.stops ??= new Set()
  if (!el || el === document.body || globalThis.stops.has(el)) return { end: true }
  globalThis.stops.add(el)
  const rest = () => Promise.all(el.getAnimations({ subtree: true }).map((each) => each.finished))
  const lines = () => [...el.querySelectorAll('*')].map((part) => getComputedStyle(part)).map((css) => [css.stroke, css.strokeWidth, css.fill].join()).join()
  const shows = (part) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(part)
    return (outlineStyle !== 'none' && outlineWidth !== '0px' && outlineColor !== 'rgba(0, 0, 0, 0)') || boxShadow !== 'none'
  }
  await rest()
  let seen = [el, el.closest('label, .search, .card')].some((part) => part && shows(part))
  if (el instanceof SVGElement) {
    const before = lines()
    el.blur()
    await rest()
    seen = before !== lines()
    el.focus()
  }
  const name = el.textContent.trim() || el.getAttribute('aria-label') || el.getAttribute('name')
  return { name: `${el.tagName} "${name?.slice(0, 40)}"`, seen }
}

test('nothing moves where motion is not wanted', async (story) => {
  const reader = await here.reader(story, { size: 'phone', map: false })
  for (const name of ['explore', 'map', 'state', 'cluster']) {
    await reader.open(SCREENS[name])
    if (name === 'map') await reader.page.locator('.stops label', { hasText: 'Half' }).tap()
    const moving = await reader.page.evaluate(() =>
      document.getAnimations().filter((each) => each.effect.getComputedTiming().duration > 50).map((each) => each.animationName ?? each.transitionProperty),
    )
    assert.deepEqual(moving, [], name)
  }
})

test('the live map breaks no rule either', async (story) => {
  for (const size of ['desk', 'phone']) {
    const reader = await here.reader(story, { size })
    await reader.openExplore(size === 'phone' ? 'view=map' : '')
    await reader.map.idle()
    assert.deepEqual(await axe(reader.page), [])
    assert.deepEqual(await sideways(reader.page), [])
  }
})

test('pages that were open keep their filters open while their counts change', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.openExplore()
  await reader.filter('Craft family', 'Metal')
  assert.ok(await reader.filterPanel('Craft family').evaluate((el) => el.open))
  await reader.press('Escape')
  assert.equal(await reader.filterPanel('Craft family').evaluate((el) => el.open), false)
})
