/** Picks an option of a select, by what is typed into it when `search` is given, else by scrolling its list. */
export async function choose(page, label, option, search) {
  const box = page.getByRole('combobox', { name: label })
  await box.click()
  if (search) await box.fill(search)
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: false }).first().click()
}

/** Types a moment, in the browser's own time zone, into a date field. */
export async function typeMoment(page, label, moment) {
  const pad = (number) => String(number).padStart(2, '0')
  const day = [moment.getFullYear(), pad(moment.getMonth() + 1), pad(moment.getDate())].join('-')
  const field = page.getByRole('textbox', { name: label })
  await field.fill(`${day} ${pad(moment.getHours())}:${pad(moment.getMinutes())}`)
  // Not Enter: with its calendar closed already that sends the form.
  await field.press('Tab')
}

/** Fills the form of a new device with a SECRET laptop of RD, kept by P0101; all but its tag. */
export async function fillLaptop(page, { name, serialNo, cabinet }) {
  await choose(page, 'Kind', 'Laptop')
  await choose(page, 'Level', /^Secret$/)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Manufacturer', { exact: true }).fill('Lenovo')
  await page.getByLabel('Model', { exact: true }).fill('T14')
  await page.getByLabel('Serial number', { exact: true }).fill(serialNo)
  await choose(page, 'Department', 'RD')
  await choose(page, 'Keeper', 'P0101')
  await choose(page, 'Cabinet', cabinet)
}

/** Sends the form of a new device and gives the device as the ledger has it. */
export async function register(page) {
  const committed = page.waitForResponse((it) => it.url().endsWith('/api/devices') && it.request().method() === 'POST')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  const answer = await committed
  if (answer.status() !== 201) throw new Error(`Registering was answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}
