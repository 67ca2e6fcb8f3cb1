import { create } from 'zustand'
import { storage } from './storage'

const KEY = 'evergreen.redo'

/** When another picture was asked for a shot, by project and shot, as ISO 8601 times. The node knows it too; this is for the eye. */
type Asked = Record<string, Record<string, string>>

export const useRedo = create<{ asked: Asked }>(() => ({ asked: read() }))

function read(): Asked {
  try {
    return JSON.parse(storage.get(KEY) ?? '{}') as Asked
  } catch {
    // Not ours or torn: only marks are lost.
    return {}
  }
}

export function rememberRedo(projectId: string, shotId: string, at: Date): void {
  const { asked } = useRedo.getState()
  const next = { ...asked, [projectId]: { ...asked[projectId], [shotId]: at.toISOString() } }
  storage.set(KEY, JSON.stringify(next))
  useRedo.setState({ asked: next })
}
