/** Light and dark: as the device is set, or as the reader chooses. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { portal } from '../driver.mjs'

const here = portal()
const COTTON = 'rgb(251, 247, 238)'
const NIGHT = 'rgb(27, 24, 21)'
const ground = (reader) => reader.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const control = (reader, where = '.foot') => reader.page.locator(`${where} select[data-theme-choice]`)
const device = (reader, colorScheme) => reader.page.emulateMedia({ colorScheme })

test('a page is dark where the device is, with script and without', async (story) => {
  for (const script of [true, false]) {
    const reader = await here.reader(story, { map: false, script })
    await reader.open('/r/IN/RJ')
    assert.equal(await ground(reader), COTTON)
    await device(reader, 'dark')
    assert.equal(await ground(reader), NIGHT)
    assert.equal(await control(reader).isVisible(), script, 'the choice needs script, so only then it is there')
  }
})

test('the choice wins over the device, holds for the next page from its first moment, and can be taken back', async (story) => {
  const reader = await here.reader(story, { map: false })
  await reader.page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.body) return
      seen.disconnect()
      globalThis.atFirst = getComputedStyle(document.documentElement).colorScheme
    })
    seen.observe(document, { childList: true, subtree: true })
  })
  await reader.open('/regions')
  for (const [scheme, other, colour] of [['dark', 'light', NIGHT], ['light', 'dark', COTTON]]) {
    await device(reader, other)
    await control(reader).selectOption(scheme)
    assert.equal(await ground(reader), colour)
    await reader.follow('India')
    assert.equal(await reader.page.evaluate(() => globalThis.atFirst), scheme, 'nothing flashes')
    assert.equal(await ground(reader), colour)
    assert.equal(await control(reader).inputValue(), scheme)
    await reader.open('/regions')
  }
  await control(reader).selectOption('')
  await reader.open('/regions')
  assert.equal(await ground(reader), NIGHT)
  assert.deepEqual(await reader.page.evaluate(() => Object.keys(localStorage)), [])
})

test('on the phone the choice is in the menu too', async (story) => {
  const reader = await here.reader(story, { size: 'phone', map: false })
  await reader.openExplore('view=map')
  await reader.page.locator('.menu > summary').tap()
  await control(reader, '.menu').selectOption('dark')
  assert.equal(await ground(reader), NIGHT)
})

test('the live map turns dark and light where it stands', async (story) => {
  const reader = await here.reader(story, { size: 'phone' })
  await reader.openExplore('view=map&family=metal')
  await reader.map.idle()
  const zoom = await reader.map.zoom()
  const luminance = async () => {
    await reader.map.idle()
    const [red, green, blue] = (await reader.map.paint()).ground
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
  }
  const [marks, light] = [await reader.map.sum(), await luminance()]
  await device(reader, 'dark')
  await reader.page.waitForFunction(() => globalThis.caughtMap.getPaintProperty('land', 'fill-color') === '#2a2620')
  const dark = await luminance()
  assert.ok(light > 0.8 && dark < 0.2, `${light}, ${dark}`)
  await reader.page.locator('.menu > summary').tap()
  await control(reader, '.menu').selectOption('light')
  assert.ok((await luminance()) > 0.8)
  assert.equal(await reader.map.zoom(), zoom)
  assert.equal(await reader.map.sum(), marks)
})

test('paper is white, and shows the still map', async (story) => {
  const reader = await here.reader(story, { size: 'phone' })
  await reader.openExplore('view=map&family=metal')
  await reader.map.idle()
  await reader.page.locator('.menu > summary').tap()
  await control(reader, '.menu').selectOption('dark')
  await reader.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const colours = await reader.page.evaluate(() => {
    const { colorScheme, color } = getComputedStyle(document.body)
    return { colorScheme, color, land: getComputedStyle(document.querySelector('.m-land')).fill }
  })
  assert.deepEqual(colours, { colorScheme: 'light', color: 'rgb(0, 0, 0)', land: 'rgb(248, 242, 228)' })
  assert.ok(await reader.page.locator('.map-still').isVisible())
  assert.equal(await reader.page.locator('.mapbox canvas').isVisible(), false)
})
