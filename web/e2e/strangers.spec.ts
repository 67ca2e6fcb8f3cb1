import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from 'node:http'
import { expect, test } from './support/studio.ts'

/** Another site in the same browser: whatever it tries must leave no trace. */
let site: Server
let origin = ''

test.beforeAll(async () => {
  site = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html')
    answer.end('<!doctype html><title>Another site</title><p>Another site')
  })
  await new Promise<void>((listening) => {
    site.listen(0, '127.0.0.1', listening)
  })
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})
test.afterAll(() => {
  site.close()
})

test('cannot read anything', async ({ page, node }) => {
  await page.goto(origin)
  for (const path of ['/session.json', '/api/v1/projects', '/api/v1/accounts']) {
    const read = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'read',
          () => 'refused',
        ),
      node.url + path,
    )
    expect(read, path).toBe('refused')
    const opaque = await page.evaluate(
      (address) =>
        fetch(address, { mode: 'no-cors', credentials: 'include' }).then(
          (answer) => answer.text(),
          () => '',
        ),
      node.url + path,
    )
    expect(opaque, path).toBe('')
  }
})

test('cannot change anything, with a guessed token or as a plain form', async ({ page, node }) => {
  const title = `From a stranger ${Date.now()}`
  await page.goto(origin)
  const outcome = await page.evaluate(
    async ({ url, body }) => {
      const tries: RequestInit[] = [
        { method: 'POST', body, mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } },
        { method: 'POST', body, headers: { 'Content-Type': 'application/json' } },
        { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'X-Evergreen-Token': 'guessed' } },
      ]
      const answers = []
      for (const one of tries) {
        answers.push(
          await fetch(`${url}/api/v1/projects`, one).then(
            (answer) => answer.type,
            () => 'refused',
          ),
        )
      }
      return answers
    },
    { url: node.url, body: JSON.stringify({ title }) },
  )
  expect(outcome).toEqual(['refused', 'refused', 'refused'])

  await page.setContent(
    `<form method="post" enctype="text/plain" action="${node.url}/api/v1/projects"><input name='{"title":"${title}","x":"' value='"}'></form>`,
  )
  await page.evaluate(() => document.querySelector('form')?.submit())
  await page.waitForLoadState()
  expect(await node.titles()).not.toContain(title)
})

test('cannot follow events, even with the right token', async ({ page, node }) => {
  await page.goto(origin)
  const outcome = await page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address)
        socket.addEventListener('open', () => resolve('open'))
        socket.addEventListener('error', () => resolve('refused'))
      }),
    `${node.url.replace('http', 'ws')}/api/v1/events?token=${encodeURIComponent(node.token)}`,
  )
  expect(outcome).toBe('refused')
})

test('cannot frame the studio or load its session as a script', async ({ page, node }) => {
  await page.goto(origin)
  const problems: string[] = []
  page.on('console', (message) => problems.push(message.text()))
  await page.setContent(`<iframe src="${node.url}/projects"></iframe><script src="${node.url}/session.json"></script>`)
  await expect.poll(() => problems.join('\n')).toMatch(/frame|refused|blocked/i)
  expect(page.frames().some((frame) => frame.url().startsWith(`${node.url}/projects`))).toBe(false)
})

test('is refused under another name for this machine', async ({ node }) => {
  const { hostname, port } = new URL(node.url)
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request({ hostname, port, path: '/api/v1/projects', headers: { Host: `evil.example:${port}` } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(403)
})
