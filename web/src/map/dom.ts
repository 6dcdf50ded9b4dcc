/** Build an element; text and attributes are set as data, never as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const el = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value)
  el.append(...children)
  return el
}

/** A URL of the page with the record's id: "/card/clusters/" or "/cluster/{id}?lang=hi". */
export const urlFor = (pattern: string, id: string) => {
  const safe = encodeURIComponent(id)
  return pattern.includes('{id}') ? pattern.replace('{id}', safe) : pattern + safe
}

/** Beside the built scripts: files that keep their names. A variable, so that the bundler leaves the address alone. */
export const unhashed = (path: string) => new URL(path, new URL(/* @vite-ignore */ '..', import.meta.url)).href

const texts = new Map<string, Promise<string | null>>()

/** SVG text of an icon, fetched once; null when there is none. */
export function iconText(name: string): Promise<string | null> {
  const known = texts.get(name)
  if (known) return known
  const text = fetch(unhashed(`icons/${encodeURIComponent(name)}.svg`))
    .then((r) => (r.ok ? r.text() : null))
    .catch(() => null)
  texts.set(name, text)
  return text
}

/** The icon as an element of this page, drawn with currentColor. */
export async function iconElement(name: string): Promise<SVGElement | null> {
  const text = await iconText(name)
  if (!text) return null
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  if (!(svg instanceof SVGElement)) return null
  svg.querySelector('title')?.remove()
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', 'icon')
  return document.importNode(svg, true)
}

/** SVG text of an icon, drawn with currentColor, as a picture in one colour. */
export async function iconImage(svg: string, colour: string): Promise<HTMLImageElement> {
  const image = new Image(96, 96)
  const large = svg.replace('width="24" height="24"', 'width="96" height="96"').replaceAll('currentColor', colour)
  image.src = `data:image/svg+xml,${encodeURIComponent(large)}`
  await image.decode()
  return image
}
