// Every page in Chinese and in English: it says something, in that language, and fits the window.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { as } from '../lib/api.mjs'
import { picture, signedIn } from '../lib/browser.mjs'

const aDevice = async () => (await as('officer').get('/api/devices?limit=1')).body.items[0]
const aPermit = async () => (await as('officer').get('/api/carriers/exit-permits?limit=1')).body.items[0]
const anIncident = async () => (await as('officer').get('/api/incidents?limit=1')).body.items[0]

const pages = {
  officer: async () => [
    '/gates',
    '/incidents',
    `/incidents/${(await anIncident()).id}`,
    '/devices',
    `/devices/${(await aDevice()).id}`,
    '/permits',
    `/permits/${(await aPermit()).id}`,
    '/devices?q=nothing-is-called-this',
    '/nowhere',
  ],
  registrar: async () => ['/devices/register', '/devices/import', '/permits/request'],
  manager: async () => ['/cabinets', '/cabinets/CAB-101-1', '/portals', '/portals/P-101/tuning', '/desks'],
  secadmin: async () => ['/people'],
  guard: async () => ['/', '/devices'],
}

const nameOf = (path) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'one').replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'

// What i18next shows when a text is missing is its key.
const topics = readdirSync(new URL('../../gateway/console/src/locales/en', import.meta.url)).map((file) => file.replace('.json', ''))

for (const locale of ['zh-CN', 'en-US']) {
  for (const user of Object.keys(pages)) {
    test(`every page of ${user} fits and speaks ${locale}`, async () => {
      const browser = await signedIn(user, { locale, viewport: { width: 1280, height: 800 } })
      try {
        const { page } = browser
        for (const path of await pages[user]()) {
          await page.goto(new URL(path, page.url()).href)
          await page.getByRole('main').waitFor()
          await page.waitForFunction(() => document.querySelector('main').innerText.trim() && !document.querySelector('main .ant-spin-spinning, main .ant-skeleton-active'))
          await picture(page, `${locale}-${user}-${nameOf(path)}`)
          const text = await page.getByRole('main').innerText()
          const keys = text.match(new RegExp(`\\b(${topics.join('|')})\\.[a-z][A-Za-z.]+`, 'g'))
          assert.equal(keys, null, `${path} shows keys in place of texts`)
          if (locale === 'zh-CN') assert.match(text, /\p{Script=Han}/u, `${path} has no Chinese`)
          const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
          assert.ok(wide <= window, `${path} is ${wide} px wide in a window of ${window}`)
        }
      } finally {
        await browser.close()
      }
    })
  }
}
