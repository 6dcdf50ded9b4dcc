/** The sheet of the atlas, and how a view is kept within it. Pure functions. */
import type { Box } from './bbox'

/** Where the base map ends, in degrees. Its land ends at 2° north; south of that lies the sea, and a corner of Sumatra. */
export const SHEET: Box = [55, -5, 102, 42]
/** Pixels of the whole world at zoom 0 */
const WORLD = 512

interface View {
  lng: number
  lat: number
  zoom: number
}

/** A position as shares of the world in Mercator's projection, from the upper left corner. */
const across = (lng: number) => lng / 360 + 0.5
const down = (lat: number) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
const latitude = (y: number) => (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90

const between = (low: number, n: number, high: number) => Math.max(low, Math.min(n, high))

/** The view that is nearest to the one asked for and shows, in a frame of this size, nothing beyond the sheet. */
export function within(sheet: Box, frame: { width: number; height: number }, asked: View): View {
  const [west, south, east, north] = sheet
  const [left, top, right, bottom] = [across(west), down(north), across(east), down(south)]
  const least = Math.max(frame.width / (right - left), frame.height / (bottom - top)) / WORLD
  const zoom = Math.max(asked.zoom, Math.log2(least))
  const half = (size: number) => size / 2 / (WORLD * 2 ** zoom)
  const [x, y] = [half(frame.width), half(frame.height)]
  const lng = (between(left + x, across(asked.lng), right - x) - 0.5) * 360
  return { lng, lat: latitude(between(top + y, down(asked.lat), bottom - y)), zoom }
}
