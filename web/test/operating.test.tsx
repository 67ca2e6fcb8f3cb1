// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Schemas } from '@/api/client'
import { byCapability, healthOf, vendorsOf } from '@/rooms/accounts/vendors'
import { FakeNode, free, Refusal } from './fake-node'
import { openStudio } from './studio'

const offer = (values: Partial<Schemas['ProviderOffer']>): Schemas['ProviderOffer'] => ({
  id: 'x',
  capability: 'ImageGenerator',
  plugin: 'vendor',
  account: '',
  offer: 'std',
  title: 'Vendor',
  circuit: 'closed',
  successRate: 1,
  calls: 0,
  share: 1,
  latencies: {},
  probes: 0,
  hedges: 0,
  waitSeconds: 0,
  explanation: 'Free',
  price: { for: 'one picture', eligible: true, reason: 'Free', expected: free },
  ...values,
})

const plugin = (values: Partial<Schemas['Plugin']> = {}): Schemas['Plugin'] => ({
  symbolicName: 'dev.vendor',
  version: '1.1.0',
  bundled: false,
  state: 'active',
  error: '',
  canRollBack: true,
  links: {},
  descriptors: [
    {
      id: 'vendor',
      kind: 'provider',
      title: 'Vendor',
      description: 'Pictures by Vendor.',
      version: '1.1.0',
      tags: [],
      capabilities: ['ImageGenerator'],
      parameters: {
        type: 'object',
        required: ['apiKey'],
        properties: {
          apiKey: { type: 'string', title: 'API key', writeOnly: true, minLength: 8 },
          perMinute: { type: 'integer', default: 60, maximum: 100 },
        },
      },
    },
  ],
  ...values,
})

const account = (id: string, name: string): Schemas['Account'] => ({
  id,
  plugin: 'vendor',
  name,
  enabled: true,
  position: 0,
  settings: { apiKey: 'secret:1' },
  updatedAt: '',
  links: {},
})

let node: FakeNode
beforeEach(() => {
  node = new FakeNode()
  node.plugins = [
    plugin(),
    plugin({ symbolicName: 'dev.plain', descriptors: [{ ...plugin().descriptors[0]!, id: 'plain', title: 'Plain', parameters: {} }] }),
  ]
})

