import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { changing, saveProject } from '@/api/commands'
import { choicesQuery, projectQuery } from '@/api/queries'
import { Field } from '@/components/field'
import { Failure, Loading, Skeleton } from '@/components/states'
import { say } from '@/components/toasts'
import { settingsScope } from './make'

type Settings = Schemas['Settings']

function Shape({ width, height }: { width: number; height: number }) {
  const scale = 22 / Math.max(width, height)
  return (
    <span className="grid size-7 place-items-center" aria-hidden="true">
      <span className="rounded-[3px] border-2 border-current" style={{ width: width * scale, height: height * scale }} />
    </span>
  )
}

function FormatChoice({
  id,
  title,
  label,
  chosen,
  onChoose,
  children,
}: {
  id: Schemas['Format']
  title: string
  label: string
  chosen: boolean
  onChoose: (settings: Settings) => void
  children: ReactNode
}) {
  return (
    <label
      title={title}
      className="flex flex-col items-center gap-1 rounded-md border border-edge px-1 py-2 text-muted text-xs transition-colors duration-[120ms] hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
    >
      <input
        type="radio"
        name="format"
        className="sr-only"
        aria-label={`${label}: ${title}`}
        checked={chosen}
        onChange={() => onChoose({ format: id })}
      />
      <span className="grid h-7 place-items-center">{children}</span>
      {label}
    </label>
  )
}

function Select({
  label,
  help,
  empty,
  value,
  choices,
  onChange,
}: {
  label: string
  help?: string
  /** What no choice means; as the script says where nothing is given. */
  empty?: string
  value: string
  choices: readonly Schemas['Choice'][]
  onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  return (
    <Field label={label} help={help}>
      {(ids) => (
        <select {...ids} className="field select-field" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{empty ?? t('choices.asScript')}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** How the film shall be: kept with the project, an empty choice leaves it to the script. */
export function ChoicesPanel({ project }: { project: Schemas['Project'] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const choices = useQuery(choicesQuery)
  const save = useMutation({
    // One after the other, and before a film is begun with them.
    scope: settingsScope(project.id),
    mutationKey: changing(project.id),
    mutationFn: (settings: Settings) => saveProject(queries, project.id, { settings }),
    onMutate: async (settings) => {
      // An answer from before the change must not undo it on the screen.
      await queries.cancelQueries({ queryKey: ['project', project.id], exact: true })
      queries.setQueryData(projectQuery(project.id).queryKey, (now) => now && { ...now, settings: { ...now.settings, ...settings } })
    },
    onError: (error) => {
      say('failed', error.message)
      void queries.invalidateQueries({ queryKey: ['project', project.id] })
    },
  })
  const settings = project.settings
  const choose = (change: Settings) => save.mutate(change)

  if (choices.isPending) {
    return (
      <Loading label={t('loading')}>
        <div className="flex flex-col gap-5">
          {['a', 'b', 'c', 'd'].map((key) => (
            <Skeleton key={key} className="h-14" />
          ))}
        </div>
      </Loading>
    )
  }
  if (choices.isError) return <Failure title={t('choices.failed')} message={choices.error.message} onRetry={() => void choices.refetch()} />

  const voices = choices.data.voices.map((voice) => ({ id: voice.id, title: `${voice.title} · ${voice.language}` }))
  const format = settings.format ?? ''
  return (
    <div className="flex flex-col gap-5">
      <fieldset>
        <legend className="mb-1.5 font-medium">{t('choices.format')}</legend>
        <div className="grid grid-cols-5 gap-2">
          <FormatChoice id="" title={t('choices.asScript')} label={t('choices.auto')} chosen={format === ''} onChoose={choose}>
            <Sparkles className="size-5" aria-hidden="true" />
          </FormatChoice>
          {choices.data.formats.map(({ id, title, width, height }) => (
            <FormatChoice key={id} id={id as Schemas['Format']} title={title} label={id} chosen={format === id} onChoose={choose}>
              <Shape width={width} height={height} />
            </FormatChoice>
          ))}
        </div>
      </fieldset>
      <Select
        label={t('choices.voice')}
        help={t('choices.voiceHelp')}
        value={settings.voice ?? ''}
        choices={voices}
        onChange={(voice) => choose({ voice })}
      />
      <Select
        label={t('choices.style')}
        value={settings.style ?? ''}
        choices={choices.data.styles}
        onChange={(style) => choose({ style })}
      />
      <Select
        label={t('choices.music')}
        value={settings.music ?? ''}
        choices={choices.data.music}
        onChange={(music) => choose({ music })}
      />
      <Select
        label={t('choices.preset')}
        value={settings.preset ?? ''}
        choices={choices.data.presets}
        onChange={(preset) => choose({ preset })}
      />
      <Select
        label={t('choices.tier')}
        help={t('choices.tierHelp')}
        empty={t('routing.qualities.standard')}
        value={settings.tier === 'standard' ? '' : (settings.tier ?? '')}
        choices={(['draft', 'high'] as const).map((id) => ({ id, title: t(`routing.qualities.${id}`) }))}
        onChange={(tier) => choose({ tier: tier as Schemas['TierName'] })}
      />
      <Select
        label={t('choices.captionStyle')}
        empty={t('choices.usual')}
        value={settings.captionStyle ?? ''}
        choices={choices.data.captionStyles}
        onChange={(captionStyle) => choose({ captionStyle: captionStyle as Schemas['CaptionStyleName'] })}
      />
      <label className="flex items-center justify-between gap-3">
        <span>
          <span className="block font-medium">{t('choices.optimize')}</span>
          <span className="block text-muted text-xs">{t('choices.optimizeHelp')}</span>
        </span>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={settings.optimizePrompts ?? true}
          onChange={(event) => choose({ optimizePrompts: event.target.checked })}
        />
      </label>
      <label className="flex items-center justify-between gap-3">
        <span>
          <span className="block font-medium">{t('choices.similar')}</span>
          <span className="block text-muted text-xs">{t('choices.similarHelp')}</span>
        </span>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={settings.similarPrompts ?? false}
          onChange={(event) => choose({ similarPrompts: event.target.checked })}
        />
      </label>
      <label className="flex items-center justify-between gap-3">
        <span>
          <span className="block font-medium">{t('choices.captions')}</span>
          <span className="block text-muted text-xs">{t('choices.captionsHelp')}</span>
        </span>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={settings.captions ?? true}
          onChange={(event) => choose({ captions: event.target.checked })}
        />
      </label>
    </div>
  )
}
