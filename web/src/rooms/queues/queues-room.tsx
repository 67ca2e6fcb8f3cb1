import '@/i18n/rooms'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { deadJobsQuery, queuesQuery, schedulesQuery, workersQuery } from '@/api/queries'
import { Answer } from '@/components/answer'
import { Room, Section } from '@/components/room'
import { DeadLetters } from './dead-letters'
import { QueueList } from './queue-list'
import { RateTable, ScheduleTable, WorkerTable } from './tables'

/** The work of all nodes: what waits, what runs, what was given up, and who does it. */
export function QueuesRoom() {
  const { t } = useTranslation()
  const queues = useQuery(queuesQuery)
  const workers = useQuery(workersQuery)
  const schedules = useQuery(schedulesQuery)
  const dead = useQuery(deadJobsQuery)
  return (
    <Room pageTitle={t('queues.pageTitle')} title={t('queues.title')} subtitle={t('queues.subtitle')}>
      <Section id="queues" title={t('queues.five')}>
        <Answer query={queues} failed={t('queues.failed')} height="h-80">
          {(list) => <QueueList queues={list} workers={workers.data ?? []} />}
        </Answer>
      </Section>
      <Section id="dead" title={t('queues.dead.title')} subtitle={t('queues.dead.subtitle')}>
        <Answer query={dead} failed={t('queues.dead.failed')} height="h-16">
          {(list) =>
            list.length === 0 ? <p className="panel px-4 py-3 text-muted">{t('queues.dead.none')}</p> : <DeadLetters jobs={list} />
          }
        </Answer>
      </Section>
      <Section id="workers" title={t('queues.workers.title')} subtitle={t('queues.workers.subtitle')}>
        <Answer query={workers} failed={t('queues.workers.failed')} height="h-24">
          {(list) => <WorkerTable workers={list} />}
        </Answer>
      </Section>
      <Section id="schedules" title={t('queues.schedules.title')} subtitle={t('queues.schedules.subtitle')}>
        <Answer query={schedules} failed={t('queues.schedules.failed')} height="h-24">
          {(list) => <ScheduleTable schedules={list} />}
        </Answer>
      </Section>
      <Section id="rates" title={t('queues.rates.title')} subtitle={t('queues.rates.subtitle')}>
        <Answer query={workers} failed={t('queues.workers.failed')} height="h-16">
          {(list) => <RateTable workers={list} />}
        </Answer>
      </Section>
    </Room>
  )
}
