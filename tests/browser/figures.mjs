/**
 * Figures of every screen as a cheap phone sees it: npm run figures [-- name …]
 * 360 px, a processor four times slower, 400 kbit/s with 400 ms of delay, nothing in the cache. It prints a table and judges nothing:
 * times depend on the machine. What the worker of the live map fetches (its own code, 122 kB) does not pass through the page and is not counted. KARIGAR_URL measures a server that is already running.
 */
import { startBrowser } from './driver/browser.mjs'
import { SCREENS } from './driver/screens.mjs'
import { startServer } from './driver/server.mjs'

const SLOWER = 4
const LINK = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 }
const WINDOW = { width: 360, height: 740 }
/** A task beyond this keeps a finger waiting. */
const LONG_TASK = 50
/** So long nothing more may be asked for until a page is at rest. */
const REST = 2_000
const LONGEST = 90_000
const KINDS = { Document: 'html', Stylesheet: 'css', Script: 'js', Font: 'fonts' }
/** What a reader came for. */
const LIST = '#results .row, main .row, main .card, main article, main table, main h1'

const wanted = process.argv.slice(2)
const server = process.env.KARIGAR_URL ? { url: process.env.KARIGAR_URL, stop: async () => {} } : await startServer()
const browser = await startBrowser()
try {
  const rows = {}
  for (const [name, path] of Object.entries(SCREENS)) {
    if (wanted.length === 0 || wanted.includes(name)) rows[name] = await measure(server.url + path)
  }
  if (wanted.length === 0 || wanted.includes('map')) rows['map, live'] = await measure(`${server.url}${SCREENS.map}`, asked)
  console.log('Times in seconds, “blocked” in milliseconds, weights in kB as they were sent.')
  console.table(rows)
} finally {
  await browser.close()
  await server.stop()
}

/** In the page, before its first script: keep what the browser tells only once. */
function listen({ list, longTask }) {
  const seen = { largest: 0, shift: 0, tasks: [], list: 0 }
  globalThis.figures = seen
  const observe = (type, take) => new PerformanceObserver((entries) => entries.getEntries().forEach(take)).observe({ type, buffered: true })
  observe('largest-contentful-paint', (entry) => (seen.largest = entry.startTime))
  observe('layout-shift', (entry) => (seen.shift += entry.hadRecentInput ? 0 : entry.value))
  observe('longtask', (entry) => seen.tasks.push([entry.startTime, Math.max(0, entry.duration - longTask)]))
  const look = () => {
    if (document.querySelector(list)?.checkVisibility()) seen.list = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** In the page: on such a link the live map waits until it is asked for; here it is. */
function asked() {
  Object.defineProperty(navigator, 'connection', { value: { effectiveType: '4g' } })
}

async function measure(url, before = () => {}) {
  const context = await browser.newContext({ viewport: WINDOW, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  const weights = {}
  const kinds = new Map()
  const open = new Set()
  let requests = 0
  let last = Date.now()
  const ended = (requestId) => {
    open.delete(requestId)
    last = Date.now()
  }
  wire.on('Network.requestWillBeSent', ({ requestId }) => open.add(requestId))
  wire.on('Network.loadingFailed', ({ requestId }) => ended(requestId))
  wire.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, KINDS[type] ?? 'other'))
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'other'
    weights[kind] = (weights[kind] ?? 0) + encodedDataLength
    requests += 1
    ended(requestId)
  })
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', LINK)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(before)
  await page.addInitScript(listen, { list: LIST, longTask: LONG_TASK })
  await page.goto(url, { waitUntil: 'load', timeout: LONGEST })
  for (const end = Date.now() + LONGEST; (open.size > 0 || Date.now() - last < REST) && Date.now() < end; ) await page.waitForTimeout(REST / 4)
  const seen = await page.evaluate(() => ({
    ...globalThis.figures,
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    elements: document.querySelectorAll('*').length,
  }))
  await context.close()
  return row(seen, weights, requests)
}

function row({ first, largest, list, shift, tasks, elements }, weights, requests) {
  const seconds = (time) => Number((time / 1000).toFixed(2))
  const kB = (kind) => Number(((weights[kind] ?? 0) / 1000).toFixed(1))
  const all = Object.values(weights).reduce((sum, each) => sum + each, 0)
  return {
    'first paint': seconds(first),
    'largest paint': seconds(largest),
    list: seconds(Math.max(first, list)),
    shift: Number(shift.toFixed(3)),
    blocked: Math.round(tasks.filter(([start]) => start >= first).reduce((sum, [, over]) => sum + over, 0)),
    ...Object.fromEntries([...Object.values(KINDS), 'other'].map((kind) => [kind, kB(kind)])),
    all: Number((all / 1000).toFixed(1)),
    requests,
    elements,
  }
}
