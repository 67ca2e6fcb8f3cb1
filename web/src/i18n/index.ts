import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type rooms from './en.rooms.json'
import shell from './en.shell.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof shell & typeof rooms }
  }
}

/**
 * Every word of the studio comes from here; another language is two more files of the same keys. The shell's words come with the page,
 * the rooms' with the first room.
 */
export const words = createInstance()

void words.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: shell } },
  // React escapes; twice would show entities.
  interpolation: { escapeValue: false },
})
