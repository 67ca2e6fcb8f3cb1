import { Outlet } from '@tanstack/react-router'
import { WifiOff } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '@/api/events'
import { useAfter } from '@/lib/clock'
import { Rail } from './rail'

const Keys = lazy(() => import('./keys'))
const Toasts = lazy(async () => ({ default: (await import('@/components/toasts')).Toasts }))

/** Says so when the node is away for longer than a blink. */
function AwayText() {
  const { t } = useTranslation()
  if (!useAfter(1500)) return null
  return (
    <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-2 text-center text-warn">
      <WifiOff className="size-4 shrink-0" aria-hidden="true" />
      {t('shell.away')}
    </p>
  )
}

function AwayBanner() {
  const state = useLive((live) => live.state)
  return <div role="status">{state === 'away' && <AwayText />}</div>
}

export function Shell() {
  const { t } = useTranslation()
  const [help, setHelp] = useState(false)
  return (
    <div className="flex h-full flex-col md:flex-row">
      <a
        href="#room"
        className="absolute start-2 top-2 z-50 -translate-y-16 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {t('shell.skip')}
      </a>
      <Rail onHelp={() => setHelp(true)} />
      <div className="order-first flex min-h-0 min-w-0 flex-1 flex-col md:order-none">
        <AwayBanner />
        <main id="room" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
          <Outlet />
        </main>
      </div>
      <Suspense>
        <Keys help={help} onHelp={setHelp} />
        <Toasts />
      </Suspense>
    </div>
  )
}
