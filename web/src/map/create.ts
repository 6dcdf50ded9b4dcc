import { Map as MapLibre, type MapOptions, ScaleControl, type Source, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { constrain } from './camera'
import { iconText, unhashed } from './dom'
import { images } from './draw'
import { type Ground, wordsOf } from './load'
import { type PinFeature, pinSource } from './pins'
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

export function createMap(container: HTMLElement, box: () => HTMLElement, { pins, ground, t }: Content): MapLibre {
  const { lang = 'en', view } = box().dataset
  const words = wordsOf(box())
  const { base, places } = ground
  const map = new MapLibre({
    ...FLAT,
    container,
    style: style({
      t,
      lang,
      worldview: view === 'neutral' ? 'neutral' : 'india',
      shape: words.shape,
      fonts: unhashed('fonts'),
      sources: {
        base: { type: 'geojson', data: base },
        ...(places ? { places: { type: 'geojson' as const, data: places } } : {}),
        pins: pinSource(pins, box().clientWidth < NARROW ? 'narrow' : 'wide'),
      },
    }),
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
  images(map, t, iconText)
  return map
}

/** Resolves when everything is drawn for the first time. */
export const firstIdle = (map: MapLibre) =>
  new Promise<void>((resolve, reject) => {
    map.once('idle', () => resolve())
    map.on('error', ({ error }) => !map.loaded() && reject(error))
  })
