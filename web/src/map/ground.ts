/** The ground as it is sent: GeoJSON whose lines are whole numbers, each the way on from the position before; points are in degrees. */

type Steps = number[]
type Packed = Steps | Packed[]

interface PackedMap {
  /** Steps in a degree */
  scale: number
  features: { properties: GeoJSON.GeoJsonProperties; geometry: { type: string; coordinates: Packed } }[]
}

const isLine = (packed: Packed): packed is Steps => typeof packed[0] === 'number'

function unpackLine(steps: Steps, scale: number): GeoJSON.Position[] {
  const line: GeoJSON.Position[] = []
  let [x, y] = [0, 0]
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at] ?? 0
    y += steps[at + 1] ?? 0
    line.push([x / scale, y / scale])
  }
  return line
}

const unpackAll = (packed: Packed, scale: number): unknown =>
  isLine(packed) ? unpackLine(packed, scale) : packed.map((part) => unpackAll(part, scale))

export const unpack = ({ scale, features }: PackedMap): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.map(({ properties, geometry: { type, coordinates } }) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates: type === 'Point' ? coordinates : unpackAll(coordinates, scale) } as GeoJSON.Geometry,
  })),
})

export async function fetchGround(url: string | undefined) {
  if (!url) throw new Error('the box names no ground')
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${answer.status} ${url}`)
  return unpack(await answer.json())
}
