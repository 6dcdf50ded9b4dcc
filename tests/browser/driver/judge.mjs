/** Rules that hold for every screen, as questions to the page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { get } from 'node:http'
import { gzipSync } from 'node:zlib'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const IS_MAP_CODE = /\/(map|maplibre)[\w.-]*\.(js|css)$/

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} what breaks WCAG 2.2 A and AA, one line an element */
export const axe = (page) => broken(page, { type: 'tag', values: RULES })

/** @returns {Promise<string[]>} words that are hard to read on their ground in the other theme; nothing else of a page depends on it */
export async function axeInTheDark(page) {
  await page.emulateMedia({ colorScheme: 'dark' })
  return (await broken(page, { type: 'rule', values: ['color-contrast'] })).map((each) => `in the dark: ${each}`)
}

async function broken(page, runOnly) {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate((runOnly) => globalThis.axe.run({ runOnly }), runOnly)
  return violations.flatMap(({ id, help, nodes }) => nodes.map((n) => `${id}: ${help}: ${n.target.join(' ')}: ${n.any[0]?.message ?? n.all[0]?.message ?? ''}`))
}

/** @returns {Promise<string[]>} elements that make the page wider than the window */
export const sideways = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter((el) => el.getBoundingClientRect().right > clientWidth + 1)
    return [`page is ${scrollWidth} wide`, ...wide.slice(0, 5).map((el) => `${el.tagName}.${el.getAttribute('class')}`)]
  })

/** @returns {Promise<string[]>} words that do not fit into what holds them */
export const cutOff = (page) =>
  page.evaluate(() => {
    const held = document.querySelectorAll('button, .btn, .chip, .badge, .tabs a, .tabbar a, summary, h1, h2, h3, h4, th, legend, label')
    const cut = [...held].filter((el) => el.checkVisibility() && !el.closest('.vh, .no-print[hidden]') && !el.matches('.vh') && el.scrollWidth > el.clientWidth + 1)
    return cut.filter((el) => getComputedStyle(el).display !== 'inline').map((el) => `${el.tagName}.${el.className} "${el.textContent.trim().slice(0, 60)}": ${el.scrollWidth} in ${el.clientWidth}`)
  })

/** @returns {Promise<string[]>} keys of the word files that stand where their words should */
export const bareKeys = (page, keys) =>
  page.evaluate((known) => {
    const keys = new Set(known)
    const words = document.body.innerText.split(/[\s,;:()“”"]+/)
    return [...new Set(words.filter((word) => keys.has(word)))]
  }, keys)

/** @returns {Promise<string[]>} targets smaller than WCAG 2.2 allows, links in running text apart */
export const smallTargets = (page, least = 24) =>
  page.evaluate((least) => {
    const targets = [...document.querySelectorAll('button, .btn, .chip, summary, .tabs a, .tabbar a, .icon-btn, .stops label')]
    const small = targets.filter((el) => {
      const { width, height } = el.getBoundingClientRect()
      return el.checkVisibility() && (width < least || height < least)
    })
    return small.map((el) => `${el.tagName}.${el.className} "${el.textContent.trim().slice(0, 40)}"`)
  }, least)

/** @returns {Promise<{ body: Buffer, encoding: string }>} what a browser gets, as it was sent */
export const fetched = (url, encodings = 'gzip') =>
  new Promise((done, fail) => {
    get(url, { headers: { 'Accept-Encoding': encodings, Accept: 'text/html,*/*' } }, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => done({ body: Buffer.concat(chunks), encoding: answer.headers['content-encoding'] ?? 'identity' }))
    }).on('error', fail)
  })

/**
 * Bytes on the wire of a first screen: page, styles and scripts, without fonts and map code.
 * @param {string[]} requests
 */
export async function weigh(url, requests) {
  const parts = [url, ...new Set(requests.filter((each) => /\.(css|js)$/.test(new URL(each).pathname) && !IS_MAP_CODE.test(each)))]
  const weights = await Promise.all(
    parts.map(async (part) => {
      const { body, encoding } = await fetched(part)
      return { part, encoding, wire: body.length, gzip: encoding === 'identity' ? gzipSync(body).length : body.length }
    }),
  )
  const sum = (what) => weights.reduce((total, each) => total + each[what], 0)
  return { weights, wire: sum('wire'), gzip: sum('gzip') }
}
