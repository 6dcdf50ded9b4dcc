/** Somebody with a browser. Verbs are what a reader does; nouns are what a reader sees. */
import { strict as assert } from 'node:assert'
import { catchMap, LiveMap } from './map.mjs'

const ROWS = '#results .row'

export class Reader {
  /** @param {import('playwright-core').Page} page @param {string} url @param {import('./watch.mjs').Log} log */
  constructor(page, url, log) {
    this.page = page
    this.url = url
    this.log = log
    this.map = new LiveMap(page)
  }

  static async prepare(context) {
    await context.addInitScript(catchMap)
  }

  // — Going about

  async open(path) {
    this.answer = await this.page.goto(this.url + path, { waitUntil: 'load' })
    return this
  }

  /** Explore, with filters in the address: openExplore('family=metal'). */
  openExplore = (query = '') => this.open(`/explore${query && `?${query}`}`)
  openNear = (query = '') => this.open(`/near${query && `?${query}`}`)

  /** Path and query of where the reader is. */
  get address() {
    const { pathname, search } = new URL(this.page.url())
    return pathname + search
  }

  get query() {
    return new URL(this.page.url()).searchParams
  }

  steps = () => this.page.evaluate(() => history.length)

  /** Do something, and wait until the results answer to another address. */
  async changing(act) {
    const before = this.page.url()
    await act()
    await this.page.waitForURL((url) => url.href !== before)
    await this.settled()
  }

  /** Until the page is there, and Explore shows what the address asks for. */
  settled = () => this.page.waitForFunction(showsItsAddress)

  goBack = () => this.changing(() => this.page.goBack())
  press = (...keys) => keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve())
  focused = () => this.page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.getAttribute('aria-label') || document.activeElement?.tagName)

  // — Reading

  heading = async () => tidy(await this.page.locator('main h1').first().innerText())
  headings = () => texts(this.page.locator('main h2'))
  main = async () => tidy(await this.page.locator('main').innerText())
  link = (name, where = 'main') => this.page.locator(where).getByRole('link', { name }).first()
  follow = (name, where) => this.changing(() => this.link(name, where).click())
  /** What the page knows: { 'Made in': 'Bidar, …' }. */
  facts = async () => {
    const pairs = await this.page.locator('dl.kv > dt').evaluateAll((all) => all.map((dt) => [dt.innerText, dt.nextElementSibling.innerText]))
    return Object.fromEntries(pairs.map((pair) => pair.map(tidy)))
  }
  crumbs = () => texts(this.page.locator('main nav.crumbs').first().locator('li'))

  // — Explore

  answerSentence = () => this.heading()
  status = async () => tidy(await this.page.locator('#explore [role=status]').first().innerText())
  /** Number of all results, from "1–20 of 44 craft clusters". */
  count = async () => {
    const text = tidy(await this.page.locator('#explore [role=status]').first().textContent())
    return text === 'Nothing found' ? 0 : number(/of ([\d,]+)/.exec(text)?.[1] ?? assert.fail(`no count in "${text}"`))
  }
  rows = () => texts(this.page.locator(`${ROWS} h3`))
  rowIds = () => this.page.locator(ROWS).evaluateAll((all) => all.map((row) => row.dataset.id))
  row = (id) => this.page.locator(`${ROWS}[data-id="${id}"]`)
  litRows = () => this.page.locator(`${ROWS}.is-lit`).evaluateAll((all) => all.map((row) => row.dataset.id))
  chips = async () => (await texts(this.page.locator('#explore .chip:has(.x)'))).map((text) => text.replace(/\s*×$/, ''))
  removeChip = (name) => this.changing(() => this.page.locator('#explore .chip', { hasText: name }).click())

  filterPanel = (title) => this.page.locator('details.filter').filter({ has: this.page.locator(`summary > span:text-is("${title}")`) })
  async openFilter(title) {
    const panel = this.filterPanel(title)
    if (!(await panel.evaluate((el) => el.open))) await panel.locator('summary').click()
    return panel
  }
  async filter(title, option) {
    const panel = await this.openFilter(title)
    const choice = panel.locator('label', { has: this.page.locator(`span:text-is("${option}")`) })
    await this.changing(() => choice.click())
  }
  /** One more step down (or up) in the filter by place. */
  async where(place) {
    const panel = await this.openFilter('Where')
    await this.changing(() => panel.getByRole('link', { name: place }).first().click())
  }
  async layer(name) {
    const panel = this.page.locator('details.filter').first()
    await panel.locator('summary').click()
    await this.changing(() => panel.getByRole('link', { name }).click())
  }
  /** Values of a filter with their counts: { Metal: 44 }. */
  async options(title) {
    const labels = (await this.openFilter(title)).locator('label')
    const pairs = await labels.evaluateAll((all) =>
      all.map((label) => [label.querySelector('span:not(.medal):not(:empty)').textContent, label.querySelector('.num').textContent]),
    )
    return Object.fromEntries(pairs.map(([name, n]) => [name.trim(), number(n)]))
  }
  nextPage = () => this.changing(() => this.page.locator('a[rel=next]').click())
  previousPage = () => this.changing(() => this.page.locator('a[rel=prev]').click())

  // — Searching

  searchBox = () => this.page.locator('input[name=q]').first()
  async type(words) {
    await this.searchBox().click()
    await this.searchBox().fill('')
    await this.searchBox().pressSequentially(words, { delay: 10 })
  }
  async search(words) {
    await this.searchBox().fill(words)
    await this.changing(() => this.searchBox().press('Enter'))
  }
  async suggestions() {
    await this.page.locator('.suggest [role=option]').first().waitFor()
    return texts(this.page.locator('.suggest [role=option]'))
  }
  chosenSuggestion = async () => tidy(await this.page.locator('.suggest [aria-selected=true]').innerText())

  // — Going wrong

  /** What this reader's browser complained of. */
  assertCalm() {
    assert.deepEqual(this.log.troubles, [])
  }
}

/** In the page. The current tab links to the query it belongs to, from its first row on; the range says which rows these are. */
function showsItsAddress() {
  if (document.readyState !== 'complete' || document.querySelector('[aria-busy=true]')) return false
  const tab = document.querySelector('#explore .tabbar a[aria-current]')
  if (!tab) return !document.querySelector('#explore')
  const [here, there] = [new URL(location.href), new URL(tab.href)].map(({ searchParams }) => searchParams)
  const offset = Number(here.get('offset') ?? 0)
  for (const query of [here, there]) {
    query.delete('offset')
    query.sort()
  }
  const range = document.querySelector('#explore [role=status]')?.textContent ?? ''
  return String(here) === String(there) && (offset === 0 || range.startsWith(`${offset + 1}–`))
}

const tidy = (text) => text.replace(/\s+/g, ' ').trim()
const texts = async (locator) => (await locator.allInnerTexts()).map(tidy)
export const number = (text) => Number(text.replaceAll(',', ''))
