import { expect, FILM, SCRIPT, test } from './support/studio.ts'

test('a script is written, kept and made by the keyboard alone', async ({ page, node }) => {
  test.setTimeout(2 * FILM)
  await page.goto('/projects')
  await expect(page.getByRole('heading', { name: 'Your films' })).toBeVisible()
  await page.keyboard.press('n')
  await page.waitForURL(/\/script/)
  const id = /\/p\/([^/]+)/.exec(page.url())?.[1] ?? ''

  const reach = async (name: string | RegExp, role: 'textbox' | 'button' | 'link' | 'combobox') => {
    const target = page.getByRole(role, { name }).first()
    await expect(target).toBeVisible()
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return target
      await page.keyboard.press('Tab')
    }
    throw new Error(`${role} ${String(name)} cannot be reached by Tab`)
  }

  await reach('Script', 'textbox')
  await page.keyboard.insertText(SCRIPT)
  await expect(page.getByTestId('scene-count')).toHaveText('2')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('button', { name: /HARBOUR/ })).toHaveAttribute('aria-current', 'location')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('button', { name: /OPEN SEA/ })).toHaveAttribute('aria-current', 'location')
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('save-chip')).toHaveAttribute('data-state', 'saved')

  await reach('Make the film', 'link')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/generate/)
  await reach('Music', 'combobox')
  await page.keyboard.press('c')
  await expect(page.getByRole('combobox', { name: 'Music' })).toHaveValue('calm')
  const make = await reach('Make the film', 'button')
  const ring = await make.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(ring).not.toBe('none')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('run')).toBeVisible()
  await reach('Cancel', 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/What was finished stays/)).toBeVisible()

  await page.locator('main').focus()
  await page.keyboard.press('g')
  await page.keyboard.press('1')
  await page.waitForURL(/\/script/)
  await page.locator('main').focus()
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await node.call('DELETE', `/projects/${id}`)
})

test('words written while the node is away survive a reload and reach it later', async ({ page, node, context }) => {
  const id = await node.project('Away', SCRIPT)
  await page.goto(`/p/${id}/script`)
  const editor = page.getByRole('textbox', { name: 'Script' })
  await expect(editor).toHaveValue(SCRIPT)
  await context.route('**/api/**', (route) => route.abort())
  await editor.press('Control+End')
  await editor.pressSequentially('\nThe rope holds.')
  await expect(page.getByTestId('save-chip')).toHaveText('Kept in this browser')
  await context.unroute('**/api/**')
  await page.reload()
  await expect(editor).toHaveValue(/The rope holds\.$/)
  await expect.poll(async () => (await node.call<{ text: string }>('GET', `/projects/${id}/script`)).text).toContain('The rope holds.')
  await node.call('DELETE', `/projects/${id}`)
})

test('a dropped file becomes a film’s script', async ({ page, node }) => {
  await page.goto('/projects')
  await expect(page.getByRole('heading', { name: 'Your films' })).toBeVisible()
  const carried = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    // UTF-16 with its mark, as some editors write it.
    const text = '\uFEFFINT. KITCHEN - DAY\r\n\r\nSteam rises.\r\n'
    transfer.items.add(new File([new Uint16Array([...text].map((letter) => letter.charCodeAt(0)))], 'tea_at_dawn.fountain'))
    return transfer
  })
  await page.dispatchEvent('main > div', 'dragenter', { dataTransfer: carried })
  await expect(page.getByText('Drop the script to begin a film')).toBeVisible()
  await page.dispatchEvent('main > div', 'drop', { dataTransfer: carried })
  await page.waitForURL(/\/script/)
  await expect(page.getByRole('heading', { name: 'Tea at dawn' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Script' })).toHaveValue(/^INT\. KITCHEN - DAY\n\nSteam rises\./)
  await expect(page.getByTestId('scene-count')).toHaveText('1')
  const id = /\/p\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await node.call('DELETE', `/projects/${id}`)
})

test('a file that is no script is refused with the reason, and no film is left behind', async ({ page, node }) => {
  const before = await node.titles()
  await page.goto('/projects')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'holiday.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 0, 1]),
    })
  await expect(page.getByRole('region', { name: 'Notices' }).getByRole('listitem')).toContainText(/holiday\.txt.*(is no|not)/)
  expect(await node.titles()).toEqual(before)
})
