import '@/i18n/rooms'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleAlert, CirclePause, CircleCheck, Search, Upload } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Schemas, upload } from '@/api/client'
import { enablePlugin, removePlugin, rollBackPlugin } from '@/api/commands'
import { pluginsQuery } from '@/api/queries'
import { Badge, type Tone } from '@/components/badge'
import { Button } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { DropZone } from '@/components/drop-zone'
import { FileButton } from '@/components/file-button'
import { Progress } from '@/components/progress'
import { Failure, Loading, Skeleton } from '@/components/states'
import { say } from '@/components/toasts'

type Plugin = Schemas['Plugin']

const looks: Record<Plugin['state'], { tone: Tone; icon: ReactNode }> = {
  active: { tone: 'good', icon: <CircleCheck aria-hidden="true" /> },
  disabled: { tone: 'plain', icon: <CirclePause aria-hidden="true" /> },
  failed: { tone: 'bad', icon: <CircleAlert aria-hidden="true" /> },
}

function Row({ plugin, onRemove }: { plugin: Plugin; onRemove: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const refresh = () => {
    for (const key of ['plugins', 'providers', 'choices']) void queries.invalidateQueries({ queryKey: [key] })
  }
  const back = useMutation({
    mutationFn: () => rollBackPlugin(plugin.symbolicName),
    onSuccess: (answer) => {
      say('done', t('plugins.rolledBack', { name: answer.symbolicName, version: answer.version }))
      refresh()
    },
    onError: (error) => say('failed', error.message),
  })
  const enable = useMutation({
    mutationFn: () => enablePlugin(plugin.symbolicName),
    onSuccess: refresh,
    onError: (error) => say('failed', error.message),
  })
  const { tone, icon } = looks[plugin.state]
  const titles = plugin.descriptors.map((descriptor) => descriptor.title)
  const kinds = [...new Set(plugin.descriptors.map((descriptor) => descriptor.kind))]
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-4 py-3 first:border-t-0">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {titles.length === 0 ? plugin.symbolicName : titles.join(', ')}
          {kinds.map((kind) => (
            <Badge key={kind}>{t(`plugins.kind.${kind}`)}</Badge>
          ))}
        </p>
        <p className="mt-0.5 break-all text-muted text-xs">
          {plugin.symbolicName} <span className="numbers">{plugin.version}</span> ·{' '}
          {t(plugin.bundled ? 'plugins.bundled' : 'plugins.installed')}
        </p>
        {plugin.error !== '' && <p className="mt-1 text-danger">{plugin.error}</p>}
      </div>
      <Badge tone={tone}>
        {icon}
        {t(`plugins.state.${plugin.state}`)}
      </Badge>
      {plugin.canRollBack && (
        <Button busy={back.isPending} onClick={() => back.mutate()}>
          {t('plugins.rollBack')}
        </Button>
      )}
      {plugin.state === 'disabled' && (
        <Button
          busy={enable.isPending}
          onClick={() => enable.mutate()}
          aria-label={t('plugins.enableName', { name: plugin.symbolicName })}
        >
          {t('plugins.enable')}
        </Button>
      )}
      {(plugin.state !== 'disabled' || !plugin.bundled) && (
        <Button
          tone="quiet"
          onClick={onRemove}
          aria-label={t(plugin.bundled ? 'plugins.disableName' : 'plugins.removeName', { name: plugin.symbolicName })}
        >
          {t(plugin.bundled ? 'plugins.disable' : 'plugins.remove')}
        </Button>
      )}
    </li>
  )
}

