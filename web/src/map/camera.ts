import { LngLat, type Map as MapLibre, type TransformConstrainFunction } from 'maplibre-gl'
import { contains, corners, parseBox } from './bbox'
import { covered, hidden } from './furniture'
import { MAX_ZOOM, type PinFeature } from './pins'
import { SHEET, within } from './sheet'

const EDGE = 28
/** At the foot stand legend, scale and credit. */
const FOOT = 64
const CLOSEST = 9

/** What can be seen of the map never goes beyond the sheet of the atlas. */
export const constrain =
  (box: HTMLElement): TransformConstrainFunction =>
  ({ lng, lat }, zoom) => {
    const seen = { width: box.clientWidth, height: box.clientHeight - covered(box) }
    const view = within(SHEET, seen, { lng, lat, zoom: Math.min(zoom, MAX_ZOOM) })
    return { center: new LngLat(view.lng, view.lat), zoom: view.zoom }
  }

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
