/** What no page may do, whatever the story: fail aloud, break its own policy, ask another host. */

/** What software WebGL says of its own speed is no trouble of the page. */
const NOISE = /GL Driver Message .*Performance/

/** @typedef {{ troubles: string[], requests: string[] }} Log */

/** The page's own console hides a broken policy from nobody, but tells it only as text; the event is exact. */
function tellPolicy() {
  document.addEventListener('securitypolicyviolation', (e) =>
    console.error(`content security policy: ${e.violatedDirective} ${e.blockedURI}`),
  )
}

/** @param {import('playwright-core').BrowserContext} context @param {string} origin @param {RegExp} [expect] @returns {Promise<Log>} */
export async function watch(context, origin, expect) {
  const log = { troubles: [], requests: [] }
  const trouble = (text) => NOISE.test(text) || expect?.test(text) || log.troubles.push(text)
  await context.addInitScript(tellPolicy)
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => trouble(`uncaught: ${error.error().stack}`))
  context.on('request', (request) => {
    const url = new URL(request.url())
    log.requests.push(request.url())
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin) log.troubles.push(`asked another host: ${url}`)
  })
  return log
}
