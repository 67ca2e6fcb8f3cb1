import { describe, expect, it } from 'vitest'
import { ago, bytes, clock, money } from '@/lib/format'

describe('figures', () => {
  it.each([
    [0, '0:00'],
    [7.4, '0:07'],
    [65, '1:05'],
    [3723, '1:02:03'],
    [-3, '0:00'],
  ])('%d seconds are %s', (seconds, text) => expect(clock(seconds)).toBe(text))

  it.each([
    [0, '$0.00'],
    [4.1, '$4.10'],
    [0.0125, '$0.01'],
    [0.0042, '$0.0042'],
  ])('%d dollars are %s: a small price never looks like nothing', (amount, text) => expect(money(amount)).toBe(text))

  it.each([
    [999, '999 B'],
    [48_300_000, '48.3 MB'],
    [5_000_000_000_000, '5000.0 GB'],
  ])('%d bytes are %s', (count, text) => expect(bytes(count)).toBe(text))

  it.each([
    [20, 'now'],
    [180, '3 minutes ago'],
    [90_000, 'yesterday'],
  ])('%d seconds back is %s', (back, text) => {
    const now = Date.UTC(2026, 2, 1, 12)
    expect(ago(new Date(now - back * 1000).toISOString(), now, 'en')).toBe(text)
  })
})
