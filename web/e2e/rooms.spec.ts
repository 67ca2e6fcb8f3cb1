import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, FILM, type Node, test } from './support/studio.ts'

// Looking changes nothing: these share the node and the film.
test.describe.configure({ mode: 'parallel' })

/** Every room, in the states a visitor meets, with a word that says that it is there. */
async function rooms(node: Node): Promise<Record<string, { path: string; sign: RegExp }>> {
  const film = await node.film()
  const titles = await node.titles()
  if (!titles.includes('Empty')) await node.project('Empty')
  const projects = await node.call<{ id: string; title: string }[]>('GET', '/projects?limit=200')
  const empty = projects.find((project) => project.title === 'Empty')?.id ?? ''
  return {
    films: { path: '/projects', sign: /Your films/ },
    script: { path: `/p/${film}/script`, sign: /Characters/ },
    'empty script': { path: `/p/${empty}/script`, sign: /An empty page/ },
    film: { path: `/p/${film}/generate`, sign: /Download/ },
    'nothing to make': { path: `/p/${empty}/generate`, sign: /Nothing to make yet/ },
    change: { path: `/p/${film}/edit`, sign: /The film is up to date|Out of date/ },
    'nothing to change': { path: `/p/${empty}/edit`, sign: /There is no film to change yet/ },
    accounts: { path: '/settings/accounts', sign: /Picture-book/ },
    notifications: { path: '/settings/notifications', sign: /Nobody is told yet/ },
    queues: { path: '/ops/queues', sign: /Last heard of/ },
    spending: { path: '/ops/spending', sign: /it is known whether it was bought/ },
    plugins: { path: '/ops/plugins', sign: /dev\.evergreen\.provider/ },
    missing: { path: '/p/00000000-0000-0000-0000-000000000000/script', sign: /There is nothing here/ },
  }
}

async function enter(page: Page, { path, sign }: { path: string; sign: RegExp }): Promise<void> {
  await page.goto(path)
  await expect(page.getByText(sign).first()).toBeVisible()
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((one) => `${id}: ${one.target.join(' ')} ${one.failureSummary ?? ''}`))
}

for (const scheme of ['dark', 'light'] as const) {
  test(`every room passes the accessibility scan, ${scheme}`, async ({ page, node }) => {
    test.setTimeout(2 * FILM)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    for (const [name, room] of Object.entries(await rooms(node))) {
      await enter(page, room)
      expect(await violations(page), `${name}, ${scheme}`).toEqual([])
    }
  })

  test(`dialogs pass the accessibility scan, ${scheme}`, async ({ page, node }) => {
    test.setTimeout(2 * FILM)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    const all = await rooms(node)
    const open: [string, string][] = [
      ['accounts', 'Add an account'],
      ['notifications', 'Add an address'],
      ['spending', 'Set a budget'],
      ['change', 'Another picture'],
      ['films', 'Keyboard shortcuts'],
      ['films', 'Delete Empty'],
    ]
    for (const [room, button] of open) {
      await enter(page, all[room] as { path: string; sign: RegExp })
      await page.getByRole('button', { name: button }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page), `${button}, ${scheme}`).toEqual([])
    }
  })
}

test('the content policy holds in every room', async ({ page, node, quiet }) => {
  test.setTimeout(2 * FILM)
  const answer = await page.goto('/projects')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("style-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("frame-ancestors 'none'")
  for (const room of Object.values(await rooms(node))) await enter(page, room)
  expect(quiet).toEqual([])
})

for (const width of [390, 320]) {
  test(`every room fits ${width} pixels`, async ({ page, node }) => {
    test.setTimeout(2 * FILM)
    await page.setViewportSize({ width, height: 700 })
    for (const [name, room] of Object.entries(await rooms(node))) {
      await enter(page, room)
      const wide = await page.evaluate(() => {
        const main = document.querySelector('main')
        return { page: document.documentElement.scrollWidth - innerWidth, room: main === null ? 0 : main.scrollWidth - main.clientWidth }
      })
      expect(wide, name).toEqual({ page: 0, room: 0 })
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, input:not([type=file]):not(.sr-only), nav a')]
          .map((control) => ({ control: control.outerHTML.slice(0, 80), box: control.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ control }) => control),
      )
      expect(small, `${name}: targets below 24 pixels`).toEqual([])
    }
    await page.goto('/projects')
    await page.getByRole('link', { name: 'Operate' }).click()
    await page.getByRole('link', { name: 'Plugins' }).click()
    await expect(page.getByRole('heading', { name: 'Plugins' })).toBeVisible()
  })
}

test('nothing moves for those who asked for stillness', async ({ page, node }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enter(page, { path: `/p/${await node.film()}/generate`, sign: /Download/ })
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => animation.playState === 'running')
      .map((animation) => `${(animation as CSSAnimation).animationName} of ${(animation.effect as KeyframeEffect).target?.outerHTML}`),
  )
  expect(moving).toEqual([])
})
