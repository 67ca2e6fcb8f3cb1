import type { components } from '@schema'
import { FakeMoney } from './fake-money'
import { FakeWork } from './fake-work'

type Schemas = components['schemas']
type Handler = (request: Request, parts: string[]) => unknown | Promise<unknown>
export type Route = [method: string, path: RegExp, handler: Handler]

const TIME = '2026-03-01T10:00:00Z'
export const TOKEN = 'start-token'

/** A refusal as the node words it. */
export class Refusal extends Error {
  readonly status: number
  readonly code: Schemas['Error']['code']
  readonly field: string

  constructor(status: number, code: Schemas['Error']['code'], message: string, field = '') {
    super(message)
    this.status = status
    this.code = code
    this.field = field
  }
}

export class Created {
  readonly status: number
  readonly data: unknown

  constructor(status: number, data: unknown) {
    this.status = status
    this.data = data
  }
}

export const free: Schemas['Money'] = { amount: '0', currency: 'USD', text: '$0.00' }

export function job(values: Partial<Schemas['Job']> & { id: string; kind: string; title: string }): Schemas['Job'] {
  return {
    queue: 'generation',
    state: 'waiting',
    final: ['succeeded', 'failed', 'cancelled', 'dead'].includes(values.state ?? 'waiting'),
    priority: 0,
    progress: values.state === 'succeeded' ? 100 : 0,
    stage: '',
    error: '',
    attempts: 1,
    output: {},
    correlationId: 'c',
    createdAt: TIME,
    links: {},
    ...values,
  }
}

export function asset(values: Partial<Schemas['Asset']> & { id: string; role: string }): Schemas['Asset'] {
  return {
    projectId: 'p1',
    type: 'image',
    source: 'generated',
    mediaType: 'image/png',
    digest: `sha256:${'0'.repeat(64)}`,
    name: `${values.id}.png`,
    size: 120_000,
    metadata: {},
    createdAt: TIME,
    links: {},
    ...values,
  }
}

/** A node in memory, by the same description as the real one; a test sets its state and looks at it. */
export class FakeNode {
  token = TOKEN
  projects: Schemas['Project'][] = []
  scripts = new Map<string, Schemas['Script']>()
  scenes = new Map<string, Schemas['Scene'][]>()
  assets: Schemas['Asset'][] = []
  productions: Schemas['Production'][] = []
  timelines = new Map<string, Schemas['Timeline']>()
  /** Clips that somebody else changed since this studio read the timeline. */
  editedByOthers: string[] = []
  accounts: Schemas['Account'][] = []
  plugins: Schemas['Plugin'][] = []
  offers: Schemas['ProviderOffer'][] = []
  rankings: Schemas['OfferRanking'][] = []
  jobs: Schemas['Job'][] = []
  readonly money = new FakeMoney()
  readonly work = new FakeWork()
  /** Rules of their own, by project. */
  routing = new Map<string, Schemas['Routing']>()
  choices: Schemas['Choices'] = {
    voices: [
      { id: 'kevin', title: 'Kevin', language: 'en', gender: 'male' },
      { id: 'slt', title: 'Susan', language: 'en', gender: 'female' },
    ],
    styles: [{ id: 'picture-book', title: 'Picture book' }],
    music: [
      { id: 'gentle', title: 'Gentle' },
      { id: 'none', title: 'No music' },
    ],
    formats: [
      { id: '16:9', title: 'Landscape 16:9', width: 1920, height: 1080 },
      { id: '9:16', title: 'Portrait 9:16', width: 1080, height: 1920 },
      { id: '1:1', title: 'Square 1:1', width: 1080, height: 1080 },
      { id: '4:5', title: 'Tall 4:5', width: 1080, height: 1350 },
    ],
    presets: [{ id: 'youtube-1080p30', title: 'YouTube 1080p' }],
    captionStyles: [{ id: 'pop', title: 'Pop' }],
    exporters: [{ id: 'evergreen.mp4', title: 'MP4', presets: ['youtube-1080p30'] }],
  }
  estimate: Schemas['Estimate'] = { tier: 'standard', lines: [], expected: free, ceiling: free, known: free, saved: free, asks: [], remarks: [] }
  /** What was asked, as `METHOD path`, in order. */
  asked: string[] = []
  redone: { shot: string; notes: string }[] = []
  /** Answers to give instead, by `METHOD path`; each is used up. */
  next = new Map<string, () => unknown>()
  health: Schemas['Health'] = { state: 'up', message: 'Answered in 12 ms' }
  down = false

