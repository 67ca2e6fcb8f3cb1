import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { discardJob, retryJob } from '@/api/commands'
import { jobQuery } from '@/api/queries'
import { Answer } from '@/components/answer'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { say } from '@/components/toasts'
import { useNow } from '@/lib/clock'
import { ago } from '@/lib/format'

type Job = Schemas['Job']

/** What the job was asked to do, as it was submitted. */
function Input({ id, jobId }: { id: string; jobId: string }) {
  const { t } = useTranslation()
  const job = useQuery(jobQuery(jobId))
  return (
    <div id={id} className="mt-3">
      <Answer query={job} failed={t('queues.dead.inputFailed')} height="h-20">
        {(found) => (
          <>
            <h3 className="text-muted text-xs">{t('queues.dead.input')}</h3>
            {/* Long input scrolls, and what scrolls must be reached by the keyboard. */}
            <pre
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              aria-label={t('queues.dead.inputOf', { title: found.title })}
              className="mt-1 max-h-80 overflow-auto whitespace-pre-wrap rounded-md bg-bg p-3 font-script text-xs [overflow-wrap:anywhere]"
            >
              {JSON.stringify(found.input ?? {}, null, 2)}
            </pre>
            <p className="mt-2 text-muted text-xs [overflow-wrap:anywhere]">
              {t('queues.dead.ids', { job: found.id, correlation: found.correlationId })}
            </p>
          </>
        )}
      </Answer>
    </div>
  )
}

function Row({ job, onDiscard }: { job: Job; onDiscard: () => void }) {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const id = useId()
  const retry = useMutation({
    mutationFn: () => retryJob(job.id),
    onSuccess: () => {
      say('done', t('queues.dead.retried', { title: job.title }))
      return queries.invalidateQueries({ queryKey: ['jobs'] })
    },
    onError: (error) => say('failed', error.message),
  })
  return (
    <li className="border-line border-t px-4 py-3 first:border-t-0">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-56 flex-1">
          <p className="flex flex-wrap items-center gap-2 font-medium [overflow-wrap:anywhere]">
            {job.title}
            <Badge>{t(`queues.name.${job.queue}`)}</Badge>
          </p>
          <p className="text-muted text-xs">
            {job.kind} · {t('queues.dead.attempts', { count: job.attempts })}
            {job.completedAt !== undefined && ` · ${ago(job.completedAt, now, i18n.language)}`}
          </p>
          <p className="mt-1 text-danger [overflow-wrap:anywhere]">{job.error}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            tone="quiet"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
            aria-label={t('queues.dead.lookName', { title: job.title })}
          >
            <ChevronRight className={`transition-transform duration-[120ms] ${open ? 'rotate-90' : 'rtl:-scale-x-100'}`} aria-hidden="true" />
            {t('queues.dead.look')}
          </Button>
          <Button busy={retry.isPending} onClick={() => retry.mutate()} aria-label={t('queues.dead.retryName', { title: job.title })}>
            {t('queues.dead.retry')}
          </Button>
          {job.links['discard'] !== undefined && (
            <Button tone="quiet" onClick={onDiscard} aria-label={t('queues.dead.discardName', { title: job.title })}>
              {t('queues.dead.discard')}
            </Button>
          )}
        </div>
      </div>
      {open && <Input id={id} jobId={job.id} />}
    </li>
  )
}

/** Jobs that were given up and wait for a person. */
export function DeadLetters({ jobs }: { jobs: readonly Job[] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [doomed, setDoomed] = useState<Job>()
  const discard = useMutation({
    mutationFn: (job: Job) => discardJob(job.id),
    onSuccess: (_, job) => {
      say('done', t('queues.dead.discarded', { title: job.title }))
      setDoomed(undefined)
      return queries.invalidateQueries({ queryKey: ['jobs'] })
    },
    onError: (error) => say('failed', error.message),
  })
  return (
    <>
      <ul className="panel">
        {jobs.map((job) => (
          <Row key={job.id} job={job} onDiscard={() => setDoomed(job)} />
        ))}
      </ul>
      <Confirm
        title={t('queues.dead.discardTitle', { title: doomed?.title })}
        action={t('queues.dead.discard')}
        open={doomed !== undefined}
        busy={discard.isPending}
        onClose={() => setDoomed(undefined)}
        onConfirm={() => {
          if (doomed !== undefined) discard.mutate(doomed)
        }}
      >
        {t('queues.dead.discardText')}
      </Confirm>
    </>
  )
}
