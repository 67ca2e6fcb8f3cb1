// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, api, done, find, take } from '@/api/client'
import { saveProject } from '@/api/commands'
import { studioQueries } from '@/api/query-client'
import { forgetToken } from '@/api/session'
import { FakeNode, Refusal } from './fake-node'

describe('talking to the node', () => {
  let node: FakeNode
  beforeEach(() => {
    node = new FakeNode()
    vi.stubGlobal('fetch', node.fetch)
    forgetToken()
  })

  it('takes the data out of the envelope', async () => {
    node.addProject({ title: 'Bees' })
    expect(await take(api.GET('/projects'))).toMatchObject([{ title: 'Bees' }])
  })

  it('throws a refusal with the words of the node', async () => {
    node.next.set('GET /choices', () => {
      throw new Refusal(503, 'unavailable', 'The narrator is being replaced.')
    })
    const error = await take(api.GET('/choices')).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 503, message: 'The narrator is being replaced.', unreachable: false })
  })

  it('tells a node that is away from one that refuses', async () => {
    node.down = true
    await expect(take(api.GET('/projects'))).rejects.toMatchObject({ status: 0, unreachable: true })
  })

  it('finds nothing where there is nothing', async () => {
    expect(await find(api.GET('/projects/{projectId}/script', { params: { path: { projectId: 'p9' } } }))).toBeNull()
  })

  it('gets a new token from a node that started anew, and sends the same body again', async () => {
    node.addProject()
    await take(api.POST('/projects', { body: { title: 'Before' } }))
    node.token = 'another'
    const made = await take(api.POST('/projects', { body: { title: 'After' } }))
    expect(made.title).toBe('After')
    expect(node.projects.map((project) => project.title)).toEqual(['After', 'Before', 'Tide Pools'])
  })

  it('sends no token with what changes nothing', async () => {
    const sent: Request[] = []
    vi.stubGlobal('fetch', (request: Request) => {
      sent.push(request)
      return node.fetch(request)
    })
    await take(api.GET('/projects'))
    expect(sent).toHaveLength(1)
    expect(sent[0]?.headers.has('X-Evergreen-Token')).toBe(false)
  })

  it('deletes without a body', async () => {
    node.addProject()
    await done(api.DELETE('/projects/{projectId}', { params: { path: { projectId: 'p1' } } }))
    expect(node.projects).toEqual([])
  })

  it('makes a change once more on top of somebody else’s', async () => {
    node.addProject({ title: 'Tide Pools', settings: { music: 'gentle' } })
    node.next.set('PUT /projects/p1', () => {
      node.projects = node.projects.map((project) => ({ ...project, settings: { style: 'ink' }, revision: 7 }))
      throw new Refusal(412, 'precondition_failed', 'Somebody changed it meanwhile.')
    })
    const saved = await saveProject(studioQueries(), 'p1', { settings: { voice: 'slt' } })
    expect(saved.settings).toEqual({ style: 'ink', voice: 'slt' })
    expect(saved.revision).toBe(8)
  })
})
