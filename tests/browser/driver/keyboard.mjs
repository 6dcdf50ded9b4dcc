/** Going about by keyboard alone. On every way the focus is somewhere, can be seen, and lies behind nothing. */
import { strict as assert } from 'node:assert'

const MOST_STOPS = 400

/** In the page: what has the focus, by its name, and what is wrong with it. Nothing when it is lost. */
function stop() {
  const el = document.activeElement
  if (!el || el === document.body) return null
  const drawn = el instanceof SVGElement
  const label = el.closest('label') ?? el.labels?.[0]
  const [words] = [el.getAttribute('aria-label'), label?.innerText, el.textContent, el.getAttribute('name')].filter((text) => text?.trim())
  // A box to tick may be drawn by its label
  const shown = label?.contains(el) ? label : el
  const inside = ({ x, y, width, height }) => [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].map(([across, down]) => [x + width * across, y + height * down])
  const points = [...shown.getClientRects()].flatMap(inside)
  const hit = ([x, y]) => shown.contains(document.elementFromPoint(x, y))
  const within = ([x, y]) => x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight
  const trouble = points.some(drawn ? within : hit) ? '' : 'cannot be seen'
  return { name: words?.replace(/\s+/g, ' ').trim() ?? el.tagName, trouble }
}

export class Keyboard {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page
  }

  here = () => this.page.evaluate(stop)

  /** Tab (or Shift+Tab) until what is called so has the focus: a whole name, or a pattern. @param {string | RegExp} name */
  async to(name, key = 'Tab') {
    const names = []
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      await this.page.keyboard.press(key)
      const at = await this.here()
      assert.ok(at, `the focus is lost after ${names.at(-1)}; ${name} was not reached: ${names.join(' → ')}`)
      assert.equal(at.trouble, '', `“${at.name}” has the focus and ${at.trouble}`)
      names.push(at.name)
      if (typeof name === 'string' ? at.name === name : name.test(at.name)) return names
    }
    return assert.fail(`${name} was not reached: ${names.join(' → ')}`)
  }

  back = (name) => this.to(name, 'Shift+Tab')
  press = async (...keys) => {
    for (const key of keys) await this.page.keyboard.press(key)
  }
  type = (words) => this.page.keyboard.type(words, { delay: 10 })
}
