import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { surroundings } from './surroundings.mjs'

const run = promisify(execFile)

/** Runs a command of the launcher, as an operator would, and gives what it printed. */
export async function tallygate(...args) {
  const { stdout } = await run(surroundings.launcher, args, { timeout: 240_000, maxBuffer: 16 << 20 })
  return stdout
}

async function simulator(method, path, body) {
  const answer = await fetch(surroundings.simulator + path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`The simulator answered ${answer.status}: ${text}`)
  return text ? JSON.parse(text) : undefined
}

/** What the reader of `portal` knows of itself: connection, outputs and when each was written. */
export async function reader(portal) {
  const { readers } = await simulator('GET', '/readers')
  const found = readers.find((one) => one.code === portal)
  if (!found) throw new Error(`The simulator has no reader ${portal}`)
  return found
}

/** Walks a tag through a portal; answers when the walk is over. */
export const walk = (portal, epc, direction, options = {}) =>
  simulator('POST', `/readers/${portal}/passages`, { epc, direction, ...options })

/** How often the alarm output has been switched on so far. */
export async function alarmsSounded(portal) {
  const { gpo } = await reader(portal)
  return gpo.filter((write) => write.port === 1 && write.on).length
}
