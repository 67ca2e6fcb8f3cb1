import { test as base, expect, type Page } from '@playwright/test'

/** A film of these two shots may take that long, in milliseconds, on a machine that has much else to do. */
export const FILM = 600_000

export const SCRIPT = `Title: Two Boats
Music: calm

EXT. HARBOUR - DAWN

Two small boats lie in a quiet harbour.

NARRATOR (V.O.)
Two boats shared one rope.

EXT. OPEN SEA - DAY

The boats sail side by side under a wide sky.

IDA
Follow the gulls.
`

/** The node's API, as the launcher uses it. */
export class Node {
  readonly url = process.env['EVERGREEN_URL'] ?? ''
  readonly token = process.env['EVERGREEN_TOKEN'] ?? ''

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { 'X-Evergreen-Token': this.token, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: HTTP ${answer.status} ${text}`)
    return text === '' ? (undefined as T) : (JSON.parse(text) as { data: T }).data
  }

  async project(title: string, script?: string): Promise<string> {
    const { id } = await this.call<{ id: string }>('POST', '/projects', { title })
    if (script !== undefined) await this.call('PUT', `/projects/${id}/script`, { text: script })
    return id
  }

  async titles(): Promise<string[]> {
    return (await this.call<{ title: string }[]>('GET', '/projects?limit=200')).map((project) => project.title)
  }

  /** A project with a finished film: one that is there, else a new one. */
  async film(): Promise<string> {
    const projects = await this.call<{ id: string; status: string }[]>('GET', '/projects?limit=200')
    for (const { id } of projects.filter((project) => project.status === 'produced')) {
      if ((await this.call<unknown[]>('GET', `/projects/${id}/assets?role=film`)).length > 0) return id
    }
    const id = await this.project('Two Boats', SCRIPT)
    const run = await this.call<{ id: string }>('POST', `/projects/${id}/productions`, {})
    await expect
      .poll(async () => (await this.call<{ job: { state: string } }>('GET', `/productions/${run.id}`)).job.state, {
        timeout: FILM,
        intervals: [1000],
      })
      .toBe('succeeded')
    return id
  }
}

/** Problems a browser tells only its console: broken policies, failed loads, uncaught errors. */
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (message) => {
    // A 404 of a project without script or timeline is an answer, not a problem.
    if (message.type() === 'error' && !/status of 404/.test(message.text())) heard.push(message.text())
  })
  return heard
}

export const test = base.extend<{ node: Node; quiet: string[] }>({
  // oxlint-disable-next-line no-empty-pattern
  node: async ({}, use) => use(new Node()),
  baseURL: async ({ node }, use) => use(node.url),
  /** What the console complained about; a test that takes it must end without any. */
  quiet: async ({ page }, use) => {
    const heard = listen(page)
    await use(heard)
    expect(heard).toEqual([])
  },
})

export { expect }
