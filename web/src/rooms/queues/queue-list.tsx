import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CirclePause, Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { holdQueue } from '@/api/commands'
import { queuesQuery } from '@/api/queries'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { say } from '@/components/toasts'
import { isAlive } from './workers'

type Queue = Schemas['Queue']

function Figure({ label, value, tone = '' }: { label: string; value: string; tone?: string }) {
  return (
    <div className="min-w-20">
      <dt className="text-muted text-xs">{label}</dt>
      <dd className={`numbers font-medium ${tone}`}>{value}</dd>
    </div>
  )
}

function Row({ queue, atOnce }: { queue: Queue; atOnce: number | undefined }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const name = t(`queues.name.${queue.queue}`)
  const hold = useMutation({
    mutationFn: (paused: boolean) => holdQueue(queue.queue, paused),
    onSuccess: (changed) => {
      queries.setQueryData(queuesQuery.queryKey, (list) => list?.map((one) => (one.queue === changed.queue ? changed : one)))
      say('done', t(changed.paused ? 'queues.held' : 'queues.resumed', { name }))
    },
    onError: (error) => say('failed', error.message),
  })
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 border-line border-t px-4 py-3 first:border-t-0" data-queue={queue.queue}>
      <div className="min-w-44 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {queue.paused ? (
            <Badge tone="warn">
              <CirclePause aria-hidden="true" />
              {t('queues.isHeld')}
            </Badge>
          ) : (
            <Badge tone="good">
              <CircleCheck aria-hidden="true" />
              {t('queues.isOpen')}
            </Badge>
          )}
        </p>
        <p className="text-muted text-xs">{t(`queues.about.${queue.queue}`)}</p>
      </div>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(84px,1fr))] gap-x-4 gap-y-2 max-md:w-full md:flex">
        <Figure label={t('queues.waiting')} value={String(queue.waiting)} />
        <Figure
          label={t('queues.oldest')}
          value={queue.waiting === 0 ? '–' : t('queues.waited', { time: wait(queue.waitedSeconds) })}
          tone={queue.waitedSeconds > 300 ? 'text-warn' : ''}
        />
        <Figure
          label={t('queues.running')}
          value={atOnce === undefined ? String(queue.running) : t('queues.runningOf', { running: queue.running, most: atOnce })}
          tone={atOnce === 0 ? 'text-warn' : ''}
        />
        <Figure label={t('queues.parked')} value={String(queue.parked)} tone={queue.parked > 0 ? 'text-warn' : ''} />
        <Figure label={t('queues.deadCount')} value={String(queue.dead)} tone={queue.dead > 0 ? 'text-danger' : ''} />
      </dl>
      <Button
        className="min-w-28"
        busy={hold.isPending}
        onClick={() => hold.mutate(!queue.paused)}
        aria-label={t(queue.paused ? 'queues.resumeName' : 'queues.holdName', { name })}
      >
        {!hold.isPending && (queue.paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />)}
        {t(queue.paused ? 'queues.resume' : 'queues.hold')}
      </Button>
    </li>
  )
}

/** `45 s`, `12 min`, `3 h`: how long at a glance. */
function wait(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}

/** The queues with what waits and runs in them, on all nodes together. */
export function QueueList({ queues, workers }: { queues: readonly Queue[]; workers: readonly Schemas['Worker'][] }) {
  const alive = workers.filter(isAlive)
  const atOnce = (queue: Queue['queue']) =>
    alive.length === 0
      ? undefined
      : alive.reduce((sum, worker) => sum + (worker.queues.find((share) => share.queue === queue)?.atOnce ?? 0), 0)
  return (
    <ul className="panel">
      {queues.map((queue) => (
        <Row key={queue.queue} queue={queue} atOnce={atOnce(queue.queue)} />
      ))}
    </ul>
  )
}
