import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { surroundings } from './surroundings.mjs'

const run = promisify(execFile)

/** Runs a command of the launcher, as an operator would, and gives what it printed. */
export async function tallygate(...args) {
  const { stdout } = await run(surroundings.launcher, args, { timeout: 240_000, maxBuffer: 16 << 20 })
  return stdout
}

/** The parts that run, each with its pid. */
export async function parts() {
  const { stdout } = await run(surroundings.launcher, ['status'], { timeout: 60_000 }).catch((failure) => failure)
  return [...stdout.matchAll(/^([\w-]+) +\w[\w ]*? +(\d+) /gm)].map(([, name, pid]) => ({ name, pid: Number(pid) }))
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
export const reader = (portal) => simulator('GET', `/readers/${portal}`)

/** Walks a tag through a portal; answers when the walk is over and its last report is sent. */
export async function walk(portal, epc, direction, options = {}) {
  const walking = await simulator('POST', `/readers/${portal}/passages`, { epc, direction, ...options })
  if (!walking.reading) throw new Error(`The reader of ${portal} is not reading: the bridge does not hold it`)
  await sleep(walking.millis + 100)
}

/** Lays a tag on a desk, or near a gate's first antenna, where it is read ten times a second until it is taken away. */
export const lay = (desk, epc, tid, dbm) => simulator('POST', `/readers/${desk}/desk`, { action: 'put', epc, tid, dbm })

/** Takes a tag away again; all of them, when none is named. */
export const take = (desk, epc = '') => simulator('POST', `/readers/${desk}/desk`, { action: 'take', epc })

/** Pulls the plug of a reader, and puts it back. */
export const away = (code) => simulator('POST', `/readers/${code}/away`, {})
export const back = (code) => simulator('POST', `/readers/${code}/back`, {})

const alarms = async (portal) => (await reader(portal)).gpoHistory.filter((write) => write.port === 1 && write.on)

/** How often the alarm output has been switched on so far. */
export const alarmsSounded = async (portal) => (await alarms(portal)).length

/** When the alarm that came after `earlier` others was switched on, milliseconds since 1970. */
export const alarmAt = async (portal, earlier) => (await alarms(portal))[earlier].epochMicros / 1000
