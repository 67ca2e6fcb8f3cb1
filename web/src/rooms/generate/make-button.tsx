import { useQuery } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { accountsQuery } from '@/api/queries'
import { Button } from '@/components/button'
import { useHindrance, useMake } from './make'

/** The button that makes the film. It says what making may cost: nothing without accounts at vendors. */
export function MakeButton({ projectId, className = '', label }: { projectId: string; className?: string; label?: string }) {
  const { t } = useTranslation()
  const note = useId()
  const make = useMake(projectId)
  const { hindrance, madeBefore } = useHindrance(projectId)
  const accounts = useQuery(accountsQuery)
  const paid = accounts.data?.filter((account) => account.enabled).length ?? 0
  return (
    <div className={className}>
      <Button
        tone="primary"
        size="lg"
        className="w-full"
        busy={make.isPending}
        disabled={hindrance !== undefined}
        aria-describedby={note}
        onClick={() => make.mutate()}
      >
        {!make.isPending && <Sparkles aria-hidden="true" />}
        {label ?? t(madeBefore ? 'make.again' : 'make.first')}
      </Button>
      <p id={note} className="mt-2 text-center text-muted text-xs">
        {hindrance === undefined ? t(paid === 0 ? 'make.free' : 'make.accounts', { count: paid }) : t(`make.hindrance.${hindrance}`)}
      </p>
    </div>
  )
}
