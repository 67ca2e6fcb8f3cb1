import '@/i18n/rooms'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Clapperboard, FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { productionQuery, productionsQuery, projectQuery, scriptQuery } from '@/api/queries'
import { buttonLook } from '@/components/button'
import { Empty, Failure, Loading, Skeleton } from '@/components/states'
import { useNow } from '@/lib/clock'
import { ago } from '@/lib/format'
import { ChoicesPanel } from './choices-panel'
import { EstimatePanel } from './estimate-panel'
import { MakeButton } from './make-button'
import { RoutingPanel } from './routing-panel'
import { RunView } from './run-view'

function Runs({ projectId, current }: { projectId: string; current: string }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const navigate = useNavigate()
  const runs = useQuery(productionsQuery(projectId))
  if ((runs.data?.length ?? 0) < 2) return null
  return (
    <label className="flex items-center gap-2 text-muted">
      <span className="whitespace-nowrap">{t('run.earlier')}</span>
      <select
        className="field select-field max-w-64"
        value={current}
        onChange={(event) => void navigate({ to: '/p/$projectId/generate', params: { projectId }, search: { run: event.target.value } })}
      >
        {runs.data?.map((run, index) => (
          <option key={run.id} value={run.id}>
            {t('run.name', {
              number: (runs.data?.length ?? 0) - index,
              state: t(`run.state.${run.job.state}`),
              when: ago(run.job.createdAt, now, i18n.language),
            })}
          </option>
        ))}
      </select>
    </label>
  )
}

function Stage({ projectId }: { projectId: string }) {
  const { t } = useTranslation()
  const { run } = useSearch({ from: '/p/$projectId/generate' })
  const runs = useQuery(productionsQuery(projectId))
  const script = useQuery(scriptQuery(projectId))
  const chosen = run ?? runs.data?.[0]?.id
  const production = useQuery({ ...productionQuery(chosen ?? ''), enabled: chosen !== undefined })

  if (runs.isError) return <Failure title={t('run.failed')} message={runs.error.message} onRetry={() => void runs.refetch()} />
  if (runs.isPending || script.isPending || (chosen !== undefined && production.isPending)) {
    return (
      <Loading label={t('loading')}>
        <Skeleton className="aspect-video w-full" />
        <Skeleton className="mt-4 h-40 w-full" />
      </Loading>
    )
  }
  if (chosen === undefined) {
    const params = { projectId }
    return (
      <div className="panel room-glow grid min-h-96 place-items-center">
        {script.data === null ? (
          <Empty
            icon={<FileText />}
            title={t('run.noScript')}
            actions={
              <Link className={buttonLook({ tone: 'primary', size: 'md' })} to="/p/$projectId/script" params={params}>
                {t('run.toScript')}
              </Link>
            }
          >
            {t('run.noScriptText')}
          </Empty>
        ) : (
          <Empty icon={<Clapperboard />} title={t('run.none')}>
            {t('run.noneText')}
          </Empty>
        )}
      </div>
    )
  }
  if (production.data === undefined) {
    return <Failure title={t('run.failed')} message={production.error?.message ?? ''} onRetry={() => void production.refetch()} />
  }
  return (
    <>
      <div className="mb-3 flex justify-end empty:hidden">
        <Runs projectId={projectId} current={chosen} />
      </div>
      <RunView key={chosen} projectId={projectId} production={production.data} />
    </>
  )
}

/** Choose how the film shall be, make it, watch it being made, see it. */
export function GenerateRoom() {
  const { t } = useTranslation()
  const { projectId } = useParams({ from: '/p/$projectId' })
  const project = useQuery(projectQuery(projectId))
  if (project.data === undefined) return null
  return (
    <div className="mx-auto grid max-w-7xl items-start gap-6 px-4 py-6 md:px-6 lg:grid-cols-[320px_minmax(0,1fr)]">
      <title>{t('generate.pageTitle', { title: project.data.title })}</title>
      <section aria-label={t('choices.title')} className="panel order-last flex flex-col p-5 lg:sticky lg:top-6 lg:order-none">
        <h2 className="mb-4 font-semibold text-base">{t('choices.title')}</h2>
        <ChoicesPanel project={project.data} />
        <MakeButton projectId={projectId} className="mt-6 w-full max-lg:hidden" />
      </section>
      <div className="min-w-0">
        <Stage projectId={projectId} />
        <EstimatePanel projectId={projectId} />
        <RoutingPanel projectId={projectId} />
      </div>
      <div className="sticky bottom-0 z-10 order-last -mx-4 border-line border-t bg-surface px-4 py-3 md:-mx-6 md:px-6 lg:hidden">
        <MakeButton projectId={projectId} className="w-full" />
      </div>
    </div>
  )
}
