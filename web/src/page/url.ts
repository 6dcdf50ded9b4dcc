/** Addresses of pages: edited as data, and always in one order, so that the same query has the same address. */
const PAGING = ['cursor', 'offset', 'page']

/** Commas, colons and slashes need no escape in a query, and a shared link should be readable. */
const readable = (query: string) => query.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')

function write(url: URL, base: string): string {
  url.searchParams.sort()
  const query = readable(url.searchParams.toString())
  const local = url.origin === new URL(base).origin
  return `${local ? '' : url.origin}${url.pathname}${query && `?${query}`}${url.hash}`
}

/** Drop empty values, join repeated names with commas ("family=metal,wood"), sort the names. */
export function tidyUrl(address: string, base = location.href): string {
  const url = new URL(address, base)
  for (const name of new Set(url.searchParams.keys())) {
    const values = [...new Set(url.searchParams.getAll(name).filter((value) => value.trim() !== ''))]
    if (values.length === 0) url.searchParams.delete(name)
    else url.searchParams.set(name, values.join(','))
  }
  return write(url, base)
}

/** Set or (with null) remove parameters. Another query begins at its first page. */
export function editUrl(address: string, changes: Record<string, string | null>, base = address): string {
  const url = new URL(address, base)
  for (const name of PAGING) url.searchParams.delete(name)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  url.hash = ''
  return write(url, base)
}

/** A point as the API writes it, to about a kilometre: nothing finer leaves the device. */
export const coarsePoint = (lon: number, lat: number) => `${Number(lon.toFixed(2))},${Number(lat.toFixed(2))}`
