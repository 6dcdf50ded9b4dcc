/** The live map, seen as a reader sees it: rings with their numbers, pins, and the ground below them. */

const BOX = '[data-map]'
const SOON = 60_000

/** The island keeps its map to itself. This catches it when the library gives it a canvas, before any script of the page runs. */
export function catchMap() {
  Object.defineProperty(Object.prototype, '_canvasContainer', {
    configurable: true,
    set(element) {
      Object.defineProperty(this, '_canvasContainer', { value: element, writable: true, configurable: true, enumerable: true })
      if (typeof this.queryRenderedFeatures === 'function') globalThis.caughtMap = this
    },
  })
}

/** In the page: everything that is drawn, each once, with its place in the window. */
function drawn() {
  const map = globalThis.caughtMap
  const frame = map.getContainer().getBoundingClientRect()
  const marks = new Map()
  for (const { id, properties: p, geometry } of map.queryRenderedFeatures({ layers: ['rings', 'pins'] })) {
    const at = map.project(geometry.coordinates)
    const [x, y] = [at.x + frame.x, at.y + frame.y]
    const free = document.elementFromPoint(x, y) === map.getCanvas()
    const ring = p.cluster_id !== undefined
    marks.set(String(id), { id: ring ? Number(id) : String(p.id), ring, n: ring ? p.point_count : 1, x, y, free, lonLat: geometry.coordinates })
  }
  return [...marks.values()]
}

export class LiveMap {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page
    this.box = page.locator(BOX)
  }

  state = () => this.box.getAttribute('data-state')

  /** Until the map is live, has come to rest, and has drawn what it was given. */
  async idle() {
    await this.page.waitForFunction((box) => document.querySelector(box)?.dataset.state === 'live', BOX, { timeout: SOON })
    await this.page.evaluate(
      () =>
        new Promise((done) => {
          const map = globalThis.caughtMap
          map.once('idle', done)
          map.triggerRepaint()
        }),
    )
    return this
  }

  /** Until the server's still picture is all there is. */
  async still() {
    await this.page.waitForFunction((box) => document.querySelector(box)?.dataset.state === 'still', BOX, { timeout: SOON })
    await this.page.locator('.map-still svg').waitFor()
  }

  /** @returns {Promise<{ id: string | number, ring: boolean, n: number, x: number, y: number, free: boolean, lonLat: number[] }[]>} */
  marks = () => this.page.evaluate(drawn)

  /** What the numbers on the map add up to. */
  async sum() {
    return (await this.marks()).reduce((sum, mark) => sum + mark.n, 0)
  }

  /** Ids of all records on the map, grouped or not. */
  ids = () =>
    this.page.evaluate(async () => {
      const data = await globalThis.caughtMap.getSource('pins').getData()
      return data.features.map((f) => f.properties.id).sort()
    })

  zoom = () => this.page.evaluate(() => globalThis.caughtMap.getZoom())
  /** Ids of the records in a ring. */
  members = (ring) =>
    this.page.evaluate(
      async ({ id, n }) => (await globalThis.caughtMap.getSource('pins').getClusterLeaves(id, n, 0)).map((f) => f.properties.id),
      ring,
    )
  /** Ids of marks with a halo, because of the pointer or because their card is open. */
  lit = () =>
    this.page.evaluate(() => {
      const map = globalThis.caughtMap
      const shown = map.queryRenderedFeatures({ layers: ['rings', 'pins'] })
      return [...new Set(shown.filter((f) => f.state.hover || f.state.selected).map((f) => f.id))]
    })

  /** Look at a place, closely enough to tell its records apart. The reader would drag and zoom; this saves the time. */
  async lookAt(lonLat, zoom) {
    await this.page.evaluate(({ center, zoom }) => globalThis.caughtMap.jumpTo({ center, zoom }), { center: lonLat, zoom })
    return this.idle()
  }

  /** The commonest colour of the drawing, the share of pixels that differ from it, and how many colours there are. Read as it is drawn. */
  paint = () =>
    this.page.evaluate(
      () =>
        new Promise((done) => {
          const map = globalThis.caughtMap
          map.once('render', () => {
            const canvas = map.getCanvas()
            const gl = canvas.getContext('webgl2')
            const pixels = new Uint8Array(canvas.width * canvas.height * 4)
            gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels)
            const counts = new Map()
            const all = new Uint32Array(pixels.buffer)
            for (const colour of all) counts.set(colour, (counts.get(colour) ?? 0) + 1)
            const [[most, times]] = [...counts].sort((one, other) => other[1] - one[1])
            done({ colours: counts.size, varied: 1 - times / all.length, ground: [...new Uint8Array(Uint32Array.of(most).buffer)] })
          })
          map.triggerRepaint()
        }),
    )

  /** Drag the ground with the mouse, away from all marks. */
  async pan(dx = -160, dy = 60) {
    const frame = await this.box.boundingBox()
    const [x, y] = [frame.x + frame.width * 0.55, frame.y + Math.min(frame.height, 600) * 0.6]
    const { mouse } = this.page
    await mouse.move(x, y)
    await mouse.down()
    await mouse.move(x + dx / 2, y + dy / 2, { steps: 4 })
    await mouse.move(x + dx, y + dy, { steps: 4 })
    await mouse.up()
    await this.idle()
  }

  async tap(mark) {
    const touch = await this.page.evaluate(() => navigator.maxTouchPoints > 0)
    await (touch ? this.page.touchscreen.tap(mark.x, mark.y) : this.page.mouse.click(mark.x, mark.y))
  }

  point = (mark) => this.page.mouse.move(mark.x, mark.y, { steps: 3 })

  searchArea = () => this.page.getByRole('link', { name: 'Search this area' })
  card = () => this.page.locator('.map-slot .mapcard')
}
