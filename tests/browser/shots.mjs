/**
 * Pictures of every screen at both sizes: npm run shots -- <folder> [name …]
 * KARIGAR_URL takes them from a server that is already running.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startBrowser } from './driver/browser.mjs'
import { SCREENS } from './driver/screens.mjs'
import { startServer } from './driver/server.mjs'
import { newReader } from './driver.mjs'

const [folder = '../shots', ...wanted] = process.argv.slice(2)
const target = resolve(folder)
mkdirSync(target, { recursive: true })

const server = process.env.KARIGAR_URL ? { url: process.env.KARIGAR_URL, stop: async () => {} } : await startServer()
const browser = await startBrowser()
try {
  for (const [name, path] of Object.entries(SCREENS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const size of ['desk', 'phone']) await shoot(name, path, size)
  }
} finally {
  await browser.close()
  await server.stop()
}

async function shoot(name, path, size) {
  const { reader, close } = await newReader(browser, server.url, { size })
  await reader.open(path)
  const drawn = reader.map.box.and(reader.page.locator(':visible'))
  if ((await drawn.count()) > 0 && (await onScreen(drawn))) await reader.map.idle()
  await reader.page.evaluate(() => document.fonts.ready)
  const file = join(target, `${name}-${size}.png`)
  await reader.page.screenshot({ path: file })
  console.log(file)
  await close()
}

/** A map below the first screen waits until somebody comes. */
function onScreen(box) {
  return box.first().evaluate((el) => el.getBoundingClientRect().top < innerHeight)
}
