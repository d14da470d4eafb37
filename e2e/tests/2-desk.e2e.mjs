// Work at the desk, in the browser against the real stack: importing a list, looking into a cabinet, asking for a permit.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { as } from '../lib/api.mjs'
import { picture, signedIn } from '../lib/browser.mjs'
import { choose, fillLaptop, register, typeMoment } from '../lib/form.mjs'
import { gb18030 } from '../lib/gb18030.mjs'
import { away, back, lay, reader, take, walk } from '../lib/sim.mjs'
import { freshEpc, freshSerial, freshTid } from '../lib/tags.mjs'
import { until } from '../lib/wait.mjs'

const cabinet = 'CAB-101-2'
const serials = [freshSerial(), freshSerial(), freshSerial()]
const epcs = serials.map(() => freshEpc())

/** Two good rows and one whose keeper is not known, as a Chinese spreadsheet saves them. */
const list = () =>
  [
    ['设备类型', '是否涉密', '密级', '设备名称', '品牌', '型号', '序列号', '部门', '责任人', '文件柜', '标签号'],
    ['U盘', '是', '机密', `勘测U盘 ${serials[0]}`, '爱国者', 'U335', serials[0], 'RD', 'P0101', cabinet, epcs[0]],
    ['U盘', '是', '机密', `勘测U盘 ${serials[1]}`, '爱国者', 'U335', serials[1], 'RD', 'P0101', cabinet, epcs[1]],
    ['U盘', '是', '机密', `勘测U盘 ${serials[2]}`, '爱国者', 'U335', serials[2], 'RD', 'P9999', cabinet, epcs[2]],
  ]
    .map((row) => row.join(','))
    .join('\r\n')

const found = async (q) => (await as('registrar').get(`/api/devices?q=${encodeURIComponent(q)}`)).body.items

/** The gate whose stray level is learnt while everything else here goes on: it takes a minute in which nobody may pass. */
const clearGate = { portal: 'P-102', stray: freshEpc(), dbm: -60 }
let learning

before(async () => {
  await until('the bridge to hold its reader', async () => (await reader(clearGate.portal)).reading)
  await lay(clearGate.portal, clearGate.stray, freshTid(), clearGate.dbm)
  learning = await signedIn('manager', { path: `/portals/${clearGate.portal}/tuning`, viewport: { width: 1440, height: 1500 } })
  await learning.page.getByRole('button', { name: 'Learn the stray level' }).click()
  await learning.page.getByRole('progressbar').waitFor()
})

test('6. a GB18030 list is checked first, with a verdict for each row, then imported; nothing is written before', async () => {
  const browser = await signedIn('registrar', { path: '/devices/import', locale: 'zh-CN' })
  try {
    const { page } = browser
    await page.locator('input[type=file]').setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer: gb18030(list()) })
    await page.getByText('列对应').first().waitFor()
    await picture(page, 'import-columns-zh')
    await page.getByRole('button', { name: '校验文件' }).click()
    await page.getByText('校验完成：2 行可导入，1 行被拒绝').waitFor()
    await page.getByText('P9999').waitFor()
    await picture(page, 'import-checked-zh')
    assert.equal((await found(serials[0])).length, 0, 'a check writes nothing')

    await page.getByRole('button', { name: '导入 2 行' }).click()
    await page.getByText('导入完成：已导入 2 行，拒绝 1 行').waitFor()
    await picture(page, 'imported-zh')
    assert.deepEqual(
      await Promise.all(serials.map(async (serial) => (await found(serial)).length)),
      [1, 1, 0],
    )
  } finally {
    await browser.close()
  }
})

test('7. the facility manager sees in the cabinet what was imported into it', async () => {
  const [device] = await found(serials[0])
  await until('the cabinet to list it', async () => {
    const { body } = await as('manager').get(`/api/facilities/cabinets/${cabinet}/contents?limit=500`)
    return body.items.some((item) => item.itemId === device.id)
  })
  const browser = await signedIn('manager', { path: `/cabinets/${cabinet}` })
  try {
    const { page } = browser
    const row = page.getByRole('row').filter({ hasText: device.ledgerNo })
    await row.waitFor()
    await row.getByText('In the cabinet').waitFor()
    await picture(page, 'cabinet')
  } finally {
    await browser.close()
  }
})

