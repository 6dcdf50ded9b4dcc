import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapOptions,
  ScaleControl,
  type Source,
  type SourceSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { DISTRICTS_FROM } from './base-layers'
import { constrain } from './camera'
import { iconText, unhashed } from './dom'
import { images } from './draw'
import { fetchGround } from './ground'
import { type Ground, wordsOf } from './load'
import { collection, type PinFeature, pinSource } from './pins'
import { style } from './style'
import type { Tokens } from './tokens'

// Without the address of a bundled worker nothing is drawn
setWorkerUrl(workerUrl)

/** Turned or tilted, this map would only be harder to read. */
const FLAT: Partial<MapOptions> = { maxPitch: 0, dragRotate: false, pitchWithRotate: false, touchPitch: false }

/** A box of fewer pixels is a phone's */
const NARROW = 480

interface Content {
  pins: PinFeature[]
  ground: Ground
  t: Tokens
}

/** The map, and a function that paints it in other colours where it stands. */
export function createMap(container: HTMLElement, box: () => HTMLElement, { pins, ground, t }: Content) {
  const { lang = 'en', view } = box().dataset
  const words = wordsOf(box())
  const { base, places } = ground
  const sources: Record<string, SourceSpecification> = {
    base: { type: 'geojson', data: base },
    districts: { type: 'geojson', data: collection([]) },
    ...(places ? { places: { type: 'geojson' as const, data: places } } : {}),
    pins: pinSource(pins, box().clientWidth < NARROW ? 'narrow' : 'wide'),
  }
  const worldview = view === 'neutral' ? 'neutral' : 'india'
  const styled = (t: Tokens) => style({ t, lang, worldview, shape: words.shape, fonts: unhashed('fonts'), sources })
  const map = new MapLibre({
    ...FLAT,
    container,
    style: styled(t),
    center: [80, 22],
    zoom: 3,
    transformConstrain: (center, zoom) => constrain(box())(center, zoom),
    attributionControl: false,
    locale: { 'Map.Title': words.map, 'ScaleControl.Kilometers': words.km, 'ScaleControl.Meters': words.m },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new ScaleControl({ maxWidth: 120 }), document.dir === 'rtl' ? 'bottom-left' : 'bottom-right')
  // Group for the nearest zoom, not for the one below: between two zooms the rings stay about as dense
  map.once('style.load', () => {
    const source: Source | undefined = map.getSource('pins')
    if (source) source.roundZoom = true
  })
  fetchNear(map, box().dataset.districts)
  const redraw = images(map, t, iconText)
  const recolour = (other: Tokens) => {
    const paint = map.setPaintProperty.bind(map) as (layer: string, name: string, value: unknown) => void
    for (const layer of styled(other).layers)
      for (const [name, value] of Object.entries(layer.paint ?? {})) paint(layer.id, name, value)
    return redraw(other)
  }
  return { map, recolour }
}

/** Districts are as heavy as all other ground together: they come when somebody is near enough to see them. */
function fetchNear(map: MapLibre, address: string | undefined) {
  if (!address) return
  const look = () => {
    if (map.getZoom() < DISTRICTS_FROM) return
    map.off('zoom', look)
    // Without them the map is still a map
    fetchGround(address).then(
      (districts) => map.getSource<GeoJSONSource>('districts')?.setData(districts),
      console.warn,
    )
  }
  map.on('zoom', look)
}

/** Resolves when everything is drawn for the first time. */
export const firstIdle = (map: MapLibre) =>
  new Promise<void>((resolve, reject) => {
    map.once('idle', () => resolve())
    map.on('error', ({ error }) => !map.loaded() && reject(error))
  })
