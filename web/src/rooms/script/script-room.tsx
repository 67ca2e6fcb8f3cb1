import '@/i18n/rooms'
import '@fontsource/courier-prime/latin-400.css'
import '@fontsource/courier-prime/latin-700.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { scriptQuery } from '@/api/queries'
import { Failure, Loading, Skeleton } from '@/components/states'
import { useDrafts } from '@/lib/use-drafts'
import { ScriptDesk } from './script-desk'

function Opened({ projectId, script }: { projectId: string; script: Schemas['Script'] | null }) {
  const draft = useDrafts().open(projectId, script)
  return <ScriptDesk projectId={projectId} draft={draft} />
}

/** Write, and see it divide. */
export function ScriptRoom() {
  const { t } = useTranslation()
  const { projectId } = useParams({ from: '/p/$projectId' })
  const script = useQuery(scriptQuery(projectId))
  if (script.isPending) {
    return (
      <Loading label={t('loading')}>
        <div className="grid gap-6 p-6 lg:grid-cols-[240px_minmax(0,1fr)_260px]">
          <Skeleton className="h-72" />
          <Skeleton className="h-[70vh]" />
          <Skeleton className="h-72" />
        </div>
      </Loading>
    )
  }
  if (script.isError) {
    return (
      <div className="mx-auto max-w-2xl p-8">
        <Failure title={t('script.failed')} message={script.error.message} onRetry={() => void script.refetch()} />
      </div>
    )
  }
  return <Opened key={projectId} projectId={projectId} script={script.data} />
}
