import assert from 'node:assert/strict'
import { as } from './api.mjs'
import { freshEpc, freshSerial, freshTid } from './tags.mjs'
import { until } from './wait.mjs'

/** A laptop of RD in CAB-101-1 as `registrar` registers it; its custody is known when this answers. */
export async function aLaptopInPlace({ level = 'SECRET' } = {}) {
  const serialNo = freshSerial()
  const answer = await as('registrar').post('/api/devices', {
    kind: 'LAPTOP',
    classified: true,
    level,
    name: `Laptop ${serialNo}`,
    manufacturer: 'Lenovo',
    model: 'T14',
    serialNo,
    departmentCode: 'RD',
    keeperNo: 'P0101',
    cabinetCode: 'CAB-101-1',
    tag: { epc: freshEpc(), tid: freshTid() },
  })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  await until('custody', async () => (await as('officer').get(`/api/carriers/items/${answer.body.id}`)).status === 200)
  return answer.body
}
