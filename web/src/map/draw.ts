/** Rings and pins are drawn when the map first asks for them, from the colours of the page. */
import type { Map as MapLibre } from 'maplibre-gl'
import { iconImage } from './dom'
import { type Dye, ringRadius } from './dyes'
import type { Tokens } from './tokens'

type Draw = (c: OffscreenCanvasRenderingContext2D) => void
const FONT = '"Noto Sans", system-ui, sans-serif'

function canvas(size: number, ratio: number, draw: Draw): ImageData {
  const el = new OffscreenCanvas(size * ratio, size * ratio)
  const c = el.getContext('2d')
  if (!c) throw new Error('no canvas')
  c.scale(ratio, ratio)
  draw(c)
  return c.getImageData(0, 0, el.width, el.height)
}

/** Cotton hub with the number, dyed rim, a gap of cotton between two dyes, an iron line outside. */
function drawRing(id: string, t: Tokens, ratio: number): ImageData {
  const [, n = '', shares = ''] = id.split('|')
  const parts = shares
    .split(',')
    .filter(Boolean)
    .map((p) => p.split(':') as [Dye, string])
  const sum = parts.reduce((a, [, share]) => a + Number(share), 0)
  const r = ringRadius(Number(n))
  const size = Math.ceil((r + 2) * 2)
  const rim = Math.max(4.5, r * 0.38)
  const gap = parts.length > 1 ? 1.8 / r : 0
  return canvas(size, ratio, (c) => {
    const circle = (radius: number, from = 0, to = 2 * Math.PI) => {
      c.beginPath()
      c.arc(0, 0, radius, from, to)
    }
    c.translate(size / 2, size / 2)
    circle(r)
    c.fillStyle = t.cotton
    c.fill()
    let a = -Math.PI / 2
    for (const [dye, share] of parts) {
      const b = a + (2 * Math.PI * Number(share)) / sum
      circle(r - rim / 2, a + gap / 2, b - gap / 2)
      c.lineWidth = rim
      c.strokeStyle = t.dye[dye].fill
      c.stroke()
      a = b
    }
    circle(r + 0.5)
    c.lineWidth = 1
    c.strokeStyle = `${t.ink}99`
    c.stroke()
    c.fillStyle = t.ink
    c.font = `600 ${n.length > 3 ? 10.5 : 12}px ${FONT}`
    c.textAlign = 'center'
    c.textBaseline = 'middle'
    c.fillText(n, 0, 0.5)
  })
}

/** The outline of a pin: a disc for a craft, a square for a place that helps, a diamond for an event. */
function outline(c: OffscreenCanvasRenderingContext2D, shape: string, r: number) {
  c.beginPath()
  if (shape === 'square') c.roundRect(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8, 3)
  else if (shape === 'diamond') {
    const d = r * 1.24
    c.moveTo(0, -d)
    for (const [x, y] of [
      [d, 0],
      [0, d],
      [-d, 0],
    ] as const)
      c.lineTo(x, y)
    c.closePath()
  } else c.arc(0, 0, r, 0, 2 * Math.PI)
}

/** A medal: dyed shape, icon in the thread colour, iron line. A place known only roughly has a broken outer line. */
function drawPin(id: string, t: Tokens, icon: CanvasImageSource | null, ratio: number): ImageData {
  const [, shape = 'round', name = 'plain', , sure] = id.split('|')
  const dye = t.dye[name as Dye] ?? t.dye.plain
  const rough = sure === 'rough'
  const r = rough ? 10.5 : 12.5
  const size = 38
  return canvas(size, ratio, (c) => {
    c.translate(size / 2, size / 2)
    outline(c, shape, 15)
    c.fillStyle = t.cotton
    c.fill()
    outline(c, shape, r)
    c.fillStyle = dye.fill
    c.fill()
    c.lineWidth = 1.2
    c.strokeStyle = dye.ink
    if (rough) {
      c.setLineDash([3, 2.4])
      outline(c, shape, 13.6)
    }
    c.stroke()
    const s = r * (shape === 'round' ? 1.4 : 1.3)
    if (icon) c.drawImage(icon, -s / 2, -s / 2, s, s)
  })
}

/** MapLibre asks a resolver for an image it has not and waits; a listener for missing images would be too late. Answers a function that draws all again in other colours. */
export function images(map: MapLibre, first: Tokens, icons: (name: string) => Promise<string | null>) {
  let t = first
  const ratio = Math.max(2, Math.ceil(globalThis.devicePixelRatio || 1))
  const font = document.fonts.load(`600 12px ${FONT}`, '0').catch(() => [])
  const draw = async (id: string) => {
    await font
    if (id.startsWith('ring|')) return drawRing(id, t, ratio)
    if (!id.startsWith('pin|')) return null
    const [, , dye = 'plain', name = ''] = id.split('|')
    const svg = await icons(name)
    const colour = (t.dye[dye as Dye] ?? t.dye.plain).on
    return drawPin(id, t, svg ? await iconImage(svg, colour).catch(() => null) : null, ratio)
  }
  map.setMissingStyleImageResolver(async (id) => {
    const image = await draw(id)
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: ratio })
  })
  return async (other: Tokens) => {
    t = other
    for (const id of map.listImages()) {
      const image = await draw(id)
      if (image && map.hasImage(id)) map.updateImage(id, image)
    }
  }
}
