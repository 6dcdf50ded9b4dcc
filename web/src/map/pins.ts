import type { GeoJSONSourceSpecification } from 'maplibre-gl'
import { clusterCounts, type Dye, isDye } from './dyes'
import type { Look } from './words'

/** Beyond this zoom a town is only a point on empty ground */
export const MAX_ZOOM = 12
/** Distance below which pins are grouped, in pixels at whole zooms; on a phone rings would lie over each other */
const REACH = { wide: 48, narrow: 72 }

export interface Pin {
  id: string
  name: string
  dye: Dye
  icon: string
  rough: boolean
}
export type PinFeature = GeoJSON.Feature<GeoJSON.Point, Pin>

/** Names of the fields that say what a record is called, what kind it is and how exactly it is placed. */
export interface Fields {
  name?: string | undefined
  category?: string | undefined
  precision?: string | undefined
}

/** What the map needs of an answer of the API: points only, with the dye and the icon decided once. */
export function preparePins(answer: GeoJSON.FeatureCollection, fields: Fields, look: Look): PinFeature[] {
  const rough = new Set(look.rough)
  const codes = new Map(Object.entries(look.codes))
  const pins: PinFeature[] = []
  for (const { id, geometry, properties } of answer.features) {
    if (geometry?.type !== 'Point' || id === undefined) continue
    const text = (field = '') => String(properties?.[field] ?? '')
    const [dye, icon] = codes.get(text(fields.category)) ?? []
    pins.push({
      type: 'Feature',
      geometry,
      properties: {
        id: String(id),
        name: text(fields.name),
        dye: isDye(dye) ? dye : 'plain',
        icon: icon ?? look.icon,
        rough: rough.has(text(fields.precision)),
      },
    })
  }
  return pins
}

export const collection = (features: PinFeature[]) => ({ type: 'FeatureCollection' as const, features })

/** One source: the map groups it at every zoom, so that records at one coordinate always stay one ring. */
export const pinSource = (features: PinFeature[], frame: keyof typeof REACH): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: collection(features),
  promoteId: 'id',
  maxzoom: MAX_ZOOM + 4,
  cluster: true,
  clusterMaxZoom: MAX_ZOOM + 2,
  clusterRadius: REACH[frame],
  clusterProperties: clusterCounts(),
})

/** Records nobody can pull apart by zooming. */
export function coincide(points: GeoJSON.Feature[], tolerance = 1e-5): boolean {
  const at = points.flatMap((p) => (p.geometry.type === 'Point' ? [p.geometry.coordinates] : []))
  const [x = 0, y = 0] = at[0] ?? []
  return at.every(([lon = 0, lat = 0]) => Math.abs(lon - x) < tolerance && Math.abs(lat - y) < tolerance)
}
