// What outsiders ask the running stack: GS1's events through the gateway, and the gate's figures as a monitoring system collects them.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { as } from '../lib/api.mjs'
import { aLaptopInPlace } from '../lib/items.mjs'
import { walk } from '../lib/sim.mjs'
import { surroundings } from '../lib/surroundings.mjs'
import { until } from '../lib/wait.mjs'

const portal = 'P-102'

const eventsOf = (user, epc, more = '') => as(user).get(`/api/sightings/epcis/events?MATCH_epc=${epc}${more}`)

const eventsIn = ({ body }) => body.epcisBody.queryResults.resultsBody.eventList

test('whoever may see a tag gets its EPCIS events through the gateway, page by page; others get none of them', async () => {
  const { tag } = await aLaptopInPlace()
  await walk(portal, tag.epc, 'OUT', { tid: tag.tid })
  await walk(portal, tag.epc, 'IN', { tid: tag.tid })
  const steps = await until('both crossings', async () => {
    const found = eventsIn(await eventsOf('officer', tag.epc, '&perPage=500')).map((event) => event.bizStep)
    return found.includes('departing') && found.includes('arriving') && found
  })
  assert.ok(steps.indexOf('arriving') < steps.indexOf('departing'), `newest first: ${steps}`)

  const first = await eventsOf('officer', tag.epc, '&perPage=1')
  assert.match(first.headers.get('content-type'), /^application\/ld\+json/)
  assert.equal(first.headers.get('gs1-epcis-version'), '2.0.0')
  const [, next] = /^<(.+)>; ?rel="next"$/.exec(first.headers.get('link'))
  const second = await as('officer').get(new URL(next, `${surroundings.base}/api/sightings/epcis/events`).href.slice(surroundings.base.length))
  assert.equal(second.status, 200)
  assert.equal(eventsIn(second).length, 1)
  assert.notDeepEqual(eventsIn(second), eventsIn(first))

  assert.equal(eventsIn(await eventsOf('member.rd', tag.epc, '&perPage=500')).length, steps.length, 'its own department')
  const others = await eventsOf('member.ops', tag.epc)
  assert.equal(others.status, 200)
  assert.deepEqual(eventsIn(others), [], 'another department')
  assert.equal((await eventsOf(null, tag.epc)).status, 401)
  assert.equal((await eventsOf('sysadmin', tag.epc)).status, 403)
  const misspelt = await eventsOf('officer', tag.epc, '&EQ_bizstep=departing')
  assert.equal(misspelt.status, 400)
  assert.equal(misspelt.body.code, 'QUERY_PARAMETER')
})

test('every figure that the guide to the gate lists is there for a monitoring system, and no other', async () => {
  const figures = await (await fetch(`${surroundings.bridge}/q/metrics`)).text()
  // A timer's largest value comes with it.
  const told = [...figures.matchAll(/^# TYPE (tallygate_gate_\w+)/gm)].map(([, name]) => name).filter((name) => !name.endsWith('_max'))
  const guide = await readFile(surroundings.gateGuide, 'utf8')
  const listed = [...guide.matchAll(/`(tallygate\.gate\.[\w.]+)`/g)].map(([, name]) => name.replaceAll('.', '_'))
  // A reader that has told nothing of itself yet has no events.
  const events = 'tallygate_gate_reader_events'
  assert.deepEqual([...new Set([...told, events])].sort(), [...new Set(listed)].sort())
  for (const figure of ['portal_watching', 'reads_total', 'time_to_alarm_seconds', 'reader_clock_skew_seconds']) {
    assert.match(figures, new RegExp(`^tallygate_gate_${figure}\\{[^}]*portal="${portal}"`, 'm'), `${figure} of each portal`)
  }
  assert.match(figures, /^tallygate_gate_crossings_total\{[^}]*reason="[A-Z_]+",verdict="alarm"/m)
  assert.match(figures, /^tallygate_gate_time_to_alarm_seconds\{[^}]*quantile="0.99"/m)
})
