import { create } from 'zustand'
import { storage } from './storage'

const KEY = 'evergreen.shortcuts'

/** Shortcuts of one key can be turned off: they get in the way of speech input (WCAG 2.1.4). */
export const useShortcuts = create<{ single: boolean; allow: (single: boolean) => void }>((set) => ({
  single: storage.get(KEY) !== 'off',
  allow: (single) => {
    storage.set(KEY, single ? null : 'off')
    set({ single })
  },
}))
