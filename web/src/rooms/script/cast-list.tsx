import { useTranslation } from 'react-i18next'
import type { DividedCharacter } from './division'

/** Hues that are apart in both themes, by the order in which people first speak. */
const hues = ['bg-accent', 'bg-info', 'bg-warn', 'bg-danger', 'bg-muted']

/** Who speaks, and how often. */
export function CastList({ characters }: { characters: readonly DividedCharacter[] }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...characters.map((character) => character.lines))
  return (
    <ul aria-label={t('script.cast')} className="flex flex-col gap-3">
      {characters.map((character, index) => (
        <li key={character.name}>
          <div className="flex items-baseline justify-between gap-2">
            <span className="flex min-w-0 items-center gap-2">
              <span className={`size-2 shrink-0 rounded-full ${hues[index % hues.length]}`} aria-hidden="true" />
              <span className="truncate font-medium">{character.name}</span>
            </span>
            <span className="numbers shrink-0 text-muted text-xs">{t('script.lines', { count: character.lines })}</span>
          </div>
          <div className="mt-1.5 h-1 overflow-hidden rounded-full bg-hover" aria-hidden="true">
            <div className={`h-full rounded-full ${hues[index % hues.length]}`} style={{ width: `${(100 * character.lines) / most}%` }} />
          </div>
        </li>
      ))}
    </ul>
  )
}
