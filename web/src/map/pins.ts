import type { GeoJSONSourceSpecification } from 'maplibre-gl'
import { clusterCounts, type Dye, dyeOf, isFamily } from './groups'
import type { Shape } from './style'

/** Beyond this zoom a town is only a point on empty ground */
export const MAX_ZOOM = 12
/** Distance below which pins are grouped, in pixels at whole zooms */
const REACH = 48

export interface Pin {
  id: string
  name: string
  dye: Dye
  icon: string
  rough: boolean
}
export type PinFeature = GeoJSON.Feature<GeoJSON.Point, Pin>

interface Kind {
  shape: Shape
  icon: string
}
const LAYERS: Record<string, Kind> = {
  clusters: { shape: 'round', icon: 'other' },
  products: { shape: 'round', icon: 'product' },
  artisans: { shape: 'round', icon: 'artisan' },
  centres: { shape: 'square', icon: 'service-centre' },
  organisations: { shape: 'square', icon: 'organisation' },
  events: { shape: 'diamond', icon: 'event' },
}
export const kindOf = (layer: string): Kind => LAYERS[layer] ?? { shape: 'square', icon: 'region' }

const ROUGH = new Set(['district', 'state', 'province', 'named-area'])
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** What the map needs of an answer of the API: points only, with the dye and the icon decided once. */
export function preparePins(answer: GeoJSON.FeatureCollection, category: string, layer: string): PinFeature[] {
  const fallback = kindOf(layer).icon
  const pins: PinFeature[] = []
  for (const { id, geometry, properties } of answer.features) {
    if (geometry?.type !== 'Point' || id === undefined) continue
    const value = text(properties?.[category])
    const crafts = category === 'family'
    pins.push({
      type: 'Feature',
      geometry,
      properties: {
        id: String(id),
        name: text(properties?.name),
        dye: crafts ? dyeOf(value) : 'plain',
        icon: crafts ? (isFamily(value) ? value : 'other') : /^[a-z0-9-]+$/.test(value) ? value : fallback,
        rough: ROUGH.has(text(properties?.precision)),
      },
    })
  }
  return pins
}

export const collection = (features: PinFeature[]) => ({ type: 'FeatureCollection' as const, features })

/** One source: the map groups it at every zoom, so that records at one coordinate always stay one ring. */
export const pinSource = (features: PinFeature[]): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: collection(features),
  promoteId: 'id',
  maxzoom: MAX_ZOOM + 4,
  cluster: true,
  clusterMaxZoom: MAX_ZOOM + 2,
  clusterRadius: REACH,
  clusterProperties: clusterCounts(),
})

/** Records nobody can pull apart by zooming. */
export function coincide(points: GeoJSON.Feature[], tolerance = 1e-5): boolean {
  const at = points.flatMap((p) => (p.geometry.type === 'Point' ? [p.geometry.coordinates] : []))
  const [x = 0, y = 0] = at[0] ?? []
  return at.every(([lon = 0, lat = 0]) => Math.abs(lon - x) < tolerance && Math.abs(lat - y) < tolerance)
}