test('8. a member asks for a permit in the form; a reversed window is refused at its field, the mended one awaits decisions', async () => {
  const [device] = await found(serials[1])
  await until('custody', async () => (await as('officer').get(`/api/carriers/items/${device.id}`)).status === 200)
  const browser = await signedIn('member.rd', { path: '/permits/request' })
  try {
    const { page } = browser
    const inHours = (hours) => new Date(Date.now() + hours * 3_600_000)
    await choose(page, 'Items', device.ledgerNo, device.ledgerNo)
    await page.keyboard.press('Escape')
    await choose(page, 'Holder', 'P0101', 'P0101')
    await choose(page, 'Portals', 'P-101')
    await page.keyboard.press('Escape')
    await typeMoment(page, 'Valid from', inHours(3))
    await typeMoment(page, 'Valid until', inHours(1))
    await typeMoment(page, 'Return by', inHours(8))
    await page.getByLabel('Destination').fill('Field site 3')
    await page.getByLabel('Packaging').fill('Sealed bag')
    await page.getByLabel('Purpose').fill('Survey of the northern section')
    await page.getByRole('button', { name: 'Send request' }).click()
    await page.locator('.ant-form-item-explain-error').first().waitFor()
    await picture(page, 'permit-refused')

    await typeMoment(page, 'Valid until', inHours(6))
    const asked = page.waitForResponse((it) => it.url().endsWith('/api/carriers/exit-permits') && it.request().method() === 'POST')
    await page.getByRole('button', { name: 'Send request' }).click()
    const answer = await asked
    assert.equal(answer.status(), 201, await answer.text())
    const permit = await answer.json()
    assert.equal(permit.state, 'PENDING')
    await page.getByRole('heading', { name: `Permit ${permit.permitNo}` }).waitFor()
    await picture(page, 'permit-requested')
  } finally {
    await browser.close()
  }
})

test('9. the facility manager tunes a portal: live reads, a test walk, a knob that is at work within moments', async () => {
  const portal = 'P-101'
  const at = `/api/facilities/portals/${portal}`
  const browser = await signedIn('manager', { path: `/portals/${portal}/tuning`, viewport: { width: 1440, height: 1500 } })
  try {
    const { page } = browser
    await page.getByRole('heading', { name: `Tune portal ${portal}` }).waitFor()
    const silent = await page.getByRole('table').first().innerText()
    const walking = walk(portal, epcs[0], 'IN', { repeat: 2 })
    await page.waitForFunction((before) => document.querySelector('main table').innerText !== before, silent)
    await picture(page, 'portal-tuning-reads')
    await walking
    const crossing = page.getByRole('table', { name: 'Test walk' }).getByRole('row').nth(1)
    await crossing.waitFor()
    assert.match(await crossing.innerText(), /In\b.*line-filter/s)

    await page.getByLabel('Least swing, dB').fill('7')
    await page.getByRole('button', { name: /^Save/ }).click()
    await page.getByText('Tuning saved').waitFor()
    await picture(page, 'portal-tuning')
    const { body, headers } = await as('manager').get(at)
    assert.equal(body.tuning.leastSwingDb, 7)
    const { version, tuning, ...untuned } = body
    const restored = await as('manager').put(at, untuned, { 'If-Match': headers.get('etag') })
    assert.equal(restored.status, 200, JSON.stringify(restored.body))
  } finally {
    await browser.close()
  }
})

