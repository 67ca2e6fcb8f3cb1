import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleStop, Download, RotateCcw, Scissors, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { cancelProduction, retryProduction } from '@/api/commands'
import { assetsQuery } from '@/api/queries'
import { Button, buttonLook } from '@/components/button'
import { Progress } from '@/components/progress'
import { Failure } from '@/components/states'
import { say } from '@/components/toasts'
import { useNow } from '@/lib/clock'
import { bytes, clock } from '@/lib/format'
import { downloadAddress, fileAddress } from '@/lib/media'
import { BillTable } from './bill-table'
import { FilmStrip } from './film-strip'
import { StepList } from './step-list'

type Production = Schemas['Production']

/** Counts on from what the node said last, so that the clock moves between two answers. */
function useElapsed(job: Schemas['Job']): number {
  const now = useNow(job.final ? 0 : 1000)
  const start = new Date(job.startedAt ?? job.createdAt).getTime()
  const end = job.completedAt === undefined ? now : new Date(job.completedAt).getTime()
  return Math.max(0, (end - start) / 1000)
}

/** Says the progress at quarters and at the end; more would be noise. */
function Spoken({ production }: { production: Production }) {
  const { t } = useTranslation()
  const quarter = Math.floor(production.job.progress / 25) * 25
  const said = production.job.final
    ? t(`run.ended.${production.job.state}`, { defaultValue: '' })
    : quarter > 0
      ? t('run.quarter', { percent: quarter })
      : ''
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}

function Running({ production }: { production: Production }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { job } = production
  const elapsed = useElapsed(job)
  const cancel = useMutation({
    mutationFn: () => cancelProduction(production.id),
    onSuccess: (answer) => queries.setQueryData(['production', production.id], answer),
    onError: (error) => say('failed', error.message),
  })
  const doing = production.steps.filter((step) => step.state === 'running')
  const stage = doing.length === 0 ? t('run.queued') : doing.map((step) => step.title).join(' · ')
  return (
    <section aria-label={t('run.progress')} className="panel room-glow p-5 md:p-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="font-semibold text-lg">{t('run.making')}</h2>
          <p className="mt-1 line-clamp-2 text-muted">{stage}</p>
        </div>
        <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
          <CircleStop aria-hidden="true" />
          {t('run.cancel')}
        </Button>
      </div>
      <div className="mt-5 flex items-baseline justify-between gap-4">
        <span className="numbers font-semibold text-xl" data-testid="percent">
          {job.progress}%
        </span>
        <span className="numbers text-muted">
          {t('run.elapsed', { time: clock(elapsed) })}
          {production.etaSeconds !== undefined && (
            <>
              {' · '}
              <span data-testid="eta">{t('run.eta', { time: clock(production.etaSeconds) })}</span>
            </>
          )}
        </span>
      </div>
      <Progress label={t('run.progress')} percent={job.progress} className="mt-2 h-2.5" />
    </section>
  )
}

function Film({ production, film }: { production: Production; film: Schemas['Asset'] }) {
  const { t } = useTranslation()
  const [length, setLength] = useState<number>()
  const elapsed = useElapsed(production.job)
  const films = useQuery(assetsQuery(film.projectId, 'film'))
  const size = films.data?.find((one) => one.id === film.id)?.size
  return (
    <section aria-label={t('run.film')} className="panel overflow-hidden">
      {/* Captions are drawn into the picture, and the words are the script's. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        src={fileAddress(film)}
        controls
        playsInline
        preload="metadata"
        aria-label={film.name}
        className="max-h-[68vh] w-full bg-black"
        onLoadedMetadata={(event) => setLength(event.currentTarget.duration)}
      />
      <div className="flex flex-wrap items-center gap-3 p-4">
        <div className="min-w-56 flex-1">
          <h2 className="truncate font-semibold text-base">{film.name}</h2>
          <p className="numbers mt-0.5 text-muted">
            {[
              length === undefined || !Number.isFinite(length) ? undefined : clock(length),
              size === undefined ? undefined : bytes(size),
              t('run.madeIn', { time: clock(elapsed) }),
              production.total.text,
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </p>
        </div>
        <Link className={buttonLook({ size: 'md' })} to="/p/$projectId/edit" params={{ projectId: film.projectId }}>
          <Scissors aria-hidden="true" />
          {t('run.change')}
        </Link>
        <a className={buttonLook({ tone: 'primary', size: 'md' })} href={downloadAddress(film)} download={film.name}>
          <Download aria-hidden="true" />
          {t('run.download')}
        </a>
      </div>
    </section>
  )
}

function Ended({ production }: { production: Production }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { job } = production
  const again = useMutation({
    mutationFn: () => retryProduction(production.id),
    onSuccess: (answer) => {
      queries.setQueryData(['production', production.id], answer)
      if (job.projectId !== undefined) void queries.invalidateQueries({ queryKey: ['project', job.projectId] })
    },
    onError: (error) => say('failed', error.message),
  })
  const button = (
    <Button className="mt-3" busy={again.isPending} onClick={() => again.mutate()}>
      <RotateCcw aria-hidden="true" />
      {t('run.goOn')}
    </Button>
  )
  if (job.state === 'cancelled') {
    return (
      <section className="panel p-5">
        <h2 className="font-semibold text-base">{t('run.cancelled')}</h2>
        <p className="mt-1 text-muted">{t('run.cancelledText', { spent: production.total.text })}</p>
        {button}
      </section>
    )
  }
  const culprit = production.steps.find((step) => (step.state === 'failed' || step.state === 'dead') && step.error !== '')
  return (
    <Failure title={t('run.broken', { step: culprit?.title ?? job.title })} message={culprit?.error ?? job.error}>
      <p className="mt-1 text-muted">{t('run.brokenText', { spent: production.total.text, count: culprit?.attempts ?? 1 })}</p>
      {button}
    </Failure>
  )
}

function Checks({ checks }: { checks: readonly string[] }) {
  const { t } = useTranslation()
  if (checks.length === 0) {
    return (
      <p className="flex items-center gap-2 text-muted">
        <ShieldCheck className="size-4 text-accent" aria-hidden="true" />
        {t('run.checked')}
      </p>
    )
  }
  return (
    <ul className="flex flex-col gap-2 rounded-lg border border-warn/60 bg-warn-soft p-4">
      {checks.map((check) => (
        <li key={check} className="flex gap-2">
          <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden="true" />
          {check}
        </li>
      ))}
    </ul>
  )
}

/** One production: while it runs, when it is done, and when it broke. */
export function RunView({ projectId, production }: { projectId: string; production: Production }) {
  const { job, film } = production
  const succeeded = job.state === 'succeeded'
  return (
    <div className="flex flex-col gap-4" data-testid="run" data-state={job.state}>
      <Spoken production={production} />
      {!job.final && <Running production={production} />}
      {succeeded && film !== undefined && <Film production={production} film={film} />}
      {job.final && !succeeded && <Ended production={production} />}
      {succeeded && <Checks checks={production.checks} />}
      <FilmStrip projectId={projectId} />
      <StepList steps={production.steps} />
      {production.bill.length > 0 && <BillTable production={production} />}
    </div>
  )
}
