import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAfter } from '@/lib/clock'
import { Button } from './button'

/** Nothing there yet: one sentence, one way on, and perhaps a sample. Alone on its page its title is the page's heading. */
export function Empty({
  icon,
  title,
  children,
  actions,
  heading: Heading = 'h2',
}: {
  icon: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
  heading?: 'h1' | 'h2'
}) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-14 text-center">
      <div className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent [&_svg]:size-6">{icon}</div>
      <Heading className="text-balance font-semibold text-lg">{title}</Heading>
      {children !== undefined && <div className="max-w-[52ch] text-pretty text-muted">{children}</div>}
      {actions !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}

export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden="true" className={`animate-breathe rounded-md bg-hover ${className}`} />
}

/** The layout to come, in grey, shown after a fifth of a second. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  const shown = useAfter(200)
  return (
    <div aria-busy="true">
      <span className="sr-only">{label}</span>
      {shown && children}
    </div>
  )
}

/** What went wrong, in the server's words, and the way out. */
export function Failure({
  title,
  message,
  onRetry,
  children,
}: {
  title: string
  message: string
  onRetry?: (() => void) | undefined
  children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="flex gap-3 rounded-lg border border-danger/60 bg-danger-soft p-4">
      <CircleAlert className="mt-0.5 size-5 shrink-0 text-danger" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        <p className="mt-0.5 break-words text-muted">{message}</p>
        {children}
        {onRetry !== undefined && (
          <Button className="mt-3" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  )
}
