import type { Kind } from './draft'
import type { Json, JsonObject } from './json'

/** Where a clip stands: `before` is, among clips of one start, the clip that follows. */
export type Place = { track: string; start: number; before: string | null }

/**
 * What every command comes down to: one small change that knows what it found, so that it can be undone exactly, and so that it can tell
 * when somebody else has changed the same.
 */
export type Operation =
  | { op: 'set'; id: string; property: string; from: Json; to: Json }
  | { op: 'insert'; track: string; clip: JsonObject; before: string | null }
  | { op: 'remove'; track: string; clip: JsonObject; before: string | null }
  | { op: 'move'; id: string; from: Place; to: Place }
  | { op: 'ripple'; tracks: string[]; fromFrame: number; frames: number; fromSample: number; samples: number }
  | { op: 'insert-track'; kind: Kind; index: number; track: JsonObject }
  | { op: 'remove-track'; kind: Kind; index: number; track: JsonObject }
  | { op: 'move-track'; kind: Kind; id: string; from: number; to: number }

export function inverse(operation: Operation): Operation {
  switch (operation.op) {
    case 'set':
    case 'move':
    case 'move-track':
      return { ...operation, from: operation.to, to: operation.from } as Operation
    case 'insert':
      return { ...operation, op: 'remove' }
    case 'remove':
      return { ...operation, op: 'insert' }
    case 'ripple':
      return {
        ...operation,
        fromFrame: operation.fromFrame + operation.frames,
        frames: 0 - operation.frames,
        fromSample: operation.fromSample + operation.samples,
        samples: 0 - operation.samples,
      }
    case 'insert-track':
      return { ...operation, op: 'remove-track' }
    case 'remove-track':
      return { ...operation, op: 'insert-track' }
  }
}

/** The inverses, last first. */
export function inverses(operations: readonly Operation[]): Operation[] {
  return operations.map(inverse).toReversed()
}
