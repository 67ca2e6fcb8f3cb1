import { clipCommands, SHAPES } from './commands/clips'
import { cutCommands } from './commands/cuts'
import { effectCommands } from './commands/effects'
import type { Planner, Planners } from './commands/planner'
import { sceneCommands } from './commands/scenes'
import { textCommands } from './commands/texts'
import { trackCommands } from './commands/tracks'
import { Draft, type Kind } from './draft'
import { checkInvariants } from './invariants'
import { type JsonObject, objects, Refused, text } from './json'
import { inverses, type Operation } from './operations'
import { checkCommand, checkShape } from './schema'

export type { Json, JsonObject } from './json'
export { commandNames } from './schema'

export interface Applied {
  timeline: JsonObject
  /** One command that undoes all of it exactly; undefined where nothing changed. */
  inverse: JsonObject | undefined
}

/** Commands of which at least one was refused; nothing was applied. */
export class Rejected extends Error {
  /** Why, by the position of the command. */
  readonly reasons: ReadonlyMap<number, string>

  constructor(reasons: ReadonlyMap<number, string>) {
    super([...reasons.values()].join(' '))
    this.reasons = reasons
  }
}

const planners: Planners = {
  ...clipCommands,
  ...cutCommands,
  ...effectCommands,
  ...textCommands,
  ...trackCommands,
  ...sceneCommands,
  restore: (command, draft) => {
    for (const operation of command['operations'] as unknown as readonly Operation[]) {
      if (operation.op === 'insert') shape(draft.track(operation.track).kind, operation.clip)
      else if (operation.op === 'insert-track') for (const clip of objects(operation.track, 'clips')) shape(operation.kind, clip)
      draft.run(operation)
      const changed = operation.op === 'set' ? draft.find(operation.id) : undefined
      if (changed !== undefined) shape(changed.track.kind, changed.clip)
    }
  },
}

function shape(kind: Kind, clip: JsonObject): void {
  checkShape(SHAPES[kind], 'restore.clip', clip)
}

/**
 * Applies commands to a timeline as the node does, so that the studio can show an edit before the node has answered.
 *
 * @throws Rejected naming each command that makes no sense
 */
export function applyCommands(timeline: JsonObject, commands: readonly JsonObject[]): Applied {
  let draft = Draft.of(timeline)
  const operations: Operation[] = []
  const reasons = new Map<number, string>()
  commands.forEach((command, index) => {
    const next = draft.copy()
    try {
      checkCommand(command)
      plannerOf(text(command, 'command'))(command, next)
      checkInvariants(next)
      operations.push(...next.log)
      draft = next
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused
      reasons.set(index, refused.message)
    }
  })
  if (reasons.size > 0) throw new Rejected(reasons)
  const inverse = operations.length === 0 ? undefined : { command: 'restore', operations: inverses(operations) }
  return { timeline: draft.tree(), inverse: inverse as unknown as JsonObject | undefined }
}

function plannerOf(name: string): Planner {
  const planner = planners[name]
  if (planner === undefined) throw new TypeError(`the schema has a command ${name} that the studio does not know`)
  return planner
}
