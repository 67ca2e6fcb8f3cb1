import { readFileSync } from 'node:fs'
import { expect, FILM, SCRIPT, test } from './support/studio.ts'

test.describe.configure({ mode: 'serial' })

test.describe('from script to film', () => {
  let project = ''

  test('a pasted script divides while it is written', async ({ page, quiet }) => {
    await page.goto('/projects')
    await page.getByRole('button', { name: 'New film' }).first().click()
    await page.waitForURL(/\/p\/[^/]+\/script/)
    project = /\/p\/([^/]+)/.exec(page.url())?.[1] ?? ''

    const editor = page.getByRole('textbox', { name: 'Script' })
    await editor.fill(SCRIPT)
    await expect(page.getByTestId('scene-count')).toHaveText('2')
    await expect(page.getByRole('list', { name: 'Characters' })).toContainText('IDA')

    await editor.press('Control+End')
    await editor.pressSequentially('\nINT. KITCHEN - NIGHT\n\nSteam.')
    await expect(page.getByTestId('scene-count')).toHaveText('3')
    await editor.fill(SCRIPT)
    await expect(page.getByTestId('scene-count')).toHaveText('2')

    await expect(page.getByTestId('save-chip')).toHaveAttribute('data-state', 'saved')
    await expect(page.getByRole('heading', { name: 'Two Boats' })).toBeVisible()
    await page.reload()
    await expect(editor).toHaveValue(SCRIPT)
    expect(quiet).toEqual([])
  })

  test('voice, look, music and format are chosen and kept', async ({ page, node }) => {
    await page.goto(`/p/${project}/generate`)
    await page.getByRole('combobox', { name: 'Narrator' }).selectOption({ index: 2 })
    await page.getByRole('combobox', { name: 'Look' }).selectOption({ index: 1 })
    await page.getByRole('combobox', { name: 'Music' }).selectOption({ index: 1 })
    await page.getByText('16:9', { exact: true }).click()
    await expect
      .poll(async () => (await node.call<{ settings: object }>('GET', `/projects/${project}`)).settings)
      .toMatchObject({
        format: '16:9',
        voice: expect.stringMatching(/./),
        style: expect.stringMatching(/./),
        music: expect.stringMatching(/./),
      })
    await page.reload()
    await expect(page.getByRole('radio', { name: /16:9/ })).toBeChecked()
  })

  test('making shows every step, who served it, percent and time left; a reload shows the same', async ({ page, quiet }) => {
    test.setTimeout(2 * FILM)
    await page.goto(`/p/${project}/generate`)
    await expect(page.getByText('Costs nothing').first()).toBeVisible()
    await page.getByRole('button', { name: 'Make the film' }).first().click()
    await page.waitForURL(/run=/)
    const percent = page.getByTestId('percent')
    await expect(percent).toBeVisible()
    const steps = page.getByRole('list', { name: 'Steps' })
    await expect(steps.locator('[data-kind="production.illustrate"]')).toBeVisible({ timeout: 60_000 })
    const read = async () => Number((await percent.textContent())?.replace('%', ''))
    await expect.poll(read, { timeout: 60_000 }).toBeGreaterThan(0)
    const before = await read()

    await page.reload()
    await expect(steps.locator('[data-kind="production.illustrate"]')).toBeVisible()
    if (await percent.isVisible()) expect(await read()).toBeGreaterThanOrEqual(before)

    await expect(page.getByTestId('run')).toHaveAttribute('data-state', 'succeeded', { timeout: FILM })
    await expect(steps.locator('[data-kind="production.narrate"]')).toContainText(/voices/i)
    await expect(steps.locator('[data-kind="production.illustrate"]')).toContainText(/painter/i)
    await expect(steps.locator('[data-state="done"]')).toHaveCount(await steps.locator('[data-kind]').count())
    await expect(page.getByTestId('total')).toHaveText('$0.00')
    expect(quiet).toEqual([])
  })

  test('the film plays in the page', async ({ page }) => {
    await page.goto(`/p/${project}/generate`)
    const video = page.locator('video')
    await expect(video).toBeVisible()
    await video.evaluate(async (film: HTMLVideoElement) => {
      film.muted = true
      await film.play()
    })
    await expect.poll(() => video.evaluate((film: HTMLVideoElement) => film.currentTime)).toBeGreaterThan(0.5)
    const facts = await video.evaluate((film: HTMLVideoElement) => ({
      width: film.videoWidth,
      height: film.videoHeight,
      seconds: film.duration,
    }))
    expect(facts).toMatchObject({ width: 1920, height: 1080 })
    expect(facts.seconds).toBeGreaterThan(3)
    await video.evaluate((film: HTMLVideoElement) => {
      film.currentTime = film.duration - 1
    })
    await expect.poll(() => video.evaluate((film: HTMLVideoElement) => film.seeking)).toBe(false)
  })

  test('the film downloads whole', async ({ page }) => {
    await page.goto(`/p/${project}/generate`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download' }).click()])
    expect(download.suggestedFilename()).toMatch(/\.mp4$/)
    const film = readFileSync(await download.path())
    expect(film.length).toBeGreaterThan(100_000)
    expect(film.subarray(4, 8).toString('latin1')).toBe('ftyp')
  })

  test('a rewritten caption and another picture come with the next film, the rest is kept', async ({ page, node }) => {
    test.setTimeout(2 * FILM)
    await page.goto(`/p/${project}/edit`)
    const caption = page.getByRole('textbox', { name: /^Caption at/ }).first()
    await expect(page.getByText('The film is up to date.')).toBeVisible()
    await caption.fill('Two boats, and one rope.')
    await caption.press('Enter')
    await expect(page.getByText(/Out of date: captions were changed/)).toBeVisible()

    const shot = page.getByRole('listitem', { name: 'Shot 2.1' })
    const picture = await shot.getByRole('img').getAttribute('src')
    await shot.getByRole('button', { name: 'Another picture' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('more gulls')
    await dialog.getByRole('button', { name: 'Ask for it' }).click()
    await expect(shot.getByText('New picture at the next make')).toBeVisible()

    await page.reload()
    await expect(caption).toHaveValue('Two boats, and one rope.')
    await expect(page.getByText(/another picture was asked for/)).toBeVisible()

    const films = () => node.call<{ id: string }[]>('GET', `/projects/${project}/assets?role=film`)
    const [first] = await films()
    await page.getByRole('button', { name: 'Make it again' }).click()
    await page.waitForURL(/run=/)
    await expect(page.getByTestId('run')).toHaveAttribute('data-state', 'succeeded', { timeout: FILM })
    await expect(page.getByRole('list', { name: 'Steps' }).locator('[data-kind="production.narrate"]')).toContainText('reused')
    const [second] = await films()
    expect(second?.id).not.toBe(first?.id)

    await page.goto(`/p/${project}/edit`)
    await expect(caption).toHaveValue('Two boats, and one rope.')
    await expect(page.getByText('The film is up to date.')).toBeVisible()
    expect(await shot.getByRole('img').getAttribute('src')).not.toBe(picture)
  })

  test('a production is cancelled, and goes on from there', async ({ page, node }) => {
    test.setTimeout(2 * FILM)
    const other = await node.project('Cancelled', SCRIPT.replace('Two boats shared one rope.', 'A different rope altogether.'))
    await page.goto(`/p/${other}/generate`)
    await page.getByRole('button', { name: 'Make the film' }).first().click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText(/What was finished stays/)).toBeVisible()
    await page.getByRole('button', { name: 'Go on from here' }).click()
    await expect(page.getByTestId('run')).toHaveAttribute('data-state', 'succeeded', { timeout: FILM })
    await node.call('DELETE', `/projects/${other}`)
  })
})
