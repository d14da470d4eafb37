// What a gate has read, taken from the running stack with the launcher and replayed, as docs/gate.md has it.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { as } from '../lib/api.mjs'
import { tallygate, walk } from '../lib/sim.mjs'
import { freshEpc } from '../lib/tags.mjs'
import { until } from '../lib/wait.mjs'

const portal = 'P-102'

const incidentOf = async (epc, since) => {
  const { body } = await as('officer').get(`/api/incidents?portal=${portal}&since=${since}&limit=200`)
  const listed = body.items.find((incident) => incident.epc === epc)
  return listed && (await as('officer').get(`/api/incidents/${listed.id}`)).body
}

const micros = (instant) => {
  const [, seconds, fraction = ''] = /^(.{19})(?:\.(\d+))?Z$/.exec(instant)
  return Date.parse(`${seconds}Z`) * 1000 + Number(fraction.padEnd(6, '0'))
}

test('a passage is recorded and replayed from the command line: the same crossing, with the same figures', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tallygate traces '))
  try {
    const epc = freshEpc()
    const since = new Date(Date.now() - 5_000).toISOString()
    await walk(portal, epc, 'OUT')
    const { crossing } = await until('its incident', () => incidentOf(epc, since))

    // Reads wait for a moment to be sent together.
    const replay = await until('its reads', async () => {
      const told = await tallygate('record', portal, '--from', since, '--write', folder)
      const command = told.trim().split('\n').at(-1).trim()
      const [, settings, trace] = /^\.\/tallygate replay --portal '(.*)' '(.*)'$/.exec(command)
      const lines = (await tallygate('replay', '--portal', settings, trace)).trim().split('\n')
      return lines.filter(Boolean).map(JSON.parse).find((line) => line.epc === epc)
    })

    assert.equal(replay.direction, 'OUT')
    assert.equal(`${replay.rule_version} gate/1`, crossing.ruleVersion)
    assert.equal(replay.decided_at_us, micros(crossing.decidedAt))
    for (const { name, value } of crossing.figures) {
      assert.ok(Math.abs(replay.figures[name] - value) <= 0.0005 + 1e-9, `${name}: ${replay.figures[name]}, was ${value}`)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
