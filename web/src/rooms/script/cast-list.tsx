import { useTranslation } from 'react-i18next'
import type { DividedCharacter } from './division'

/** Six hues that are apart in both themes; a character keeps its own by its name. */
const hues = ['bg-accent', 'bg-info', 'bg-warn', 'bg-danger', 'bg-muted', 'bg-edge']

function hueOf(name: string): string {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return hues[sum % hues.length] ?? 'bg-muted'
}

/** Who speaks, and how often. */
export function CastList({ characters }: { characters: readonly DividedCharacter[] }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...characters.map((character) => character.lines))
  return (
    <ul aria-label={t('script.cast')} className="flex flex-col gap-3">
      {characters.map((character) => (
        <li key={character.name}>
          <div className="flex items-baseline justify-between gap-2">
            <span className="flex min-w-0 items-center gap-2">
              <span className={`size-2 shrink-0 rounded-full ${hueOf(character.name)}`} aria-hidden="true" />
              <span className="truncate font-medium">{character.name}</span>
            </span>
            <span className="numbers shrink-0 text-muted text-xs">{t('script.lines', { count: character.lines })}</span>
          </div>
          <div className="mt-1.5 h-1 overflow-hidden rounded-full bg-hover" aria-hidden="true">
            <div className={`h-full rounded-full ${hueOf(character.name)}`} style={{ width: `${(100 * character.lines) / most}%` }} />
          </div>
        </li>
      ))}
    </ul>
  )
}
