import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import subset from 'subset-font'
import { defineConfig, type Plugin } from 'vite'
import { pictures } from './pictures'

const SCRIPTS = '(?:latin|devanagari|arabic)'
/** Every page names its other languages; these files hold no other letters. */
const LANGUAGES = [
  { text: 'हिन्दी', of: 'noto-sans-devanagari-devanagari-400-normal.woff2', file: 'languages-devanagari.woff2' },
  { text: 'اردو', of: 'noto-naskh-arabic-arabic-400-normal.woff2', file: 'languages-arabic.woff2' },
]
const require = createRequire(import.meta.url)

const fontFile = (file: string) => {
  const name = new RegExp(`^(.+)-${SCRIPTS}-\\d+-\\w+\\.woff2$`).exec(file)?.[1]
  return readFileSync(join(dirname(require.resolve(`@fontsource/${name}/package.json`)), 'files', file))
}

/** The font files that fonts.css names, under their own names, for the pages and for the labels of the map. */
const fonts = (): Plugin => ({
  name: 'karigar-fonts',
  apply: 'build',
  async buildStart() {
    const css = readFileSync(new URL('./src/styles/fonts.css', import.meta.url), 'utf8')
    const named = [...css.matchAll(/fonts\/([\w-]+\.woff2)/g)].map((m) => m[1] as string)
    for (const file of new Set(named)) {
      const part = LANGUAGES.find((each) => each.file === file)
      const source = part ? await subset(fontFile(part.of), part.text, { targetFormat: 'woff2' }) : fontFile(file)
      this.emitFile({ type: 'asset', fileName: `fonts/${file}`, source })
    }
  },
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css')) {
        file.source = String(file.source).replaceAll('/assets/fonts/', '../fonts/')
      }
    }
  },
})

/** Each text file also as .br and .gz, so that the server compresses nothing twice. */
const compressed = (): Plugin => ({
  name: 'karigar-compressed',
  apply: 'build',
  closeBundle() {
    const dist = new URL('./dist/', import.meta.url)
    for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(js|css|svg)$/.test(entry.name)) continue
      const file = join(entry.parentPath, entry.name)
      const bytes = readFileSync(file)
      if (bytes.length < 1000) continue
      writeFileSync(`${file}.br`, brotliCompressSync(bytes))
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    }
  },
})

/** The server maps /assets/* to dist/*; what has a hash in its name lies in dist/assets/. All addresses are relative: the site may stand below a path. */
export default defineConfig({
  base: './',
  plugins: [fonts(), pictures(), compressed()],
  worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } } },
  build: {
    manifest: true,
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1400,
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        theme: 'src/theme.ts',
        explore: 'src/explore.ts',
        styles: 'src/styles/main.css',
        reading: 'src/styles/reading.css',
        menu: 'src/styles/menu.css',
        places: 'src/styles/places.css',
        fonts: 'src/styles/fonts.css',
        print: 'src/paper/print.css',
        embed: 'src/paper/embed.css',
      },
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  test: { include: ['test/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0])