/** The installed set: what is there, put more in, take out, go back. */
export function PluginsRoom() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const plugins = useQuery(pluginsQuery)
  const [doomed, setDoomed] = useState<Plugin>()
  const [sent, setSent] = useState(0)
  const [sought, setSought] = useState('')

  const install = useMutation({
    mutationFn: (file: File) => {
      setSent(0)
      return upload<Plugin>('/plugins', file.name, file, setSent)
    },
    onSuccess: (plugin) => {
      say('done', t('plugins.installedToast', { name: plugin.symbolicName, version: plugin.version }))
      for (const key of ['plugins', 'providers', 'choices']) void queries.invalidateQueries({ queryKey: [key] })
    },
  })
  const remove = useMutation({
    mutationFn: removePlugin,
    onSuccess: () => {
      setDoomed(undefined)
      for (const key of ['plugins', 'providers', 'choices']) void queries.invalidateQueries({ queryKey: [key] })
    },
    onError: (error) => say('failed', error.message),
  })
  const shown = useMemo(() => {
    const words = sought.trim().toLowerCase()
    return (plugins.data ?? []).filter((plugin) =>
      [plugin.symbolicName, ...plugin.descriptors.flatMap((descriptor) => [descriptor.title, descriptor.kind])].some((text) =>
        text.toLowerCase().includes(words),
      ),
    )
  }, [plugins.data, sought])

  return (
    <DropZone label={t('plugins.drop')} onFile={(file) => install.mutate(file)} className="min-h-full">
      <title>{t('plugins.pageTitle')}</title>
      <div className="mx-auto max-w-5xl px-4 py-8 md:px-8 md:py-10">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <h1 className="font-semibold text-xl tracking-tight">{t('plugins.title')}</h1>
            <p className="mt-1 max-w-[60ch] text-muted">{t('plugins.subtitle')}</p>
          </div>
          <FileButton
            accept=".jar,application/java-archive"
            tone="primary"
            size="md"
            busy={install.isPending}
            onFile={(file) => install.mutate(file)}
          >
            <Upload aria-hidden="true" />
            {t('plugins.upload')}
          </FileButton>
        </div>

        <div role="status" className="mt-6 empty:hidden">
          {install.isPending && (
            <div className="panel p-4">
              <p className="mb-2">{t(sent < 1 ? 'plugins.sending' : 'plugins.starting', { name: install.variables.name })}</p>
              <Progress label={t('plugins.upload')} percent={sent * 100} />
            </div>
          )}
        </div>
        {install.isError && (
          <div className="mt-6">
            <Failure title={t('plugins.refused', { name: install.variables.name })} message={install.error.message} />
          </div>
        )}

        <label className="relative mt-6 block max-w-sm">
          <span className="sr-only">{t('plugins.search')}</span>
          <Search className="pointer-events-none absolute start-3 top-2.5 size-4 text-muted" aria-hidden="true" />
          <input
            type="search"
            value={sought}
            placeholder={t('plugins.search')}
            onChange={(event) => setSought(event.target.value)}
            className="field ps-9"
          />
        </label>
        <div className="mt-4">
          {plugins.isPending && (
            <Loading label={t('loading')}>
              <Skeleton className="h-72" />
            </Loading>
          )}
          {plugins.isError && (
            <Failure title={t('plugins.failed')} message={plugins.error.message} onRetry={() => void plugins.refetch()} />
          )}
          {shown.length > 0 && (
            <ul className="panel">
              {shown.map((plugin) => (
                <Row key={plugin.symbolicName} plugin={plugin} onRemove={() => setDoomed(plugin)} />
              ))}
            </ul>
          )}
          {plugins.data !== undefined && shown.length === 0 && (
            <p className="py-12 text-center text-muted">{t('plugins.notFound', { words: sought })}</p>
          )}
        </div>
      </div>
      <Confirm
        title={t(doomed?.bundled === true ? 'plugins.disableTitle' : 'plugins.removeTitle', { name: doomed?.symbolicName })}
        action={t(doomed?.bundled === true ? 'plugins.disable' : 'plugins.remove')}
        open={doomed !== undefined}
        busy={remove.isPending}
        onClose={() => setDoomed(undefined)}
        onConfirm={() => {
          if (doomed !== undefined) remove.mutate(doomed.symbolicName)
        }}
      >
        {t(doomed?.bundled === true ? 'plugins.disableText' : 'plugins.removeText')}
      </Confirm>
    </DropZone>
  )
}
