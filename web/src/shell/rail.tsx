import { Link } from '@tanstack/react-router'
import { Clapperboard, Gauge, Keyboard, type LucideIcon, Monitor, Moon, Settings, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Theme, useTheme } from '@/lib/theme'
import { Mark } from './mark'

const place =
  'group flex min-w-16 flex-col items-center gap-1 rounded-md px-1 py-2 text-xs text-muted transition-colors duration-[120ms] hover:bg-hover hover:text-text data-[status=active]:text-text'

function Place({ to, icon: Icon, label }: { to: '/projects' | '/settings' | '/ops'; icon: LucideIcon; label: string }) {
  return (
    <Link to={to} className={place}>
      <span className="grid h-8 w-12 place-items-center rounded-full transition-colors duration-[120ms] group-data-[status=active]:bg-accent-soft group-data-[status=active]:text-accent">
        <Icon className="size-5" aria-hidden="true" />
      </span>
      {label}
    </Link>
  )
}

const order: Record<Theme, Theme> = { system: 'dark', dark: 'light', light: 'system' }
const icons: Record<Theme, LucideIcon> = { system: Monitor, dark: Moon, light: Sun }

/** The ways into the studio: at the side, on narrow screens along the bottom. */
export function Rail({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation()
  const { theme, choose } = useTheme()
  const Icon = icons[theme]
  return (
    <nav
      aria-label={t('shell.places')}
      className="flex shrink-0 items-center justify-around gap-1 border-line border-t bg-surface px-2 py-1 md:w-20 md:flex-col md:justify-start md:border-e md:border-t-0 md:py-4"
    >
      <Link to="/projects" aria-label={t('shell.home')} className="mb-4 hidden rounded-md p-1 md:block">
        <Mark className="size-9" />
      </Link>
      <Place to="/projects" icon={Clapperboard} label={t('shell.projects')} />
      <Place to="/settings" icon={Settings} label={t('shell.settings')} />
      <Place to="/ops" icon={Gauge} label={t('shell.operate')} />
      <div className="flex gap-1 md:mt-auto md:flex-col md:items-center">
        <button
          type="button"
          onClick={onHelp}
          aria-label={t('shell.shortcuts')}
          title={t('shell.shortcuts')}
          className="hidden size-10 place-items-center rounded-md text-muted hover:bg-hover hover:text-text md:grid"
        >
          <Keyboard className="size-5" aria-hidden="true" />
        </button>
        <button
          type="button"
          onClick={() => choose(order[theme])}
          aria-label={t('shell.theme', { theme: t(`shell.themes.${theme}`) })}
          title={t('shell.theme', { theme: t(`shell.themes.${theme}`) })}
          className="grid size-10 place-items-center rounded-md text-muted hover:bg-hover hover:text-text"
        >
          <Icon className="size-5" aria-hidden="true" />
        </button>
      </div>
    </nav>
  )
}
