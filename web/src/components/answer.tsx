import type { UseQueryResult } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/client'
import { Empty, Failure, Loading, Skeleton } from './states'

/** What the node answered; until then the layout to come, and where it refused the reason. */
export function Answer<D>({
  query,
  failed,
  height,
  children,
}: {
  query: UseQueryResult<D>
  /** Says what could not be shown. */
  failed: string
  /** Of the layout to come, as a class. */
  height: string
  children: (data: D) => ReactNode
}) {
  const { t } = useTranslation()
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) {
    return (
      <Loading label={t('loading')}>
        <Skeleton className={height} />
      </Loading>
    )
  }
  const message = query.error?.message ?? ''
  if (query.error instanceof ApiError && query.error.status === 403) {
    return (
      <div className="panel">
        <Empty icon={<LockKeyhole />} title={t('forbidden')}>
          {message}
        </Empty>
      </div>
    )
  }
  return <Failure title={failed} message={message} onRetry={() => void query.refetch()} />
}