  readonly #routes: Route[] = [
    ['GET', /^\/projects$/, () => this.projects],
    ['POST', /^\/projects$/, async (request) => new Created(201, this.#create((await request.json()) as Schemas['NewProject']))],
    ['GET', /^\/projects\/([^/]+)$/, (_, [id]) => this.project(id)],
    ['PUT', /^\/projects\/([^/]+)$/, async (request, [id]) => this.#update(id, request)],
    ['DELETE', /^\/projects\/([^/]+)$/, (_, [id]) => this.#remove('projects', this.project(id).id)],
    ['GET', /^\/projects\/([^/]+)\/script$/, (_, [id]) => this.scripts.get(id ?? '') ?? missing('script')],
    ['PUT', /^\/projects\/([^/]+)\/script$/, (request, [id]) => this.#store(id ?? '', request)],
    ['GET', /^\/projects\/([^/]+)\/scenes$/, (_, [id]) => this.scenes.get(id ?? '') ?? []],
    ['GET', /^\/projects\/([^/]+)\/assets$/, (request, [id]) => this.#assetsOf(id, new URL(request.url).searchParams.get('role'))],
    ['GET', /^\/projects\/([^/]+)\/productions$/, () => this.productions],
    ['POST', /^\/projects\/([^/]+)\/productions$/, async (request, [id]) => new Created(202, this.#start(id ?? '', await request.json()))],
    ['POST', /^\/projects\/([^/]+)\/productions\/estimate$/, () => this.estimate],
    [
      'POST',
      /^\/projects\/([^/]+)\/shots\/([^/]+)\/redo$/,
      async (request, [, shot]) => this.#redo(decodeURIComponent(shot ?? ''), await request.json()),
    ],
    ['GET', /^\/projects\/([^/]+)\/timeline$/, (_, [id]) => this.timelines.get(id ?? '') ?? missing('timeline')],
    ['GET', /^\/projects\/([^/]+)\/routing$/, (_, [id]) => this.#routing(id)],
    ['PUT', /^\/projects\/([^/]+)\/routing$/, async (request, [id]) => this.#route(id, request, (await request.json()) as Schemas['Routing'])],
    ['DELETE', /^\/projects\/([^/]+)\/routing$/, (request, [id]) => this.#route(id, request, undefined)],
    ['GET', /^\/projects\/([^/]+)\/routing\/offers$/, () => this.rankings],
    ['GET', /^\/productions\/([^/]+)$/, (_, [id]) => this.production(id)],
    ['POST', /^\/productions\/([^/]+)\/cancel$/, (_, [id]) => new Created(202, this.#end(id, 'cancelled'))],
    ['POST', /^\/productions\/([^/]+)\/retry$/, (_, [id]) => new Created(202, this.#end(id, 'running'))],
    ['POST', /^\/editor\/timeline$/, async (request) => this.#edit((await request.json()) as Schemas['TimelineEdit'])],
    ['GET', /^\/jobs$/, (request) => this.jobs.filter((one) => one.state === new URL(request.url).searchParams.get('state'))],
    ['GET', /^\/jobs\/([^/]+)$/, (_, [id]) => this.#find(this.jobs, id)],
    ['DELETE', /^\/jobs\/([^/]+)$/, (_, [id]) => this.#remove('jobs', id)],
    ['POST', /^\/jobs\/([^/]+)\/retry$/, (_, [id]) => new Created(202, Object.assign(this.#find(this.jobs, id), { state: 'pending' }))],
    ...this.money.routes,
    ...this.work.routes,
    ['GET', /^\/choices$/, () => this.choices],
    ['GET', /^\/providers$/, () => this.offers],
    ['GET', /^\/accounts$/, () => this.accounts],
    ['POST', /^\/accounts$/, async (request) => new Created(201, this.#account((await request.json()) as Schemas['NewAccount']))],
    ['POST', /^\/accounts\/order$/, async (request) => this.#order((await request.json()) as Schemas['AccountOrder'])],
    ['PUT', /^\/accounts\/([^/]+)$/, async (request, [id]) => Object.assign(this.#find(this.accounts, id), await request.json())],
    ['DELETE', /^\/accounts\/([^/]+)$/, (_, [id]) => this.#remove('accounts', id)],
    ['POST', /^\/accounts\/([^/]+)\/test$/, () => this.health],
    ['GET', /^\/plugins$/, () => this.plugins],
    ['DELETE', /^\/plugins\/([^/]+)$/, (_, [name]) => this.#uninstall(name)],
    ['POST', /^\/plugins\/([^/]+)\/rollback$/, (_, [name]) => this.#rollBack(name)],
    ['POST', /^\/plugins\/([^/]+)\/enable$/, (_, [name]) => this.#enable(name)],
  ]

  /** Stands for the page's `fetch`. */
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), 'http://127.0.0.1'), init)
    if (this.down) throw new TypeError('fetch failed')
    const path = new URL(request.url).pathname
    if (path === '/session.json') return answer(200, { token: this.token, version: '0.1.0' })
    const asked = `${request.method} ${path.replace('/api/v1', '')}`
    this.asked.push(asked)
    try {
      if (request.method !== 'GET' && request.headers.get('X-Evergreen-Token') !== this.token) {
        throw new Refusal(403, 'token_required', 'This call needs the start token.')
      }
      const data = await this.#answer(asked, request)
      if (data instanceof Created) return answer(data.status, data.data)
      if (data === undefined) return new Response(null, { status: 204 })
      const revision = (data as { revision?: number }).revision
      return answer(200, data, revision === undefined ? {} : { ETag: `"${revision}"` })
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      const errors = [{ code: refusal.code, field: refusal.field, message: refusal.message }]
      return new Response(JSON.stringify({ data: null, meta, errors }), { status: refusal.status, headers: json })
    }
  }

  async #answer(asked: string, request: Request): Promise<unknown> {
    const instead = this.next.get(asked)
    if (instead !== undefined) {
      this.next.delete(asked)
      return instead()
    }
    for (const [method, path, handler] of this.#routes) {
      const match = asked.startsWith(`${method} `) ? path.exec(asked.slice(method.length + 1)) : null
      if (match !== null) return handler(request, match.slice(1))
    }
    throw new Refusal(404, 'not_found', `There is nothing at ${asked}.`)
  }

  project(id: string | undefined): Schemas['Project'] {
    return this.#find(this.projects, id)
  }

  production(id: string | undefined): Schemas['Production'] {
    return this.#find(this.productions, id)
  }

  addProject(values: Partial<Schemas['Project']> = {}): Schemas['Project'] {
    const project: Schemas['Project'] = {
      id: `p${this.projects.length + 1}`,
      ownerId: 'owner',
      title: 'Tide Pools',
      description: '',
      status: 'draft',
      settings: {},
      revision: 1,
      createdAt: TIME,
      updatedAt: TIME,
      links: {},
      ...values,
    }
    this.projects.unshift(project)
    return project
  }

  #create({ title }: Schemas['NewProject']): Schemas['Project'] {
    return this.addProject({ title })
  }

  async #update(id: string | undefined, request: Request): Promise<Schemas['Project']> {
    const project = this.project(id)
    if (request.headers.get('If-Match') !== `"${project.revision}"`)
      throw new Refusal(412, 'precondition_failed', 'Somebody changed it meanwhile.')
    const updated = { ...project, ...((await request.json()) as Schemas['NewProject']), revision: project.revision + 1 }
    this.projects = this.projects.map((one) => (one.id === project.id ? updated : one))
    return updated
  }

  /** With the project's revision, as the real node tags it. */
  #routing(id: string | undefined): Schemas['EffectiveRouting'] & { revision: number } {
    const project = this.project(id)
    const own = this.routing.get(project.id)
    return { own: own !== undefined, rules: own ?? { policy: 'balanced' }, unknown: [], revision: project.revision }
  }

  #route(id: string | undefined, request: Request, rules: Schemas['Routing'] | undefined): unknown {
    const project = this.project(id)
    if (request.headers.get('If-Match') !== `"${project.revision}"`)
      throw new Refusal(412, 'precondition_failed', 'Somebody changed it meanwhile.')
    project.revision += 1
    if (rules === undefined) this.routing.delete(project.id)
    else this.routing.set(project.id, rules)
    return this.#routing(id)
  }

  async #store(id: string, request: Request): Promise<Schemas['StoredScript']> {
    const raw = request.headers.get('Content-Type') === 'application/octet-stream'
    const body = raw
      ? { text: await request.text(), fileName: new URL(request.url).searchParams.get('fileName') ?? '' }
      : ((await request.json()) as Schemas['ScriptText'])
    const script: Schemas['Script'] = {
      id: `s${id}`,
      projectId: id,
      format: 'fountain',
      fileName: body.fileName ?? '',
      text: body.text,
      version: (this.scripts.get(id)?.version ?? 0) + 1,
      createdAt: TIME,
      links: {},
    }
    this.scripts.set(id, script)
    return {
      script,
      scenes: this.scenes.get(id) ?? [],
      characters: [],
      settings: { format: '', music: '', style: '', voice: '', language: '' },
      diagnostics: [],
    }
  }

  #assetsOf(id: string | undefined, role: string | null): Schemas['Asset'][] {
    return this.assets.filter((one) => one.projectId === id && (role === null || one.role === role))
  }

  #start(projectId: string, _request: unknown): Schemas['Production'] {
    const id = `run${this.productions.length + 1}`
    const production: Schemas['Production'] = {
      id,
      job: job({ id, projectId, kind: 'production', title: 'Make the film', state: 'running', startedAt: TIME }),
      steps: [job({ id: `${id}-1`, kind: 'production.parse', title: 'Read the script', state: 'pending' })],
      bill: [],
      total: free,
      checks: [],
      findings: [],
      links: {},
    }
    this.productions.unshift(production)
    return production
  }

  #end(id: string | undefined, state: Schemas['JobState']): Schemas['Production'] {
    const production = this.production(id)
    production.job = { ...production.job, state, final: state !== 'running' }
    return production
  }

  #redo(shot: string, { notes = '' }: Schemas['RedoShot']): undefined {
    this.redone.push({ shot, notes })
  }

  #edit({ projectId, baseRevision, commands }: Schemas['TimelineEdit']): Schemas['Timeline'] {
    const timeline = structuredClone(this.timelines.get(projectId)) ?? missing('timeline')
    for (const command of commands as unknown as { clip: string; text: string }[]) {
      if (timeline.revision !== baseRevision && this.editedByOthers.includes(command.clip)) {
        throw new Refusal(409, 'conflict', `The text of ${command.clip} was changed by Lin.`)
      }
      const clips = timeline.timeline.captionTracks.flatMap((track) => track.clips)
      this.#find(clips, command.clip).text = command.text
    }
    Object.assign(timeline, { revision: timeline.revision + 1, author: 'owner', createdAt: '2026-03-01T11:00:00Z' })
    this.timelines.set(projectId, timeline)
    return timeline
  }

  #account({ plugin, name, enabled = true, settings = {} }: Schemas['NewAccount']): Schemas['Account'] {
    const account: Schemas['Account'] = {
      id: `a${this.accounts.length + 1}`,
      plugin,
      name,
      enabled,
      position: this.accounts.length,
      settings,
      updatedAt: TIME,
      links: {},
    }
    this.accounts.push(account)
    return account
  }

  #order({ ids }: Schemas['AccountOrder']): Schemas['Account'][] {
    this.accounts = (ids as string[]).map((id) => this.#find(this.accounts, id))
    return this.accounts
  }

  #uninstall(name: string | undefined): undefined {
    this.plugins = this.plugins.filter((plugin) => plugin.symbolicName !== name)
  }

  #enable(name: string | undefined): Schemas['Plugin'] {
    const plugin = this.plugins.find((one) => one.symbolicName === name) ?? missing('plugin')
    return Object.assign(plugin, { state: 'active' as const })
  }

  #rollBack(name: string | undefined): Schemas['Plugin'] {
    const plugin = this.plugins.find((one) => one.symbolicName === name) ?? missing('plugin')
    return Object.assign(plugin, { version: '1.0.0', canRollBack: false })
  }

  #remove(list: 'projects' | 'accounts' | 'jobs', id: string | undefined): undefined {
    if (list === 'projects') this.projects = this.projects.filter((one) => one.id !== id)
    else if (list === 'jobs') this.jobs = this.jobs.filter((one) => one.id !== id)
    else this.accounts = this.accounts.filter((one) => one.id !== id)
  }

  #find<T extends { id: string }>(list: T[], id: string | undefined): T {
    return list.find((one) => one.id === id) ?? missing(id ?? '')
  }
}

const json = { 'Content-Type': 'application/json' }
const meta = { timestamp: TIME, version: '1.0.0', correlationId: 'c' }

function answer(status: number, data: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ data, meta, errors: [] }), { status, headers: { ...json, ...headers } })
}

function missing(what: string): never {
  throw new Refusal(404, 'not_found', `There is no ${what}.`)
}
