import { create } from 'zustand'
import { storage } from './storage'

export type Theme = 'system' | 'dark' | 'light'

// The same key as in public/theme.js.
const KEY = 'evergreen.theme'

function known(value: string | null): Theme {
  return value === 'dark' || value === 'light' ? value : 'system'
}

export const useTheme = create<{ theme: Theme; choose: (theme: Theme) => void }>((set) => ({
  theme: known(storage.get(KEY)),
  choose: (theme) => {
    storage.set(KEY, theme === 'system' ? null : theme)
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
    set({ theme })
  },
}))
