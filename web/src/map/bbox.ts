/** Boxes as the API writes them: west, south, east, north in degrees. West is greater than east across the antimeridian. */
export type Box = [west: number, south: number, east: number, north: number]

const DIGITS = 4

/** A longitude between -180 and 180, however often the map has gone round the world. */
export const wrap = (lon: number) => {
  if (lon >= -180 && lon <= 180) return lon
  return ((((lon + 180) % 360) + 360) % 360) - 180
}

/** The box of a view whose corners the map gives, unwrapped and perhaps beyond the poles. */
export function boxOf(west: number, south: number, east: number, north: number): Box {
  const clamp = (lat: number) => Math.max(-90, Math.min(90, lat))
  if (east - west >= 360) return [-180, clamp(south), 180, clamp(north)]
  return [wrap(west), clamp(south), wrap(east), clamp(north)]
}

const short = (n: number) => String(Number(n.toFixed(DIGITS)) || 0)
export const formatBox = (box: Box) => box.map(short).join(',')

export function parseBox(text: string | null | undefined): Box | null {
  const n = (text ?? '').split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [w, s, e, north] = n
  if (n.length !== 4 || w === undefined || s === undefined || e === undefined || north === undefined) return null
  return n.every(Number.isFinite) && s <= north ? [w, s, e, north] : null
}

/** Corners for the camera: across the antimeridian the east goes on beyond 180. */
export const corners = ([w, s, e, n]: Box): [[number, number], [number, number]] => [
  [w, s],
  [w > e ? e + 360 : e, n],
]

export const contains = ([w, s, e, n]: Box, lon: number, lat: number) =>
  lat >= s && lat <= n && (w <= e ? lon >= w && lon <= e : lon >= w || lon <= e)
