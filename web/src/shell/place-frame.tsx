import '@/i18n/rooms'
import { Link, Outlet } from '@tanstack/react-router'
import { Bell, Coins, KeyRound, Layers, type LucideIcon, Puzzle } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface Tab {
  to: '/settings/accounts' | '/settings/notifications' | '/ops/queues' | '/ops/spending' | '/ops/plugins'
  icon: LucideIcon
  label: string
}

const tab =
  'flex h-9 shrink-0 items-center gap-2 rounded-md px-3 font-medium text-muted transition-colors duration-[120ms] hover:text-text data-[status=active]:bg-hover data-[status=active]:text-text [&_svg]:size-4 data-[status=active]:[&_svg]:text-accent'

/** The rooms of one place beside each other. */
function Frame({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <div className="flex min-h-full flex-col">
      <nav aria-label={label} className="flex gap-1 overflow-x-auto border-line border-b bg-surface px-4 py-2 md:px-5">
        {tabs.map(({ to, icon: Icon, label: name }) => (
          <Link key={to} to={to} className={tab}>
            <Icon aria-hidden="true" />
            {name}
          </Link>
        ))}
      </nav>
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] *:w-full">
        <Outlet />
      </div>
    </div>
  )
}

export function SettingsFrame() {
  const { t } = useTranslation()
  return (
    <Frame
      label={t('shell.settings')}
      tabs={[
        { to: '/settings/accounts', icon: KeyRound, label: t('accounts.title') },
        { to: '/settings/notifications', icon: Bell, label: t('notifications.title') },
      ]}
    />
  )
}

export function OperateFrame() {
  const { t } = useTranslation()
  return (
    <Frame
      label={t('shell.operate')}
      tabs={[
        { to: '/ops/queues', icon: Layers, label: t('queues.title') },
        { to: '/ops/spending', icon: Coins, label: t('spending.title') },
        { to: '/ops/plugins', icon: Puzzle, label: t('plugins.title') },
      ]}
    />
  )
}
