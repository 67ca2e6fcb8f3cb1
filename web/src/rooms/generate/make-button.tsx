import { useQuery } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { say } from '@/components/toasts'
import { type Consent, useConsent, useEstimate, useHindrance, useMake } from './make'

function Price({ estimate }: { estimate: Schemas['Estimate'] }) {
  const { t } = useTranslation()
  const { expected, ceiling, saved } = estimate
  const price =
    expected === undefined || ceiling === undefined
      ? t('make.unknown')
      : Number(ceiling.amount) === 0
        ? t('make.free')
        : t('make.costs', { expected: expected.text, ceiling: ceiling.text })
  return (
    <>
      {price}
      {Number(saved.amount) > 0 && ` ${t('make.saves', { saved: saved.text })}`}
    </>
  )
}

/** Asks before money is spent: why, what it will cost, and what it can cost at most. */
function Ask({ consent, busy, onGo, onClose }: { consent: Consent | undefined; busy: boolean; onGo: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const expected = consent?.estimate.expected?.text
  return (
    <Dialog title={t('make.askTitle')} open={consent !== undefined} onClose={onClose}>
      {consent !== undefined && (
        <>
          <ul className="flex flex-col gap-2">
            {consent.dearer !== undefined && expected !== undefined && (
              <li>{t('make.dearer', { expected, before: consent.dearer })}</li>
            )}
            {consent.estimate.asks.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
          <p className="mt-3 text-muted">
            <Price estimate={consent.estimate} />
          </p>
        </>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button tone="primary" busy={busy} onClick={onGo}>
          {expected === undefined ? t('make.go') : t('make.goFor', { expected })}
        </Button>
      </div>
    </Dialog>
  )
}

/** The button that makes the film. It says what making will cost, and asks first where that is not known or much. */
export function MakeButton({ projectId, className = '', label }: { projectId: string; className?: string; label?: string }) {
  const { t } = useTranslation()
  const note = useId()
  const make = useMake(projectId)
  const consent = useConsent(projectId)
  const { hindrance, madeBefore } = useHindrance(projectId)
  const estimate = useQuery(useEstimate(projectId))
  const [asking, setAsking] = useState<Consent>()
  const busy = make.isPending || consent.isPending
  const go = () => {
    setAsking(undefined)
    make.mutate()
  }
  const begin = () =>
    consent.mutate(undefined, {
      onSuccess: (answer) => (answer.estimate.asks.length > 0 || answer.dearer !== undefined ? setAsking(answer) : go()),
      // Without a price nobody has agreed to one.
      onError: (error) => say('failed', error.message),
    })
  return (
    <div className={className}>
      <Button
        tone="primary"
        size="lg"
        className="w-full"
        busy={busy}
        disabled={hindrance !== undefined}
        aria-describedby={note}
        onClick={begin}
      >
        {!busy && <Sparkles aria-hidden="true" />}
        {label ?? t(madeBefore ? 'make.again' : 'make.first')}
      </Button>
      <p id={note} className="mt-2 text-center text-muted text-xs">
        {hindrance !== undefined ? (
          t(`make.hindrance.${hindrance}`)
        ) : estimate.data !== undefined ? (
          <Price estimate={estimate.data} />
        ) : estimate.isError ? (
          t('make.unpriced', { message: estimate.error.message })
        ) : (
          t('make.pricing')
        )}
      </p>
      <Ask consent={asking} busy={make.isPending} onGo={go} onClose={() => setAsking(undefined)} />
    </div>
  )
}
