/** The built binary, started for one file of stories: its own port, its own folder, the shipped atlas. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../..')
const BINARY = process.env.KARIGAR_BINARY ?? join(ROOT, 'target/release/karigar')
const WEB = process.env.KARIGAR_WEB_DIR ?? join(ROOT, 'web/dist')
const LAST_WORDS = 4000

/** @typedef {{ url: string, stop: () => Promise<void> }} Server */

/** @param {string[]} settings further settings of the server @returns {Promise<Server>} */
export async function startServer(...settings) {
  const data = mkdtempSync(join(tmpdir(), 'karigar-browser-'))
  const folders = ['--data-dir', data, '--atlas-dir', join(ROOT, 'data'), '--web-dir', WEB]
  const server = spawn(BINARY, ['serve', '--listen', '127.0.0.1:0', ...folders, ...settings], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const gone = new Promise((done) => server.once('close', done))
  const url = await new Promise((answer, fail) => {
    const listen = (chunk) => {
      said = (said + chunk).slice(-LAST_WORDS)
      const [, address] = /answers on (http:\/\/[^\s]+)/.exec(said) ?? []
      if (address) answer(address.replace(/\/$/, ''))
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('error', fail)
    server.once('close', (code) => fail(new Error(`${BINARY} ended with ${code} before it answered:\n${said}`)))
  })
  const stop = async () => {
    server.kill('SIGTERM')
    await gone
    rmSync(data, { recursive: true, force: true })
  }
  return { url, stop }
}
