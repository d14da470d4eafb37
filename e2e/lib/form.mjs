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
