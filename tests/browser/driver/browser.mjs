/** Chromium with software WebGL. */
import { chromium } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/** Every screen is looked at on the desk and on the phone. The laptop is for stories with a live map: fewer pixels to draw in software. */
export const SIZES = {
  desk: { width: 1440, height: 900 },
  laptop: { width: 1100, height: 700 },
  phone: { width: 360, height: 740 },
  /** A window of 1280 by 1024 at 400 %. */
  zoomed: { width: 320, height: 256 },
}

export const startBrowser = () =>
  chromium.launch({ headless: true, executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })

/**
 * @typedef {object} Habits how somebody reads
 * @property {keyof typeof SIZES} [size]
 * @property {boolean} [script] false: scripts are off
 * @property {boolean} [map] false: the map is not fetched, as on a slow connection; for stories that need none
 * @property {boolean} [saveData] the browser asks to save data
 * @property {boolean} [contrast] the system draws all in the colours of a high-contrast theme
 * @property {boolean} [motion] things may move; readers here ask for reduced motion unless a story is about motion
 * @property {{ latitude: number, longitude: number } | 'denied'} [position]
 * @property {RegExp} [expect] troubles on the console that belong to the story
 */

/** @param {Habits} habits @returns {import('playwright-core').BrowserContextOptions} */
export function contextFor({ size = 'laptop', script = true, saveData, contrast, motion, position }) {
  const phone = size === 'phone'
  return {
    viewport: SIZES[size],
    locale: 'en-IN',
    javaScriptEnabled: script,
    ...(phone ? { isMobile: true, hasTouch: true } : {}),
    ...(saveData ? { extraHTTPHeaders: { 'Save-Data': 'on' } } : {}),
    forcedColors: contrast ? 'active' : 'none',
    reducedMotion: motion ? 'no-preference' : 'reduce',
    ...(position && position !== 'denied' ? { geolocation: position, permissions: ['geolocation'] } : {}),
  }
}
