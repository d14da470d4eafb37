// What may fall over does, for real: stores are stopped under the services, and every process is killed.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { as } from '../lib/api.mjs'
import { aLaptopInPlace } from '../lib/items.mjs'
import { alarmsSounded, parts, tallygate, walk } from '../lib/sim.mjs'
import { until } from '../lib/wait.mjs'

const portal = 'P-101'
let laptop

const incidents = async () => {
  const { status, body } = await as('officer').get('/api/incidents?limit=200')
  assert.equal(status, 200, JSON.stringify(body))
  return body.items.filter(({ epc }) => epc === laptop.tag.epc)
}
const custody = async () => (await as('officer').get(`/api/carriers/items/${laptop.id}`)).body.state

/** Every part answers again. */
const whole = () => until('every part to be ready', () => tallygate('status').then(() => true), 120)

const outAndSounded = async () => {
  const earlier = await alarmsSounded(portal)
  await walk(portal, laptop.tag.epc, 'OUT', { tid: laptop.tag.tid })
  await until('the alarm output', async () => (await alarmsSounded(portal)) > earlier)
}
const backIn = async () => {
  await until('custody to say in place', async () => {
    await walk(portal, laptop.tag.epc, 'IN', { tid: laptop.tag.tid })
    return (await custody()) === 'IN_PLACE'
  })
}

before(async () => {
  laptop = await aLaptopInPlace()
  await outAndSounded()
  await until('its incident', async () => (await incidents()).length === 1)
  await backIn()
})

test('without PostgreSQL the desk says so and the gate sounds; custody catches up when it is back', async () => {
  await tallygate('stop', 'postgres')
  try {
    const refused = await as('officer').get(`/api/carriers/items/${laptop.id}`)
    assert.equal(refused.status, 503, JSON.stringify(refused.body))
    assert.equal(refused.body.code, 'UNAVAILABLE')
    await outAndSounded()
    await until('its incident', async () => (await incidents()).length === 2)
  } finally {
    await tallygate('start', 'postgres')
  }
  await until('custody to say missing', async () => (await custody()) === 'MISSING', 60)
  await backIn()
})

test('without MongoDB the gate sounds; its incident is there once when it is back', async () => {
  await tallygate('stop', 'mongo')
  try {
    const refused = await as('officer').get('/api/incidents')
    assert.equal(refused.status, 503, JSON.stringify(refused.body))
    assert.equal(refused.body.code, 'UNAVAILABLE')
    await outAndSounded()
  } finally {
    await tallygate('start', 'mongo')
  }
  await until('its incident', async () => (await incidents()).length === 3, 60)
  await backIn()
})

test('killed without warning, every part comes back, and what was known is known', async () => {
  const earlier = await parts()
  const device = (await as('officer').get(`/api/devices/${laptop.id}`)).body
  for (const { pid } of earlier) process.kill(pid, 'SIGKILL')
  await until('every part to have been started again', async () => {
    const now = await parts()
    return earlier.every(({ name, pid }) => now.some((part) => part.name === name && part.pid !== pid))
  }, 120)
  await whole()

  assert.deepEqual((await as('officer').get(`/api/devices/${laptop.id}`)).body, device)
  assert.equal(await custody(), 'IN_PLACE')
  assert.equal((await incidents()).length, 3)
  await until('the gate to be held again', () => outAndSounded().then(() => true), 60)
  // Kafka gives a killed consumer's partitions away once its session has expired.
  await until('its incident', async () => (await incidents()).length >= 4, 60)
  await backIn()
})

after(whole)
