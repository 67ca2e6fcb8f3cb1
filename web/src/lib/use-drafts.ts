import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { storeScript } from '@/api/commands'
import { adopt, type Draft, Drafts, type ScriptDraft } from './drafts'

let drafts: Drafts | undefined

/** The page's drafts. */
export function useDrafts(): Drafts {
  const queries = useQueryClient()
  drafts ??= new Drafts({
    put: storeScript,
    onStored: adopt(queries),
    rest: 800,
    again: 4000,
  })
  return drafts
}

/** Begins anew, as a page does that was loaded again. */
export function forgetDrafts(): void {
  drafts = undefined
}

/** The project's draft, or undefined while the script was not opened. */
function useDraft(projectId: string): ScriptDraft | undefined {
  const all = useDrafts()
  return useSyncExternalStore(
    (changed) => all.onOpened(changed),
    () => all.find(projectId),
  )
}

const never = () => () => undefined

/** The state of the project's draft, or undefined while the script was not opened. */
export function useDraftState(projectId: string): Draft['state'] | undefined {
  const store = useDraft(projectId)?.store
  return useSyncExternalStore(store?.subscribe ?? never, () => store?.getState().state)
}
