import { expect, test } from './support/studio.ts'

test('lists what is installed and finds by kind', async ({ page, quiet }) => {
  await page.goto('/ops/plugins')
  await expect(page.getByText('dev.evergreen.provider.offline.narrator')).toBeVisible()
  await page.getByRole('searchbox').fill('transition')
  await expect(page.getByText('dev.evergreen.provider.offline.narrator')).toBeHidden()
  await expect(page.getByText('Active').first()).toBeVisible()
  expect(quiet).toEqual([])
})

test('a file that is no plugin is refused with the reason, and nothing changes', async ({ page, node }) => {
  const names = async () => (await node.call<{ symbolicName: string }[]>('GET', '/plugins')).map((plugin) => plugin.symbolicName)
  const before = await names()
  await page.goto('/ops/plugins')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'holiday.jar', mimeType: 'application/java-archive', buffer: Buffer.from('no jar at all') })
  await expect(page.getByRole('alert')).toContainText('holiday.jar')
  expect(await names()).toEqual(before)
})

test('a plugin that came with the node is disabled after a question, and stays when the answer is no', async ({ page, node }) => {
  await page.goto('/ops/plugins')
  await page.getByRole('button', { name: 'Disable dev.evergreen.effect.sepia' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('dev.evergreen.effect.sepia')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  const plugins = await node.call<{ symbolicName: string; state: string }[]>('GET', '/plugins')
  expect(plugins.find((plugin) => plugin.symbolicName === 'dev.evergreen.effect.sepia')?.state).toBe('active')
})