test('10. a tag on the desk reader fills the form; several, a taken one and a reader that is away are told apart', async () => {
  const desk = 'D-101'
  const [epc, tid, other] = [freshEpc(), freshTid(), freshEpc()]
  const [taken] = await found(serials[0])
  await until('the bridge to hold the desk reader', async () => (await reader(desk)).reading)
  await take(desk)
  const browser = await signedIn('registrar', { path: '/devices/register', viewport: { width: 1440, height: 1300 } })
  try {
    const { page } = browser
    await page.getByRole('button', { name: 'Read from desk' }).click()
    await choose(page, 'Desk reader', desk)
    await page.getByText('No tag on the desk').waitFor()

    await lay(desk, taken.tag.epc, freshTid())
    await page.getByText('This EPC is on another device already').waitFor()
    await page.getByRole('link', { name: taken.ledgerNo }).waitFor()
    assert.ok(await page.getByRole('button', { name: 'Take over' }).isDisabled())
    await picture(page, 'desk-taken')

    await take(desk)
    await lay(desk, epc, tid)
    await lay(desk, other, freshTid())
    await page.getByText('2 tags on the desk. Leave only one.').waitFor()
    await picture(page, 'desk-several')

    await take(desk, other)
    await page.getByText('One tag on the desk').waitFor()
    await picture(page, 'desk-one')
    await page.getByRole('button', { name: 'Take over' }).click()
    assert.equal(await page.getByRole('textbox', { name: 'EPC' }).inputValue(), epc)
    assert.equal(await page.getByRole('textbox', { name: 'TID' }).inputValue(), tid)

    await away(desk)
    await page.getByRole('button', { name: 'Read from desk' }).click()
    await page.getByText('The desk reader is not connected').waitFor()
    await picture(page, 'desk-away')
    await back(desk)
    await page.getByText('One tag on the desk').waitFor({ timeout: 60_000 })
  } finally {
    await back(desk)
    await take(desk)
    await browser.close()
  }
  const seen = await as('officer').get(`/api/sightings/tags/${epc}`)
  assert.equal(seen.status, 404, 'what lies on a desk is no sighting')
})

test('11. what lies on the desk is enrolled with the device: the ledger, its page and custody have EPC and TID', async () => {
  const desk = 'D-101'
  const [epc, tid, serialNo] = [freshEpc(), freshTid(), freshSerial()]
  await until('the bridge to hold the desk reader', async () => (await reader(desk)).reading)
  const browser = await signedIn('registrar', { path: '/devices/register', viewport: { width: 1440, height: 1300 } })
  try {
    const { page } = browser
    await fillLaptop(page, { name: `Desk laptop ${serialNo}`, serialNo, cabinet })
    await lay(desk, epc, tid)
    await page.getByRole('button', { name: 'Read from desk' }).click()
    await choose(page, 'Desk reader', desk)
    await page.getByText('One tag on the desk').waitFor()
    await page.getByRole('button', { name: 'Take over' }).click()
    const device = await register(page)
    assert.equal(device.tag.epc, epc)
    assert.equal(device.tag.tid, tid)

    await page.getByRole('heading', { name: device.name }).waitFor()
    await page.getByRole('main').getByText(device.tag.epcUri).first().waitFor()
    await page.getByRole('main').getByText(tid).first().waitFor()
    await picture(page, 'desk-enrolled')
    await until('custody', async () => (await as('officer').get(`/api/carriers/items/${device.id}`)).status === 200)
  } finally {
    await take(desk)
    await browser.close()
  }
})

test('12. a stray level learnt at a clear gate is taken over, saved, and in force at that antenna alone', async () => {
  const at = `/api/facilities/portals/${clearGate.portal}`
  const { page } = learning
  const suggestion = page.getByRole('alert').filter({ hasText: /Antenna 1: [-−]\d/ })
  await suggestion.waitFor({ timeout: 90_000 })
  await picture(page, 'stray-learnt')
  await suggestion.getByRole('button', { name: 'Take over' }).click()
  const level = Number(await page.getByLabel('Antenna 1 Inside Stray level, dBm').inputValue())
  assert.ok(level > clearGate.dbm && level <= clearGate.dbm + 2, `a decibel above the stray's ${clearGate.dbm} dBm, not ${level}`)
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByText('Tuning saved').waitFor()
  await picture(page, 'stray-saved')

  const { body, headers } = await as('manager').get(at)
  assert.deepEqual(
    body.antennas.map(({ id, strayDbm }) => [id, strayDbm ?? null]),
    [[1, level], [2, null], [3, null], [4, null]],
  )
  const { version, ...portal } = body
  const unlearnt = { ...portal, antennas: portal.antennas.map(({ strayDbm, ...antenna }) => antenna) }
  const restored = await as('manager').put(at, unlearnt, { 'If-Match': headers.get('etag') })
  assert.equal(restored.status, 200, JSON.stringify(restored.body))
})

after(async () => {
  await take(clearGate.portal)
  await learning?.close()
})
