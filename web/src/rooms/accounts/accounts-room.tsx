import '@/i18n/rooms'
import { useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { accountsQuery, pluginsQuery, providersQuery } from '@/api/queries'
import { Button } from '@/components/button'
import { Empty, Failure, Loading, Skeleton } from '@/components/states'
import { AccountList } from './account-list'
import { OfferTable } from './offer-table'
import { byCapability, vendorsOf } from './vendors'

/** Forms are only needed by those who add a key. */
const AccountDialog = lazy(() => import('./account-dialog'))

/** Vendors: who serves what and how well, and the accounts by which they do it. */
export function AccountsRoom() {
  const { t } = useTranslation()
  const providers = useQuery(providersQuery)
  const accounts = useQuery(accountsQuery)
  const plugins = useQuery(pluginsQuery)
  const [dialog, setDialog] = useState<{ account: Schemas['Account'] | undefined }>()
  const vendors = useMemo(() => vendorsOf(plugins.data ?? []), [plugins.data])
  const capabilities = useMemo(() => byCapability(providers.data ?? []), [providers.data])
  const add = (
    <Button tone="primary" size="md" disabled={plugins.isPending} onClick={() => setDialog({ account: undefined })}>
      <Plus aria-hidden="true" />
      {t('accounts.addTitle')}
    </Button>
  )

  return (
    <div className="mx-auto max-w-5xl px-4 py-8 md:px-8 md:py-10">
      <title>{t('accounts.pageTitle')}</title>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="font-semibold text-xl tracking-tight">{t('accounts.title')}</h1>
          <p className="mt-1 max-w-[60ch] text-muted">{t('accounts.subtitle')}</p>
        </div>
        {(accounts.data?.length ?? 0) > 0 && add}
      </div>

      <section aria-labelledby="keys" className="mt-8">
        <h2 id="keys" className="mb-3 font-semibold text-base">
          {t('accounts.yours')}
        </h2>
        {accounts.isPending && (
          <Loading label={t('loading')}>
            <Skeleton className="h-24" />
          </Loading>
        )}
        {accounts.isError && (
          <Failure title={t('accounts.failed')} message={accounts.error.message} onRetry={() => void accounts.refetch()} />
        )}
        {accounts.data?.length === 0 && (
          <div className="panel">
            <Empty icon={<KeyRound />} title={t('accounts.none')} actions={add}>
              {t('accounts.noneText')}
            </Empty>
          </div>
        )}
        {accounts.data !== undefined && accounts.data.length > 0 && (
          <AccountList accounts={accounts.data} vendors={vendors} onChange={(account) => setDialog({ account })} />
        )}
      </section>

      <section aria-labelledby="offers" className="mt-10">
        <h2 id="offers" className="font-semibold text-base">
          {t('offers.title')}
        </h2>
        <p className="mb-3 text-muted">{t('offers.subtitle')}</p>
        {providers.isPending && (
          <Loading label={t('loading')}>
            <Skeleton className="h-56" />
          </Loading>
        )}
        {providers.isError && (
          <Failure title={t('offers.failed')} message={providers.error.message} onRetry={() => void providers.refetch()} />
        )}
        <div className="flex flex-col gap-4">
          {capabilities.map(([capability, offers]) => (
            <OfferTable key={capability} capability={capability} offers={offers} />
          ))}
        </div>
      </section>

      {dialog !== undefined && (
        <Suspense>
          <AccountDialog vendors={vendors} account={dialog.account} onClose={() => setDialog(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
