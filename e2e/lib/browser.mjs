import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { password, surroundings } from './surroundings.mjs'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser of its own for one person, signed in through Keycloak; `page.close()` ends it. */
export async function signedIn(user, { path: where = '/', locale = 'en-US', viewport = { width: 1440, height: 900 } } = {}) {
  const profile = mkdtempSync(path.join(tmpdir(), 'tallygate-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: surroundings.chromium,
    headless: true,
    args: flags,
    locale,
    viewport,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const close = async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
  try {
    page.setDefaultTimeout(20_000)
    await page.goto(surroundings.base + where)
    await page.locator('#username').fill(user)
    await page.locator('#password').fill(password)
    await page.locator('#kc-login').click()
    await page.waitForURL((url) => url.origin === new URL(surroundings.base).origin)
    return { page, close }
  } catch (notIn) {
    const shown = await page.locator('body').innerText({ timeout: 1000 }).catch(() => 'nothing')
    // A browser left open would keep the whole run from ending.
    await close()
    throw new Error(`${user} is not signed in; the page shows: ${shown.slice(0, 300)}`, { cause: notIn })
  }
}

/** Keeps a picture of the page below test-results. */
export async function picture(page, name) {
  mkdirSync(surroundings.shots, { recursive: true })
  await page.screenshot({ path: path.join(surroundings.shots, `${name}.png`) })
}
