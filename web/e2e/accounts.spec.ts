import { expect, test } from './support/studio.ts'

test.beforeEach(async ({ node }) => {
  for (const { id } of await node.call<{ id: string }[]>('GET', '/accounts')) await node.call('DELETE', `/accounts/${id}`)
})

test('says who serves what, and how well', async ({ page, quiet }) => {
  await page.goto('/settings/accounts')
  for (const capability of ['Voices', 'Pictures', 'Music', 'Script analysis']) {
    const table = page.getByRole('region', { name: capability })
    await expect(table.getByRole('listitem').first()).toContainText('Healthy')
  }
  expect(quiet).toEqual([])
})

test('an account is added by the plugin’s own form, tested, ordered, switched off and removed', async ({ page, node, quiet }) => {
  await page.goto('/settings/accounts')
  const dialog = page.getByRole('dialog')
  const add = async (name: string, seconds: string) => {
    await page.getByRole('button', { name: 'Add an account' }).click()
    await dialog.getByRole('combobox', { name: 'Vendor' }).selectOption('offline-narrator')
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByLabel(/time limit/i).fill(seconds)
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  }

  await add('Quick', 'soon')
  await expect(dialog.getByText('This must be a number.').or(dialog.getByText('This must be a whole number.'))).toBeVisible()
  await dialog.getByLabel(/time limit/i).fill('30')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toBeHidden()
  await add('Patient', '90')
  await expect(dialog).toBeHidden()
  const list = () => node.call<{ name: string; enabled: boolean; settings: object }[]>('GET', '/accounts')
  expect((await list()).map(({ name }) => name)).toEqual(['Quick', 'Patient'])

  await page.getByRole('button', { name: 'Test' }).first().click()
  await expect(page.getByText(/^It (works|does not work)/).first()).toBeVisible()

  await page.getByRole('button', { name: 'Prefer Quick less' }).click()
  await expect.poll(async () => (await list()).map(({ name }) => name)).toEqual(['Patient', 'Quick'])

  await page.getByRole('switch', { name: 'Use Quick' }).click()
  await expect.poll(async () => (await list()).map(({ enabled }) => enabled)).toEqual([true, false])

  await page.getByRole('button', { name: 'Change Patient' }).click()
  await dialog.getByLabel(/time limit/i).fill('120')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.poll(async () => JSON.stringify((await list())[0]?.settings)).toContain('120')

  await page.reload()
  await expect(page.getByRole('switch', { name: 'Use Quick' })).not.toBeChecked()
  for (const name of ['Quick', 'Patient']) {
    await page.getByRole('button', { name: `Remove ${name}` }).click()
    await dialog.getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeHidden()
  }
  expect(await list()).toEqual([])
  expect(quiet).toEqual([])
})
