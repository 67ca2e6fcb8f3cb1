import { ChevronRight, Circle, CircleAlert, CircleCheck, CirclePause, CircleSlash } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { Badge } from '@/components/badge'
import { Progress } from '@/components/progress'
import { Spinner } from '@/components/spinner'
import { useOfferTitles } from './offer-titles'
import { groupSteps, type Service, servicesOf, type StepGroup } from './steps'

const signs: Record<StepGroup['state'], ReactNode> = {
  waiting: <Circle className="size-5 text-edge" aria-hidden="true" />,
  running: (
    <span className="grid size-5 place-items-center text-accent">
      <Spinner />
    </span>
  ),
  parked: <CirclePause className="size-5 text-warn" aria-hidden="true" />,
  done: <CircleCheck className="size-5 text-accent" aria-hidden="true" />,
  failed: <CircleAlert className="size-5 text-danger" aria-hidden="true" />,
  cancelled: <CircleSlash className="size-5 text-muted" aria-hidden="true" />,
}

function Services({ services }: { services: readonly Service[] }) {
  const { t } = useTranslation()
  const titleOf = useOfferTitles()
  return (
    <span className="flex flex-wrap items-center justify-end gap-1.5">
      {services.map((service) => (
        <Badge key={service.provider} tone={service.cached ? 'info' : 'plain'}>
          <span title={service.provider}>
            {service.cached ? t('run.reused', { provider: titleOf(service.provider) }) : titleOf(service.provider)}
          </span>
        </Badge>
      ))}
    </span>
  )
}

function seconds(step: Schemas['Job']): number | undefined {
  if (step.startedAt === undefined || step.completedAt === undefined) return undefined
  return (new Date(step.completedAt).getTime() - new Date(step.startedAt).getTime()) / 1000
}

function Single({ step }: { step: Schemas['Job'] }) {
  const { t } = useTranslation()
  const took = seconds(step)
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1.5 text-muted">
      <span className="min-w-0 flex-1 text-text">{step.title}</span>
      {step.error !== '' && <span className="w-full text-danger">{step.error}</span>}
      {step.state === 'running' && (
        <span className="numbers">
          {step.stage} {step.progress}%
        </span>
      )}
      <Services services={servicesOf(step)} />
      <span className="numbers w-16 text-end text-xs">
        {took === undefined ? t(`run.state.${step.state}`) : t('run.seconds', { count: Number(took.toFixed(1)) })}
      </span>
    </li>
  )
}

function Group({ group }: { group: StepGroup }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const running = group.state === 'running'
  const name = t(`run.kind.${group.kind}`, { defaultValue: group.steps[0]?.title ?? group.kind })
  const problem = group.steps.find((step) => step.error !== '' && step.state !== 'succeeded')?.error
  const active = group.steps.find((step) => step.state === 'running')
  return (
    <li className="border-line border-t first:border-t-0" data-kind={group.kind} data-state={group.state}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-3 px-4 py-3 text-start hover:bg-hover"
      >
        {signs[group.state]}
        <span className={`min-w-0 flex-1 ${group.state === 'waiting' ? 'text-muted' : ''}`}>
          <span className="font-medium">{name}</span>
          <span className="sr-only">, {t(`run.groupState.${group.state}`)}</span>
          {group.steps.length > 1 && (
            <span className="numbers ms-2 text-muted">
              {group.done}/{group.steps.length}
            </span>
          )}
          {running && active !== undefined && active.stage !== '' && <span className="ms-2 text-muted max-sm:hidden">{active.stage}</span>}
        </span>
        <Services services={group.services} />
        {running && <span className="numbers w-10 text-end text-muted">{Math.round(group.progress)}%</span>}
        <ChevronRight
          className={`size-4 shrink-0 text-muted transition-transform duration-[120ms] rtl:-scale-x-100 ${open ? 'rotate-90' : ''}`}
          aria-hidden="true"
        />
      </button>
      {running && (
        <div className="px-4 pb-3 ps-12">
          <Progress label={name} percent={group.progress} className="h-1" />
        </div>
      )}
      {problem !== undefined && !open && <p className="px-4 pb-3 ps-12 text-danger">{problem}</p>}
      {open && (
        <ul className="border-line border-t bg-bg/60 px-4 py-2 ps-12">
          {group.steps.map((step) => (
            <Single key={step.id} step={step} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** What a production does, what it has done, and who served it. */
export function StepList({ steps }: { steps: readonly Schemas['Job'][] }) {
  const { t } = useTranslation()
  return (
    <ul aria-label={t('run.steps')} className="panel overflow-hidden">
      {groupSteps(steps).map((group) => (
        <Group key={group.kind} group={group} />
      ))}
    </ul>
  )
}
