/** What the server draws pictures for links with (crates/server/src/pages/picture): fonts, patterns, and colours from the design tokens. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { Plugin } from 'vite'

const STYLES = new URL('./src/styles/', import.meta.url)
const DRAWN = new URL('./src/share/picture.css', import.meta.url)
/** In the order in which a letter is looked for that the font of its line lacks. */
const FONTS = [
  'noto-sans-latin-400',
  'noto-sans-latin-600',
  'noto-sans-devanagari-devanagari-400',
  'noto-sans-devanagari-devanagari-600',
  'noto-naskh-arabic-arabic-400',
  'noto-naskh-arabic-arabic-600',
  'tiro-devanagari-hindi-latin-400',
  'tiro-devanagari-hindi-devanagari-400',
  'noto-nastaliq-urdu-arabic-400',
  'noto-sans-latin-ext-400',
  'tiro-devanagari-hindi-latin-ext-400',
]

/** A font as programs read it, from its compressed form for the web (WOFF 1: one deflated block a table). */
export function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const log = Math.floor(Math.log2(count))
  head.writeUInt16BE(16 << log, 6)
  head.writeUInt16BE(log, 8)
  head.writeUInt16BE(16 * (count - (1 << log)), 10)
  const parts = [head]
  let offset = head.length
  for (let n = 0; n < count; n++) {
    const at = 44 + 20 * n
    const [start, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [number, number, number]
    const bytes = woff.subarray(start, start + packed)
    const table = Buffer.alloc(Math.ceil(length / 4) * 4)
    ;(packed < length ? inflateSync(bytes) : bytes).copy(table)
    woff.copy(head, 12 + 16 * n, at, at + 4)
    head.writeUInt32BE(woff.readUInt32BE(at + 16), 16 + 16 * n)
    head.writeUInt32BE(offset, 20 + 16 * n)
    head.writeUInt32BE(length, 24 + 16 * n)
    parts.push(table)
    offset += table.length
  }
  return Buffer.concat(parts)
}

const read = (name: string) => readFileSync(new URL(name, STYLES), 'utf8')

/** Each family with its dye and the size of its pattern. */
export function families(css = read('families.css')): Record<string, { dye: string; tile: number }> {
  const found: Record<string, { dye: string; tile: number }> = {}
  for (const [, names, dye] of css.matchAll(/:is\(([^)]*)\)\s*\{\s*--dye: var\(--dye-(\w+)\)/g)) {
    for (const [, name] of (names ?? '').matchAll(/data-family="([\w-]+)"/g))
      found[name as string] = { dye: dye as string, tile: 1 }
  }
  for (const [, name, tile] of css.matchAll(/\[data-family="([\w-]+)"\] \{[^}]*--tk: ([\d.]+)/g)) {
    const family = found[name as string]
    if (family) family.tile = Number(tile)
  }
  if (Object.keys(found).length === 0) throw new Error('families.css names no family')
  return found
}

/** The style of the pictures: its own rules with the tokens' values, and the colours of each dye and family. */
export function style(css = readFileSync(DRAWN, 'utf8'), tokens = read('tokens.css')): string {
  const values = new Map<string, string>()
  for (const [, name, value] of tokens.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    if (!values.has(name as string)) values.set(name as string, value as string)
  }
  const value = (name: string): string => {
    const found = values
      .get(name)
      ?.replace(/^light-dark\(([^,]+),.*\)$/s, '$1')
      .trim()
    if (!found) throw new Error(`tokens.css does not say ${name}`)
    return found.replace(/var\((--[\w-]+)\)/g, (_, other) => value(other))
  }
  const owners = Object.entries(families()).map(([family, { dye }]) => [`[data-family="${family}"]`, dye])
  const dyes = [...new Set(owners.map(([, dye]) => dye as string))]
  const all = [...owners, ...dyes.map((dye) => [`[data-dye="${dye}"]`, dye])] as [string, string][]
  const rules = all.map(
    ([owner, dye]) =>
      `${owner} .m-seg{fill:${value(`--dye-${dye}`)};stroke:${value(`--dye-${dye}-ink`)}}${owner}.cloth{fill:${value(`--dye-${dye}`)}}` +
      `${owner} use{color:${value(`--dye-${dye}-on`)}}${owner}.thread{fill:${value(`--dye-${dye}-on`)}}` +
      `path${owner},circle${owner}{fill:none;stroke:${value(`--dye-${dye}`)}}`,
  )
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/var\((--[\w-]+)\)/g, (_, name) => value(name)) + rules.join('\n')
}

export const pictures = (): Plugin => ({
  name: 'karigar-pictures',
  apply: 'build',
  buildStart() {
    const require = createRequire(import.meta.url)
    const emit = (name: string, source: string | Buffer) =>
      this.emitFile({ type: 'asset', fileName: `share/${name}`, source })
    FONTS.forEach((file, order) => {
      const name = /^(.+)-(?:latin-ext|latin|devanagari|arabic)-\d+$/.exec(file)?.[1]
      const folder = dirname(require.resolve(`@fontsource/${name}/package.json`))
      const woff = readFileSync(join(folder, 'files', `${file}-normal.woff`))
      emit(`fonts/${String(order).padStart(2, '0')}-${file}.ttf`, unpacked(woff))
    })
    for (const file of readdirSync(new URL('patterns/', STYLES))) emit(`patterns/${file}`, read(`patterns/${file}`))
    emit('families.json', JSON.stringify(families()))
    emit('picture.css', style())
  },
})
