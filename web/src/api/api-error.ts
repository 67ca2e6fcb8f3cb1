import type { components } from '@schema'

export type Problem = components['schemas']['Error']

/** A refusal of the node, or a node that did not answer. Its message is for people. */
export class ApiError extends Error {
  readonly status: number
  readonly problems: readonly Problem[]

  constructor(status: number, problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join(' '))
    this.name = 'ApiError'
    this.status = status
    this.problems = problems
  }

  /** Whether no answer came at all: the node is away or the network is. */
  get unreachable(): boolean {
    return this.status === 0
  }
}
