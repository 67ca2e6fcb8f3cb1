import type { Draft } from '../draft'
import type { JsonObject } from '../json'

/** One named command: does to a draft what it says. The command fits its schema. */
export type Planner = (command: JsonObject, draft: Draft) => void

export type Planners = Readonly<Record<string, Planner>>
