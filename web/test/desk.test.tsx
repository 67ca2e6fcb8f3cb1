// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { ratesOf } from '@/rooms/queues/workers'
import { firstDay, readAmount, standing } from '@/rooms/spending/money'
import { budget, call } from './fake-money'
import { FakeNode, job, Refusal } from './fake-node'
import { openStudio } from './studio'

const usd = (amount: string): Schemas['Money'] => ({ amount, currency: 'USD', text: `$${Number(amount).toFixed(2)}` })

let node: FakeNode
beforeEach(() => {
  node = new FakeNode()
})

describe('spending', () => {
  it('sets a first budget, for what is chosen', async () => {
    node.addProject({ id: 'p1', title: 'Tide Pools' })
    const { user } = openStudio(node, '/ops/spending')
    await user.click(await screen.findByRole('button', { name: 'Set a budget' }))
    const dialog = await screen.findByRole('dialog', { name: 'Set a budget' })
    await user.selectOptions(within(dialog).getByLabelText('Film'), await within(dialog).findByRole('option', { name: 'Tide Pools' }))
    await user.selectOptions(within(dialog).getByLabelText('Period'), 'each day')
    await user.type(within(dialog).getByLabelText(/^Limit/), 'much')
    await user.click(within(dialog).getByRole('button', { name: 'Set' }))
    expect(await within(dialog).findByText(/Give an amount such as 12.50/)).toBeTruthy()
    await user.clear(within(dialog).getByLabelText(/^Limit/))
    await user.type(within(dialog).getByLabelText(/^Limit/), '2,50')
    await user.click(within(dialog).getByRole('button', { name: 'Set' }))
    await waitFor(() => expect(node.money.budgets).toHaveLength(1))
    expect(node.money.budgets[0]).toMatchObject({ projectId: 'p1', period: 'day', limit: { amount: '2.50', currency: 'USD' } })
    expect(await screen.findByText('Film “Tide Pools”')).toBeTruthy()
  })

  it('shows how budgets stand, changes a limit and removes one after a question', async () => {
    node.money.budgets = [
      budget({ id: 'b1', limit: usd('50'), spent: usd('12.4'), reserved: usd('0.6') }),
      budget({ id: 'b2', plugin: 'vendor', account: 'Main', limit: usd('1'), spent: usd('1.25') }),
    ]
    const { user } = openStudio(node, '/ops/spending')
    expect(await screen.findByText('$37.00 left')).toBeTruthy()
    expect(screen.getByText('$0.25 over')).toBeTruthy()
    const meter = screen.getByRole('meter', { name: 'Everything, each month' })
    expect(meter.getAttribute('aria-valuetext')).toBe('$12.40 spent and $0.60 reserved of $50.00')

    await user.click(screen.getByRole('button', { name: 'Change Everything, each month' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change the limit' })
    await user.clear(within(dialog).getByLabelText(/^Limit/))
    await user.type(within(dialog).getByLabelText(/^Limit/), '20')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('$7.00 left')).toBeTruthy()
    expect(node.money.budgets).toHaveLength(2)

    await user.click(screen.getByRole('button', { name: 'Remove vendor / Main, each month' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(node.money.budgets.map((one) => one.id)).toEqual(['b1']))
  })

  it('shows the node’s objection to a limit in the dialog', async () => {
    node.next.set('PUT /budgets', () => {
      throw new Refusal(403, 'forbidden', 'Only the owner may set budgets.')
    })
    const { user } = openStudio(node, '/ops/spending')
    await user.click(await screen.findByRole('button', { name: 'Set a budget' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText(/^Limit/), '5')
    await user.click(within(dialog).getByRole('button', { name: 'Set' }))
    expect((await within(dialog).findByRole('alert')).textContent).toBe('Only the owner may set budgets.')
  })

  it('adds up by what is asked, in the time that is asked', async () => {
    node.money.spend = {
      provider: [{ key: 'vendor', name: 'vendor', spent: usd('1.25'), calls: 31 }],
      day: [
        { key: '2026-03-01', name: '2026-03-01', spent: usd('0.25'), calls: 1 },
        { key: '2026-03-02', name: '2026-03-02', spent: usd('1'), calls: 30 },
      ],
    }
    node.money.films = [{ projectId: 'p1', title: 'Tide Pools', seconds: 90, spent: usd('1.25'), perMinute: usd('0.833333') }]
    const { user } = openStudio(node, '/ops/spending')
    const spent = await screen.findByRole('region', { name: 'What was charged' })
    expect((await within(spent).findByRole('row', { name: /vendor/ })).textContent).toContain('$1.25')
    await user.click(within(spent).getByRole('radio', { name: 'Day' }))
    await user.click(within(spent).getByRole('radio', { name: 'Ever' }))
    expect(await within(spent).findByRole('rowheader', { name: '2026-03-02' })).toBeTruthy()
    expect(within(spent).getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['2026-03-02', '2026-03-01'])
    expect(node.money.asked).toContain('?by=day')
    const films = screen.getByRole('region', { name: 'A finished minute' })
    expect((await within(films).findByRole('row', { name: /Tide Pools/ })).textContent).toContain('$0.83')
  })

  it('asks the vendor about a call, and lets a person settle it by the bill', async () => {
    node.money.calls = [call({ id: 'c1' }), call({ id: 'c2', links: {} })]
    const { user } = openStudio(node, '/ops/spending')
    const ask = await screen.findAllByRole('button', { name: /^Ask vendor/ })
    const unknown = screen.getByRole('region', { name: 'Calls that may have been bought' })
    expect(ask).toHaveLength(1)
    await user.click(ask[0] as HTMLElement)
    expect(await within(unknown).findByText('What became of the call is not known to vendor/Main.')).toBeTruthy()
    node.money.vendorSays = 'not bought, says vendor'
    await user.click(within(unknown).getByRole('button', { name: /^Ask vendor/ }))
    expect(await screen.findByText('The call is settled: not bought, says vendor.')).toBeTruthy()

    await user.click(await screen.findByRole('button', { name: 'Settle call c2 to vendor / Main' }))
    const dialog = await screen.findByRole('dialog', { name: 'Was it bought?' })
    expect(within(dialog).getByRole('button', { name: 'Settle' })).toHaveProperty('disabled', true)
    await user.click(within(dialog).getByRole('radio', { name: /was bought/ }))
    await user.clear(within(dialog).getByLabelText(/^Charge/))
    await user.type(within(dialog).getByLabelText(/^Charge/), '0.04')
    await user.type(within(dialog).getByLabelText('Note'), 'bill of May')
    await user.click(within(dialog).getByRole('button', { name: 'Settle' }))
    expect(await screen.findByText('Of every call it is known whether it was bought.')).toBeTruthy()
    expect(node.money.verdicts).toEqual([{ bought: true, charge: { amount: '0.04', currency: 'USD' }, note: 'bill of May' }])
  })

  it('says so where a person may not see it', async () => {
    node.next.set('GET /budgets', () => {
      throw new Refusal(403, 'forbidden', 'Only who operates the node may see its budgets.')
    })
    openStudio(node, '/ops/spending')
    expect(await screen.findByText('You may not see this')).toBeTruthy()
    expect(screen.getByText('Only who operates the node may see its budgets.')).toBeTruthy()
  })

  it.each([
    ['10', '3', '1', 'open', 6],
    ['10', '8', '0.5', 'tight', 1.5],
    ['10', '9.9', '0.1', 'full', 0],
    ['1', '1.25', '0', 'full', -0.25],
    ['0', '0', '0', 'full', 0],
  ])('of a limit of %s, %s spent and %s reserved is %s', (limit, spent, reserved, state, room) => {
    const found = standing(budget({ id: 'b', limit: usd(limit), spent: usd(spent), reserved: usd(reserved) }))
    expect(found).toMatchObject({ state, room })
    expect(found.spentShare + found.reservedShare).toBeLessThanOrEqual(1)
  })

  it('reads amounts and spans as people mean them', () => {
    expect(readAmount(' 12,50 ')).toBe('12.50')
    expect(readAmount('1e3')).toBeUndefined()
    expect(readAmount('-1')).toBeUndefined()
    const now = Date.UTC(2026, 2, 1, 10)
    expect(firstDay('today', now)).toBe('2026-03-01')
    expect(firstDay('month', now)).toBe('2026-03-01')
    expect(firstDay('days30', now)).toBe('2026-01-31')
    expect(firstDay('all', now)).toBe('')
  })
})

describe('queues', () => {
  it('show what waits and who works, are held and resumed', async () => {
    node.work.queues = node.work.queues.map((queue) =>
      queue.queue === 'export' ? { ...queue, waiting: 3, running: 1, dead: 2, waitedSeconds: 725 } : queue,
    )
    node.work.workers = [
      ...node.work.workers,
      { node: 'node-b', queues: [{ queue: 'export', atOnce: 4 }], rates: [], since: '2026-03-01T10:00:00Z', silentSeconds: 1 },
      { node: 'node-c', queues: [{ queue: 'export', atOnce: 9 }], rates: [], since: '2026-03-01T10:00:00Z', silentSeconds: 50 },
    ]
    const { user } = openStudio(node, '/ops/queues')
    const queues = await screen.findByRole('region', { name: 'The five queues' })
    const row = (await within(queues).findByText('Export')).closest('li') as HTMLElement
    await waitFor(() => expect(row.textContent).toContain('1 of 6'))
    expect(row.textContent).toContain('12 min')
    await user.click(screen.getByRole('button', { name: 'Hold Export' }))
    expect(await screen.findByText('Export hands out nothing now.')).toBeTruthy()
    expect(within(row).getByText('Held')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Resume Export' }))
    await waitFor(() => expect(node.work.queues.some((queue) => queue.paused)).toBe(false))

    expect(screen.getByRole('row', { name: /node-c/ }).textContent).toContain('silent for 50 s')
    expect(screen.getByRole('row', { name: /Remove jobs that ended/ }).textContent).toContain('not yet')
  })

  it('hand given-up jobs to a person: input, retry, discard', async () => {
    const given = { state: 'dead' as const, error: 'The paint is out.', attempts: 5, queue: 'export' as const }
    node.jobs = [
      job({ id: 'j1', kind: 'export.render', title: 'Render it', input: { preset: 'hd' }, links: { discard: '/jobs/j1' }, ...given }),
      job({ id: 'j2', kind: 'production.compose', title: 'Compose', parentId: 'p', links: {}, ...given }),
    ]
    const { user } = openStudio(node, '/ops/queues')
    const dead = await screen.findByRole('region', { name: 'Given up' })
    expect(await within(dead).findAllByText('The paint is out.')).toHaveLength(2)
    await user.click(within(dead).getByRole('button', { name: 'Input of Render it' }))
    expect((await within(dead).findByLabelText('Input of Render it', { selector: 'pre' })).textContent).toContain('"preset": "hd"')
    expect(within(dead).queryByRole('button', { name: 'Discard Compose' })).toBeNull()

    await user.click(within(dead).getByRole('button', { name: 'Retry Compose' }))
    expect(await screen.findByText('“Compose” is tried again.')).toBeTruthy()
    await user.click(within(dead).getByRole('button', { name: 'Discard Render it' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Discard' }))
    expect(await within(dead).findByText('No job was given up.')).toBeTruthy()
    expect(node.jobs.map((one) => one.id)).toEqual(['j2'])
  })

  it('know rates by kind, and nodes that have others', () => {
    const worker = (rates: Schemas['Worker']['rates']): Schemas['Worker'] => ({
      node: 'n',
      queues: [],
      rates,
      since: '',
      silentSeconds: 0,
    })
    const often = { kind: 'b', begins: 5, seconds: 60 }
    expect(ratesOf([worker([often, { kind: 'a', begins: 1, seconds: 1 }]), worker([often])])).toEqual([
      { kind: 'a', begins: 1, seconds: 1, differs: true },
      { ...often, differs: false },
    ])
  })
})

describe('notifications', () => {
  it('are sent to an address that is added, whose secret is shown once', async () => {
    const { user } = openStudio(node, '/settings/notifications')
    await user.click(await screen.findByRole('button', { name: 'Add an address' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add an address' })
    await user.click(within(dialog).getByRole('button', { name: 'Add' }))
    expect(await within(dialog).findByText('E-mail address is needed.')).toBeTruthy()
    await user.click(within(dialog).getByRole('radio', { name: 'Webhook' }))
    node.next.set('POST /notifications/addresses', () => {
      throw new Refusal(400, 'invalid', 'Webhooks may not go to ‘example.net’.', 'target')
    })
    await user.type(within(dialog).getByLabelText(/^URL/), 'https://example.net/x')
    await user.click(within(dialog).getByRole('button', { name: 'Add' }))
    expect(await within(dialog).findByText('Webhooks may not go to ‘example.net’.')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Add' }))
    const secret = await screen.findByRole('dialog', { name: 'Keep the signing secret' })
    expect(within(secret).getByLabelText<HTMLInputElement>('Signing secret').value).toBe('whsec_c2VjcmV0')
    await user.click(within(secret).getByRole('button', { name: 'I have kept it' }))
    expect(await screen.findByText('https://example.net/x')).toBeTruthy()
  })

  it('are tested, with what became of it, and removed', async () => {
    node.work.addresses = [
      { id: 'n1', channel: 'webhook', target: 'https://hooks.example.org/', createdAt: '2026-03-01T10:00:00Z', links: {} },
    ]
    const { user } = openStudio(node, '/settings/notifications')
    await user.click(await screen.findByRole('button', { name: 'Send a test to https://hooks.example.org/' }))
    const latest = await screen.findByRole('list', { name: 'Latest messages' })
    expect(within(latest).getByText('Not taken')).toBeTruthy()
    expect(within(latest).getByText('hooks.example.org answered the webhook with 410')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Remove https://hooks.example.org/' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText('Nobody is told yet')).toBeTruthy()
  })
})

describe('routing rules', () => {
  it('bound price, regions and providers', async () => {
    node.addProject()
    node.scripts.set('p1', {
      id: 's',
      projectId: 'p1',
      format: 'fountain',
      fileName: '',
      text: 'INT. A - DAY',
      version: 1,
      createdAt: '',
      links: {},
    })
    const offer = (plugin: string): Schemas['ProviderOffer'] => ({
      id: plugin,
      capability: 'ImageGenerator',
      plugin,
      account: '',
      offer: 'std',
      title: plugin,
      circuit: 'closed',
      successRate: 1,
      calls: 0,
      share: 1,
      latencies: {},
      probes: 0,
      hedges: 0,
      waitSeconds: 0,
      explanation: '',
    })
    node.offers = [offer('harbor'), offer('northlight')]
    const { user } = openStudio(node, '/p/p1/generate')
    await user.click(await screen.findByText('Who is asked'))
    const price = await screen.findByLabelText(/^Most for one answer/)
    await user.type(price, 'cheap{Enter}')
    expect(await screen.findByText(/Give an amount such as/)).toBeTruthy()
    await user.clear(price)
    await user.type(price, '0.40{Enter}')
    await waitFor(() => expect(node.routing.get('p1')).toMatchObject({ mostExpensive: { amount: '0.40', currency: 'USD' } }))
    await user.type(await screen.findByLabelText('Regions'), 'us eu{Enter}')
    await waitFor(() => expect(node.routing.get('p1')?.regions).toEqual(['eu', 'us']))

    await user.click(await screen.findByRole('checkbox', { name: 'northlight' }))
    await waitFor(() => expect(node.routing.get('p1')?.denied).toEqual(['northlight']))
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'harbor' })).toHaveProperty('disabled', true))
    await user.click(screen.getByRole('switch', { name: /And who is installed later/ }))
    await waitFor(() => expect(node.routing.get('p1')).toMatchObject({ allowed: ['harbor'], denied: [] }))
    await user.click(await screen.findByRole('checkbox', { name: 'northlight' }))
    await waitFor(() => expect(node.routing.get('p1')?.allowed).toEqual(['harbor', 'northlight']))
    await user.selectOptions(screen.getByLabelText('What decides'), 'Only northlight')
    await waitFor(() => expect(node.routing.get('p1')).toMatchObject({ policy: 'pinned', pinned: 'northlight' }))
    await user.selectOptions(screen.getByLabelText('What decides'), 'The cheapest')
    await waitFor(() => expect(node.routing.get('p1')).not.toHaveProperty('pinned'))
  })
})
