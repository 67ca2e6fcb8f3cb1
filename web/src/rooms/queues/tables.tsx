import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { Badge } from '@/components/badge'
import { useNow } from '@/lib/clock'
import { ago } from '@/lib/format'
import { isAlive, ratesOf } from './workers'

function Table({ columns, children }: { columns: readonly string[]; children: ReactNode }) {
  return (
    <div className="panel overflow-x-auto">
      <table className="w-full">
        <thead className="text-muted text-xs">
          <tr>
            {columns.map((column) => (
              <th key={column} className="px-4 py-2 text-start font-medium">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

const row = 'border-line border-t'
const cell = 'px-4 py-2 align-top'
const name = 'min-w-28 px-4 py-2 text-start align-top font-medium [overflow-wrap:anywhere]'

/** Who works on what, and when each was last heard of. */
export function WorkerTable({ workers }: { workers: readonly Schemas['Worker'][] }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  if (workers.length === 0) return <p className="panel px-4 py-3 text-warn">{t('queues.workers.none')}</p>
  return (
    <Table columns={[t('queues.workers.node'), t('queues.workers.role'), t('queues.workers.heartbeat')]}>
      {workers.map((worker) => (
        <tr key={`${worker.node} ${worker.since}`} className={row}>
          <th scope="row" className={name}>
            {worker.node}
            <span className="block font-normal text-muted text-xs">
              {t('queues.workers.since', { time: ago(worker.since, now, i18n.language) })}
            </span>
          </th>
          <td className={cell}>
            {worker.queues.length === 0 ? (
              <span className="text-muted">{t('queues.workers.answersOnly')}</span>
            ) : (
              <span className="flex flex-wrap gap-1.5">
                {worker.queues.map(({ queue, atOnce }) => (
                  <Badge key={queue}>{t('queues.workers.share', { queue: t(`queues.name.${queue}`), count: atOnce })}</Badge>
                ))}
              </span>
            )}
          </td>
          <td className={cell}>
            {isAlive(worker) ? (
              <Badge tone="good">
                <CircleCheck aria-hidden="true" />
                {t('queues.workers.alive', { count: Math.round(worker.silentSeconds) })}
              </Badge>
            ) : (
              <Badge tone="bad">
                <CircleAlert aria-hidden="true" />
                {t('queues.workers.silent', { count: Math.round(worker.silentSeconds) })}
              </Badge>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** What is done by the clock, on one of the nodes. */
export function ScheduleTable({ schedules }: { schedules: readonly Schemas['Schedule'][] }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  if (schedules.length === 0) return <p className="panel px-4 py-3 text-muted">{t('queues.schedules.none')}</p>
  return (
    <Table
      columns={[t('queues.schedules.name'), t('queues.schedules.when'), t('queues.schedules.last'), t('queues.schedules.next')]}
    >
      {schedules.map((schedule) => (
        <tr key={schedule.name} className={row}>
          <th scope="row" className={name}>
            {t(`queues.schedules.names.${schedule.name.replaceAll('.', '-')}`, { defaultValue: schedule.name })}
          </th>
          <td className={cell}>
            <code className="numbers whitespace-nowrap font-script">{schedule.schedule}</code>
          </td>
          <td className={`${cell} text-muted`}>
            {schedule.lastAt === undefined ? t('queues.schedules.never') : ago(schedule.lastAt, now, i18n.language)}
          </td>
          <td className={cell}>
            <time dateTime={schedule.nextAt} title={schedule.nextAt}>
              {ago(schedule.nextAt, now, i18n.language)}
            </time>
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** How often jobs of a kind may begin, on all nodes together. */
export function RateTable({ workers }: { workers: readonly Schemas['Worker'][] }) {
  const { t } = useTranslation()
  const rates = ratesOf(workers)
  if (rates.length === 0) return <p className="panel px-4 py-3 text-muted">{t('queues.rates.none')}</p>
  return (
    <Table columns={[t('queues.rates.kind'), t('queues.rates.rate')]}>
      {rates.map((rate) => (
        <tr key={rate.kind} className={row}>
          <th scope="row" className={name}>
            {t(`run.kind.${rate.kind}`, { defaultValue: rate.kind })}
          </th>
          <td className={cell}>
            {t('queues.rates.begins', { count: rate.begins, seconds: rate.seconds })}
            {rate.differs && <span className="block text-warn text-xs">{t('queues.rates.differs')}</span>}
          </td>
        </tr>
      ))}
    </Table>
  )
}
