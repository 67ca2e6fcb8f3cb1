import type { Schemas } from '@/api/client'
import { money } from '@/lib/format'

type Budget = Schemas['Budget']

/** How a budget stands; shares are of its limit, 0 to 1. Negative room: the limit was lowered below what is used. */
export interface Standing {
  spentShare: number
  reservedShare: number
  /** What calls may still cost; below zero by how much it is passed. */
  room: number
  text: string
  state: 'open' | 'tight' | 'full'
}

/** Of this share of a budget used, people want to know before it is used up. */
const TIGHT = 0.8

export function standing(budget: Budget): Standing {
  const limit = Number(budget.limit.amount)
  const spent = Number(budget.spent.amount)
  const reserved = Number(budget.reserved.amount)
  // Binary fractions leave crumbs, and minus nothing is nothing.
  const room = Number((limit - spent - reserved).toFixed(6)) + 0
  const share = (amount: number) => (limit === 0 ? 1 : Math.min(1, amount / limit))
  const spentShare = share(spent)
  return {
    spentShare,
    reservedShare: Math.min(1 - spentShare, share(reserved)),
    room,
    text: money(Math.abs(room), budget.limit.currency),
    state: room <= 0 ? 'full' : spent + reserved >= TIGHT * limit ? 'tight' : 'open',
  }
}

/** A day as the API names it, so many days after today, in UTC. */
export function day(now: number, offset = 0): string {
  return new Date(now + offset * 86_400_000).toISOString().slice(0, 10)
}

export type Span = 'today' | 'month' | 'days30' | 'all'

/** The first day of a span, in UTC; empty for no bound. */
export function firstDay(span: Span, now: number): string {
  switch (span) {
    case 'today':
      return day(now)
    case 'month':
      return `${day(now).slice(0, 7)}-01`
    case 'days30':
      return day(now, -29)
    case 'all':
      return ''
  }
}

/** What people write as an amount: digits, at most six decimal places, with a point or a comma. Undefined where it is none. */
export function readAmount(text: string): string | undefined {
  const plain = text.trim().replace(',', '.')
  return /^[0-9]{1,9}(\.[0-9]{1,6})?$/.test(plain) ? plain : undefined
}
