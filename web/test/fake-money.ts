import type { components } from '@schema'
import { Refusal, type Route } from './fake-node'

type Schemas = components['schemas']

const dollars = (amount: string): Schemas['Money'] => ({ amount, currency: 'USD', text: `$${Number(amount).toFixed(2)}` })

export function budget(values: Partial<Schemas['Budget']> & { id: string; limit: Schemas['Money'] }): Schemas['Budget'] {
  return { period: 'month', reserved: dollars('0'), spent: dollars('0'), links: {}, ...values }
}

export function call(values: Partial<Schemas['Call']> & { id: string }): Schemas['Call'] {
  return {
    capability: 'ImageGenerator',
    plugin: 'vendor',
    account: 'Main',
    offer: 'std',
    state: 'unknown',
    reserved: dollars('0.05'),
    note: 'The node died while sending.',
    createdAt: '2026-03-01T09:00:00Z',
    updatedAt: '2026-03-01T09:00:00Z',
    links: { reconcile: `/calls/${values.id}/reconcile`, lookUp: `/calls/${values.id}/look-up` },
    ...values,
  }
}

/** The money side of the node in memory. */
export class FakeMoney {
  budgets: Schemas['Budget'][] = []
  calls: Schemas['Call'][] = []
  films: Schemas['FilmSpend'][] = []
  /** Lines by what is added up. */
  spend: Record<string, Schemas['Spend'][]> = {}
  /** Queries that sums were asked with, in order. */
  asked: string[] = []
  verdicts: Schemas['Reconciliation'][] = []
  /** What the vendor says of a call; a refusal while it is missing. */
  vendorSays: string | undefined

  readonly routes: Route[] = [
    ['GET', /^\/budgets$/, () => this.budgets],
    ['PUT', /^\/budgets$/, async (request) => this.#limit((await request.json()) as Schemas['BudgetLimit'])],
    ['DELETE', /^\/budgets\/([^/]+)$/, (_, [id]) => this.#remove(id)],
    ['GET', /^\/spend$/, (request) => this.#spent(new URL(request.url))],
    ['GET', /^\/spend\/films$/, () => this.films],
    ['GET', /^\/calls\/unknown$/, () => this.calls],
    ['POST', /^\/calls\/([^/]+)\/look-up$/, (_, [id]) => this.#lookUp(id)],
    ['POST', /^\/calls\/([^/]+)\/reconcile$/, async (request, [id]) => this.#settle(id, (await request.json()) as Schemas['Reconciliation'])],
  ]

  #limit({ period, limit, ...scope }: Schemas['BudgetLimit']): Schemas['Budget'] {
    const same = (one: Schemas['Budget']) =>
      one.period === period && one.projectId === scope.projectId && one.plugin === scope.plugin && one.account === scope.account
    const money = { ...dollars(limit.amount), currency: limit.currency }
    const known = this.budgets.find(same)
    if (known !== undefined) {
      const changed = { ...known, limit: money }
      this.budgets = this.budgets.map((one) => (one === known ? changed : one))
      return changed
    }
    const added = budget({ id: `b${this.budgets.length + 1}`, period, limit: money, ...scope })
    this.budgets = [...this.budgets, added]
    return added
  }

  #remove(id: string | undefined): undefined {
    this.budgets = this.budgets.filter((one) => one.id !== id)
  }

  #spent(address: URL): Schemas['Spend'][] {
    this.asked.push(address.search)
    return this.spend[address.searchParams.get('by') ?? 'provider'] ?? []
  }

  #lookUp(id: string | undefined): Schemas['Call'] {
    if (this.vendorSays === undefined) throw new Refusal(409, 'conflict', 'What became of the call is not known to vendor/Main.', 'call')
    return this.#end(id, { state: 'released', note: this.vendorSays })
  }

  #settle(id: string | undefined, verdict: Schemas['Reconciliation']): Schemas['Call'] {
    this.verdicts.push(verdict)
    return this.#end(id, { state: verdict.bought ? 'settled' : 'released', note: 'says Ada' })
  }

  #end(id: string | undefined, end: Partial<Schemas['Call']>): Schemas['Call'] {
    const found = this.calls.find((one) => one.id === id)
    if (found === undefined) throw new Refusal(404, 'not_found', `There is no call ${id}.`)
    this.calls = this.calls.filter((one) => one !== found)
    return { ...found, ...end, links: {} }
  }
}
