import { create } from 'zustand'
import { storage } from './storage'

const KEY = 'evergreen.redo'

/** Shots for which another picture was asked and no film was made since, by project. The node knows them too; this is for the eye. */
export const useRedo = create<{ shots: Record<string, string[]> }>(() => ({ shots: read() }))

function read(): Record<string, string[]> {
  try {
    return JSON.parse(storage.get(KEY) ?? '{}') as Record<string, string[]>
  } catch {
    // Not ours or torn: only marks are lost.
    return {}
  }
}

function keep(shots: Record<string, string[]>): void {
  storage.set(KEY, JSON.stringify(shots))
  useRedo.setState({ shots })
}

export function rememberRedo(projectId: string, shotId: string): void {
  const { shots } = useRedo.getState()
  keep({ ...shots, [projectId]: [...new Set([...(shots[projectId] ?? []), shotId])] })
}

export function forgetRedo(projectId: string): void {
  const { [projectId]: _, ...rest } = useRedo.getState().shots
  keep(rest)
}
