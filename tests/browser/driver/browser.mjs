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

/** The two sizes that every screen is looked at in. */
export const SIZES = {
  desk: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
}

export const startBrowser = () =>
  chromium.launch({ headless: true, executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })

/**
 * @typedef {object} Habits how somebody reads
 * @property {'desk' | 'phone'} [size]
 * @property {boolean} [script] false: scripts are off
 * @property {boolean} [saveData] the browser asks to save data
 * @property {boolean} [calm] reduced motion is asked for
 * @property {{ latitude: number, longitude: number } | 'denied'} [position]
 * @property {RegExp} [expect] troubles on the console that belong to the story
 */

/** @param {Habits} habits @returns {import('playwright-core').BrowserContextOptions} */
export function contextFor({ size = 'desk', script = true, saveData, calm, position }) {
  const phone = size === 'phone'
  return {
    viewport: SIZES[size],
    locale: 'en-IN',
    javaScriptEnabled: script,
    ...(phone ? { isMobile: true, hasTouch: true } : {}),
    ...(saveData ? { extraHTTPHeaders: { 'Save-Data': 'on' } } : {}),
    ...(calm ? { reducedMotion: 'reduce' } : {}),
    ...(position && position !== 'denied' ? { geolocation: position, permissions: ['geolocation'] } : {}),
  }
}
