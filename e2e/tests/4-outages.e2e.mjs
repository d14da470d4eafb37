// What may fall over does, for real: stores are stopped under the services, and every process is killed.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { as, signIn } from '../lib/api.mjs'
import { picture, signedIn } from '../lib/browser.mjs'
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

/** So that Keycloak holds a connection to its database for each of them. */
const allAtOnce = () => Promise.all(['registrar', 'officer', 'leader', 'manager', 'member.rd', 'member.ops'].map(signIn))

before(async () => {
  await allAtOnce()
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

test('somebody can sign in once the databases are back', async () => {
  const { page, close } = await signedIn('guard', { path: '/gates' })
  try {
    await page.getByRole('article', { name: `Portal ${portal}` }).getByText('Watching').waitFor()
  } finally {
    await close()
  }
  await allAtOnce()
})

test('without its bridge a portal is blind on the board, and sees again when the bridge is back', async () => {
  const guard = await signedIn('guard', { path: '/gates' })
  const tile = guard.page.getByRole('article', { name: `Portal ${portal}` })
  const silences = async (state) => {
    const { body } = await as('officer').get(`/api/incidents?kind=PORTAL_BLIND&state=${state}&limit=200`)
    return body.items.filter((it) => it.portalCode === portal && it.reason === 'BRIDGE_SILENT')
  }
  try {
    await tile.getByText('Watching').waitFor()
    const { pid } = (await parts()).find(({ name }) => name === 'rfid-bridge')
    process.kill(pid, 'SIGKILL')
    // Else it would be back before anybody missed it.
    await tallygate('stop', 'rfid-bridge')
    try {
      await tile.getByText("Nothing is heard from the gate's bridge").waitFor({ timeout: 60_000 })
      await until('the incident of the silence', async () => (await silences('OPEN')).length === 1, 60)
      await picture(guard.page, 'bridge-silent')
    } finally {
      await tallygate('start', 'rfid-bridge')
    }
    await tile.getByText('Watching').waitFor({ timeout: 60_000 })
    await until('the silence to be over', async () => (await silences('OPEN')).length === 0, 60)
  } finally {
    await guard.close()
  }
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
