import type { Schemas } from '@/api/client'

type Worker = Schemas['Worker']

/** Nodes give a sign of life every other second; after so many without one something is wrong. */
const SILENT = 15

export function isAlive(worker: Worker): boolean {
  return worker.silentSeconds < SILENT
}

export interface Rate {
  kind: string
  begins: number
  seconds: number
  /** Whether nodes have different rates of the kind, which should be the same everywhere. */
  differs: boolean
}

/** The limits of kinds as the nodes have them, by kind. */
export function ratesOf(workers: readonly Worker[]): Rate[] {
  const rates = new Map<string, Rate>()
  for (const { kind, begins, seconds } of workers.flatMap((worker) => worker.rates)) {
    const known = rates.get(kind)
    if (known === undefined) rates.set(kind, { kind, begins, seconds, differs: false })
    else if (known.begins !== begins || known.seconds !== seconds) known.differs = true
  }
  for (const rate of rates.values()) rate.differs ||= workers.some((worker) => !worker.rates.some(({ kind }) => kind === rate.kind))
  return [...rates.values()].toSorted((a, b) => a.kind.localeCompare(b.kind))
}
