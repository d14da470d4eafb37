// What the gates notice about themselves and about copied tags, as the officer sees it in the console.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { as } from '../lib/api.mjs'
import { picture, signedIn } from '../lib/browser.mjs'
import { aLaptopInPlace } from '../lib/items.mjs'
import { away, back, reader, walk } from '../lib/sim.mjs'
import { until } from '../lib/wait.mjs'

const [here, there] = ['P-101', 'P-102']
let browser

before(async () => {
  for (const portal of [here, there]) await until(`the bridge to hold ${portal}`, async () => (await reader(portal)).reading)
  browser = await signedIn('officer', { path: '/gates' })
})

after(() => browser?.close())

const incidentsOf = async (kind, mine) =>
  (await as('officer').get(`/api/incidents?kind=${kind}&limit=200`)).body.items.filter(mine)

/** Goes on within the page: what it knows of the live stream stays. */
const open = (page, menu) => page.getByRole('menuitem', { name: menu }).click()

test('the same EPC at two portals at once is one incident, with a read of each in it', async () => {
  const { page } = browser
  const { tag, id } = await aLaptopInPlace()
  // Inwards, so that no alarm is part of it.
  await Promise.all([walk(here, tag.epc, 'IN'), walk(there, tag.epc, 'IN')])
  const [incident] = await until('the incident', async () => {
    const found = await incidentsOf('DUPLICATE_TAG', ({ epc }) => epc === tag.epc)
    return found.length > 0 && found
  })
  assert.equal(incident.reason, 'TWO_PLACES_AT_ONCE')
  assert.equal(incident.itemId, id)

  await open(page, 'Incidents')
  await page.locator(`a[href="/incidents/${incident.id}"]`).click()
  await page.getByRole('heading', { name: /^Two tags with one EPC/ }).waitFor()
  await page.getByText('The same EPC at two places at once').first().waitFor()
  const reads = page.getByRole('table').last()
  for (const portal of [here, there]) await reads.getByRole('cell', { name: portal, exact: true }).first().waitFor()
  await picture(page, 'two-places-at-once')
  assert.equal((await incidentsOf('DUPLICATE_TAG', ({ epc }) => epc === tag.epc)).length, 1)
})

test('a portal that loses its reader is blind on the board and an incident, until it sees again', async () => {
  const { page } = browser
  const tile = page.getByRole('article', { name: `Portal ${there}` })
  const since = Date.now() - 1_000
  const blindness = () => incidentsOf('PORTAL_BLIND', (it) => it.portalCode === there && Date.parse(it.detectedAt) > since)
  await open(page, 'Gate board')
  await tile.getByText('Watching').waitFor()
  await away(there)
  try {
    await tile.getByText('Blind').waitFor()
    await picture(page, 'gate-board-blind')
    const [incident] = await until('the incident', async () => {
      const found = await blindness()
      return found.length > 0 && found
    })
    assert.equal(incident.state, 'OPEN')
    await open(page, 'Incidents')
    await page.locator(`a[href="/incidents/${incident.id}"]`).click()
    await page.getByRole('heading', { name: `Portal blind · ${there}` }).waitFor()
    await page.getByRole('main').getByText(/^Reader (connection lost|refuses the connection)$/).waitFor()
    await picture(page, 'portal-blind')
  } finally {
    await back(there)
  }
  await page.getByRole('main').getByText('Closed', { exact: true }).first().waitFor({ timeout: 60_000 })
  await picture(page, 'portal-sees-again')
  await open(page, 'Gate board')
  await tile.getByText('Watching').waitFor()
  assert.deepEqual((await blindness()).map(({ state }) => state), ['CLOSED'])
})
