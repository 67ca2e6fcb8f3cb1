import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { storeScript } from '@/api/commands'
import { adopt, type Draft, Drafts } from './drafts'

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

const nothing = () => () => undefined

/** The state of the project's draft, or undefined while the script was not opened. */
export function useDraftState(projectId: string): Draft | undefined {
  const draft = useDrafts().find(projectId)
  return useSyncExternalStore(
    (changed) => draft?.store.subscribe(changed) ?? nothing(),
    () => draft?.store.getState(),
  )
}
