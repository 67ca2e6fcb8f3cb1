import type { Schemas } from '@/api/client'

type Job = Schemas['Job']

/** Who made what a step asked for. */
export interface Service {
  provider: string
  cached: boolean
}

/** Steps of one kind, which a person sees as one line. */
export interface StepGroup {
  kind: string
  steps: Job[]
  done: number
  /** 0 to 100 over all its steps. */
  progress: number
  state: 'waiting' | 'running' | 'parked' | 'done' | 'failed' | 'cancelled'
  services: Service[]
}

/** Who served the step, as its result says; empty before it succeeded and for what the engine does itself. */
export function servicesOf(step: Job): Service[] {
  const bill = step.output['bill']
  if (!Array.isArray(bill)) return []
  return (bill as { provider?: unknown; cached?: unknown }[]).flatMap((line) =>
    typeof line.provider === 'string' && line.provider !== '' ? [{ provider: line.provider, cached: line.cached === true }] : [],
  )
}

function stateOf(steps: readonly Job[]): StepGroup['state'] {
  const has = (...states: Job['state'][]) => steps.some((step) => states.includes(step.state))
  if (steps.every((step) => step.state === 'succeeded')) return 'done'
  if (has('failed', 'dead')) return 'failed'
  if (has('running', 'pending')) return 'running'
  if (has('parked')) return 'parked'
  if (has('cancelled')) return 'cancelled'
  // Some are done and the rest waits for its turn.
  return has('succeeded') ? 'running' : 'waiting'
}

/** Gathers steps by kind, in the order in which the kinds first appear. */
export function groupSteps(steps: readonly Job[]): StepGroup[] {
  const kinds = new Map<string, Job[]>()
  for (const step of steps) {
    const known = kinds.get(step.kind)
    if (known === undefined) kinds.set(step.kind, [step])
    else known.push(step)
  }
  return [...kinds].map(([kind, members]) => {
    const services = new Map<string, Service>()
    for (const service of members.flatMap(servicesOf)) {
      const seen = services.get(service.provider)
      services.set(service.provider, { ...service, cached: service.cached && (seen?.cached ?? true) })
    }
    return {
      kind,
      steps: members,
      done: members.filter((step) => step.state === 'succeeded').length,
      progress: members.reduce((sum, step) => sum + (step.state === 'succeeded' ? 100 : step.progress), 0) / members.length,
      state: stateOf(members),
      services: [...services.values()],
    }
  })
}
