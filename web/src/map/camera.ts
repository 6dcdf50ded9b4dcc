import type { Map as MapLibre } from 'maplibre-gl'
import { contains, corners, parseBox } from './bbox'
import { hidden } from './furniture'
import type { PinFeature } from './pins'

const EDGE = 28
/** At the foot stand legend, scale and credit. */
const FOOT = 64
const CLOSEST = 9

/** The view that the page asks for. */
export function firstView(map: MapLibre, box: HTMLElement, animate = false) {
  const view = parseBox(box.dataset.bbox)
  // The sheet is already part of the map's own padding
  const bottom = FOOT + Math.max(0, hidden(box) - (map.getPadding().bottom ?? 0))
  const padding = { top: EDGE, left: EDGE, right: EDGE, bottom }
  if (view) map.fitBounds(corners(view), { padding, maxZoom: CLOSEST, animate })
}

/** The view stays with the reader, unless nothing of a new answer would be seen in it. */
export function keepInSight(map: MapLibre, box: HTMLElement, pins: PinFeature[]) {
  const b = map.getBounds()
  const view: [number, number, number, number] = [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]
  const seen = pins.some(({ geometry: { coordinates: c } }) => contains(view, c[0] ?? 0, c[1] ?? 0))
  if (!seen && pins.length > 0) firstView(map, box, true)
}