describe('accounts', () => {
  it('are added through a form of the plugin’s own parameters', async () => {
    const { user } = openStudio(node, '/settings/accounts')
    await user.click(await screen.findByRole('button', { name: 'Add an account' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add an account' })
    const key = within(dialog).getByLabelText<HTMLInputElement>(/API key/)
    expect(key.type).toBe('password')
    await user.click(within(dialog).getByRole('button', { name: 'Add' }))
    expect(await within(dialog).findByText('API key is needed.')).toBeTruthy()
    await user.type(key, 'short')
    expect(await within(dialog).findByText('At least 8 characters.')).toBeTruthy()
    await user.type(key, '-long-enough')
    await user.clear(within(dialog).getByLabelText('Per minute'))
    await user.type(within(dialog).getByLabelText('Per minute'), '90')
    await user.click(within(dialog).getByRole('button', { name: 'Add' }))
    await waitFor(() => expect(node.accounts).toHaveLength(1))
    expect(node.accounts[0]).toMatchObject({ plugin: 'vendor', name: 'Main', settings: { apiKey: 'short-long-enough', perMinute: 90 } })
    expect(await screen.findByText('The account is added.')).toBeTruthy()
  })

  it('show the node’s own objections beside the fields', async () => {
    const { user } = openStudio(node, '/settings/accounts')
    await user.click(await screen.findByRole('button', { name: 'Add an account' }))
    const dialog = await screen.findByRole('dialog')
    node.next.set('POST /accounts', () => {
      throw new Refusal(400, 'invalid', 'The key is not one of this vendor.', 'settings.apiKey')
    })
    await user.type(within(dialog).getByLabelText(/API key/), 'wrong-but-long')
    await user.click(within(dialog).getByRole('button', { name: 'Add' }))
    expect(await within(dialog).findByText('The key is not one of this vendor.')).toBeTruthy()
    expect(
      within(dialog)
        .getByLabelText(/API key/)
        .getAttribute('aria-invalid'),
    ).toBe('true')
  })

  it('are tested, ordered without dragging, switched off, changed and removed', async () => {
    node.accounts = [account('a1', 'Main'), account('a2', 'Second')]
    const { user } = openStudio(node, '/settings/accounts')
    await user.click((await screen.findAllByRole('button', { name: 'Test' }))[0] as HTMLElement)
    expect(await screen.findByText('It works: Answered in 12 ms')).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Prefer Main less' }))
    await waitFor(() => expect(node.accounts.map((one) => one.id)).toEqual(['a2', 'a1']))

    await user.click(screen.getByRole('switch', { name: 'Use Main' }))
    await waitFor(() => expect(node.accounts.find((one) => one.id === 'a1')?.enabled).toBe(false))

    await user.click(screen.getByRole('button', { name: 'Change Second' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change “Second”' })
    await user.clear(within(dialog).getByLabelText(/Name/))
    await user.type(within(dialog).getByLabelText(/Name/), 'Studio')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(node.accounts.find((one) => one.id === 'a2')).toMatchObject({ name: 'Studio', settings: { apiKey: 'secret:1' } }),
    )

    await user.click(await screen.findByRole('button', { name: 'Remove Studio' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(node.accounts.map((one) => one.id)).toEqual(['a1']))
  })

  it('stand beside who serves what, with health in words and prices', async () => {
    node.offers = [
      offer({
        id: '1',
        title: 'Painter',
        price: { for: 'one picture', eligible: true, reason: 'Cheapest', expected: { amount: '0.04', currency: 'USD', text: '$0.04' } },
      }),
      offer({
        id: '3',
        title: 'Broken',
        circuit: 'open',
        calls: 4,
        successRate: 0.25,
        price: { for: 'one picture', eligible: false, reason: 'Three failures in a row' },
      }),
      offer({ id: '2', title: 'Vague', price: { for: 'one picture', eligible: true, reason: 'Tells no price' } }),
    ]
    openStudio(node, '/settings/accounts')
    const pictures = await screen.findByRole('region', { name: 'Pictures' })
    const [first, second, third] = within(pictures).getAllByRole('listitem')
    expect(first?.textContent).toContain('Healthy')
    expect(first?.textContent).toContain('$0.04')
    expect(second?.textContent).toContain('Not asked')
    expect(second?.textContent).toContain('Three failures in a row')
    expect(third?.textContent).toContain('price unknown')
  })

  it('are only asked of plugins that have something to set', () => {
    expect(vendorsOf(node.plugins).map((vendor) => vendor.plugin)).toEqual(['vendor'])
    expect(vendorsOf([plugin({ state: 'failed' })])).toEqual([])
  })

  it('list capabilities in the order a film needs them and keep the router’s order within', () => {
    const groups = byCapability([
      offer({ id: '1', capability: 'MusicComposer' }),
      offer({ id: '2', capability: 'ImageGenerator' }),
      offer({ id: '3', capability: 'Zoetrope' }),
      offer({ id: '4', capability: 'ImageGenerator' }),
    ])
    expect(groups.map(([name, offers]) => [name, offers.map((one) => one.id)])).toEqual([
      ['ImageGenerator', ['2', '4']],
      ['MusicComposer', ['1']],
      ['Zoetrope', ['3']],
    ])
  })

  it.each([
    [{}, 'healthy'],
    [{ circuit: 'open' as const }, 'failing'],
    [{ circuit: 'half_open' as const }, 'recovering'],
    [{ coolDownUntil: '2026-03-01T10:00:30Z' }, 'resting'],
    [{ coolDownUntil: '2026-03-01T09:00:00Z' }, 'healthy'],
  ])('call %j %s', (values, health) => expect(healthOf(offer(values), Date.UTC(2026, 2, 1, 10))).toBe(health))
})

describe('plugins', () => {
  it('are listed, rolled back and removed after a question', async () => {
    const { user } = openStudio(node, '/ops/plugins')
    expect(await screen.findByText('Vendor')).toBeTruthy()
    await user.click(screen.getAllByRole('button', { name: 'Roll back' })[0] as HTMLElement)
    expect(await screen.findByText('dev.vendor is back at 1.0.0.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Remove dev.vendor' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(node.plugins.map((one) => one.symbolicName)).toEqual(['dev.plain']))
  })

  it('are enabled again', async () => {
    node.plugins = [plugin({ state: 'disabled', bundled: true })]
    const { user } = openStudio(node, '/ops/plugins')
    await user.click(await screen.findByRole('button', { name: `Enable ${node.plugins[0]!.symbolicName}` }))
    await waitFor(() => expect(node.plugins[0]!.state).toBe('active'))
    expect(await screen.findByText('Active')).toBeTruthy()
  })

  it('say why they do not run, and what bundled ones are', async () => {
    node.plugins = [plugin({ state: 'failed', error: 'It needs dev.evergreen.spi 2.0.', bundled: true })]
    openStudio(node, '/ops/plugins')
    expect(await screen.findByText('It needs dev.evergreen.spi 2.0.')).toBeTruthy()
    expect(screen.getByText('Failed')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Disable dev.vendor' })).toBeTruthy()
  })
})

describe('the shell', () => {
  it('changes the appearance and keeps the choice', async () => {
    const { user } = openStudio(node, '/projects')
    await user.click(await screen.findByRole('button', { name: 'Appearance: as the system' }))
    expect(document.documentElement.dataset['theme']).toBe('dark')
    await user.click(screen.getByRole('button', { name: 'Appearance: dark' }))
    expect(localStorage.getItem('evergreen.theme')).toBe('light')
    await user.click(screen.getByRole('button', { name: 'Appearance: light' }))
    expect(localStorage.getItem('evergreen.theme')).toBeNull()
  })

  it('opens the list of shortcuts by its key, unless single keys are off', async () => {
    const { user } = openStudio(node, '/projects')
    await screen.findByRole('heading', { name: 'Your films' })
    await waitFor(async () => {
      await user.keyboard('{Shift>}?{/Shift}')
      expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy()
    })
    await user.click(screen.getByRole('checkbox', { name: 'Shortcuts of single keys' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }))
    await user.keyboard('{Shift>}?{/Shift}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(localStorage.getItem('evergreen.shortcuts')).toBe('off')
  })
})
