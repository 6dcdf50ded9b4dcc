import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { families, style, unpacked } from '../pictures'

test('every family has a dye, and its pattern its size', () => {
  expect(families().metal).toEqual({ dye: 'verdigris', tile: 1 })
  expect(families().other).toEqual({ dye: 'wool', tile: 0.42 })
  expect(Object.keys(families())).toHaveLength(22)
})

test('the style of pictures has values and no variables, and follows a token to its end', () => {
  const css = style(
    '.a { fill: var(--b); }',
    ':root { --b: light-dark(var(--c), #000); --c: #123456; --dye-x: 1; }'.concat(dyes()),
  )
  expect(css).toContain('.a { fill: #123456; }')
  expect(style()).not.toMatch(/var\(/)
})

const dyes = () =>
  Object.values(families())
    .map(({ dye }) => `--dye-${dye}: #111; --dye-${dye}-ink: #222; --dye-${dye}-on: #333;`)
    .join('')

test('a font is unpacked to what its tables say', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans/package.json'))
  const font = unpacked(readFileSync(join(folder, 'files/noto-sans-latin-400-normal.woff')))
  expect(font.readUInt32BE(0)).toBe(0x00010000)
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) =>
    font.toString('latin1', 12 + 16 * n, 16 + 16 * n),
  )
  expect(tables).toContain('glyf')
  const head = 12 + 16 * tables.indexOf('head')
  expect(font.readUInt32BE(font.readUInt32BE(head + 8) + 12)).toBe(0x5f0f3cf5)
})
