/**
 * The portal, its readers and their words. A file of stories begins with
 *   const { reader } = portal()
 * and each story with a reader of its own: a fresh profile that is closed, and must have stayed calm, at the end.
 */
import { after, before } from 'node:test'
import { contextFor, startBrowser } from './driver/browser.mjs'
import { Reader } from './driver/reader.mjs'
import { startServer } from './driver/server.mjs'
import { watch } from './driver/watch.mjs'

export { number } from './driver/reader.mjs'
export { SIZES } from './driver/browser.mjs'

/** Starts server and browser before the stories of a file and ends both after them. */
export function portal(...settings) {
  const here = {}
  before(async () => {
    here.server = await startServer(...settings)
    here.browser = await startBrowser()
  })
  after(async () => {
    await here.browser?.close()
    await here.server?.stop()
  })
  return {
    /** @param {import('node:test').TestContext} story @param {import('./driver/browser.mjs').Habits} [habits] */
    async reader(story, habits = {}) {
      const { reader, close } = await newReader(here.browser, here.server.url, habits)
      story.after(async () => {
        await close()
        reader.assertCalm()
      })
      return reader
    },
    /** The API, as any program may ask it. */
    api: async (path) => (await fetch(`${here.server.url}/api${path}`)).json(),
    get url() {
      return here.server.url
    },
  }
}

/** @param {import('playwright-core').Browser} browser @param {string} url @param {import('./driver/browser.mjs').Habits} habits */
export async function newReader(browser, url, habits = {}) {
  const context = await browser.newContext(contextFor(habits))
  context.setDefaultTimeout(30_000)
  const log = await watch(context, new URL(url).origin, habits.expect)
  await Reader.prepare(context)
  if (habits.saveData || habits.map === false) await context.addInitScript(slowly)
  const reader = new Reader(await context.newPage(), url, log)
  return { reader, close: () => context.close() }
}

/** In the page: what Chromium would tell on such a connection. */
function slowly() {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '2g' } })
}
