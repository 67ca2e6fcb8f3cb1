import { useMutation } from '@tanstack/react-query'
import { ImageIcon, Play, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { redoShot } from '@/api/commands'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Field } from '@/components/field'
import { say } from '@/components/toasts'
import { clock } from '@/lib/format'
import { known, pictureAddress } from '@/lib/media'
import { rememberRedo } from '@/lib/redo'
import { useOfferTitles } from '../generate/offer-titles'
import type { BoardShot } from './board'
import { CaptionField } from './caption-field'

function RedoDialog({ projectId, shot, open, onClose }: { projectId: string; shot: BoardShot; open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [notes, setNotes] = useState('')
  const [tier, setTier] = useState<Schemas['TierName']>('')
  const redo = useMutation({
    mutationFn: () => redoShot(projectId, shot.id, tier === '' ? { notes: notes.trim() } : { notes: notes.trim(), tier }),
    onSuccess: () => {
      rememberRedo(projectId, shot.id, new Date())
      say('done', t('shot.askedToast', { name: shot.name }))
      onClose()
    },
    onError: (error) => say('failed', error.message),
  })
  return (
    <Dialog title={t('shot.redoTitle', { name: shot.name })} open={open} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          redo.mutate()
        }}
      >
        {shot.shot !== undefined && <p className="text-muted">{shot.shot.picture.prompt}</p>}
        <Field label={t('shot.notes')} help={t('shot.notesHelp')}>
          {(ids) => (
            <textarea
              {...ids}
              className="field min-h-24"
              maxLength={2000}
              value={notes}
              onChange={(event) => setNotes(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('choices.tier')}>
          {(ids) => (
            <select
              {...ids}
              className="field select-field"
              value={tier}
              onChange={(event) => setTier(event.target.value as Schemas['TierName'])}
            >
              <option value="">{t('shot.tierOfFilm')}</option>
              {(['draft', 'standard', 'high'] as const).map((id) => (
                <option key={id} value={id}>
                  {t(`routing.qualities.${id}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="primary" busy={redo.isPending}>
            {t('shot.ask')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** One shot: its picture, what is said over it, and another picture on demand. */
export function ShotCard({
  projectId,
  revision,
  shot,
  picture,
  seen,
  asked,
  onSeek,
}: {
  projectId: string
  revision: number
  shot: BoardShot
  picture: Schemas['Asset'] | undefined
  seen: boolean
  asked: boolean
  onSeek: (second: number) => void
}) {
  const { t } = useTranslation()
  const [redo, setRedo] = useState(false)
  const titleOf = useOfferTitles()
  const start = shot.start
  const provider = picture === undefined ? undefined : known(picture, 'provider')
  const author = picture === undefined ? undefined : known(picture, 'authorPrompt')
  const similar = picture === undefined ? undefined : known(picture, 'similarTo')
  return (
    <li
      aria-label={t('shot.name', { name: shot.name })}
      className={`panel grid gap-4 p-3 transition-colors duration-[120ms] sm:grid-cols-[200px_minmax(0,1fr)] ${seen ? 'border-accent' : ''}`}
    >
      <div>
        <div className="relative aspect-video overflow-hidden rounded-md bg-hover">
          {picture === undefined ? (
            <span className="grid size-full place-items-center text-edge">
              <ImageIcon className="size-6" aria-hidden="true" />
            </span>
          ) : (
            <img
              src={pictureAddress(picture)}
              alt={shot.shot?.picture.prompt ?? ''}
              loading="lazy"
              decoding="async"
              className={`size-full object-cover ${asked ? 'opacity-50' : ''}`}
            />
          )}
          {start !== undefined && (
            <button
              type="button"
              aria-label={t('shot.play', { name: shot.name, time: clock(start) })}
              onClick={() => onSeek(start)}
              className="numbers absolute bottom-1.5 start-1.5 flex h-6 items-center gap-1 rounded-sm bg-black/75 px-1.5 text-white text-xs hover:bg-black"
            >
              <Play className="size-3" aria-hidden="true" />
              {clock(start)}
            </button>
          )}
        </div>
        <div className="mt-2 flex flex-wrap items-center gap-1.5">
          <span className="numbers font-medium">{shot.name}</span>
          {shot.shot !== undefined && <Badge>{t(`shot.size.${shot.shot.picture.size}`)}</Badge>}
          {provider !== undefined && <span className="truncate text-muted text-xs">{titleOf(provider)}</span>}
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        {shot.captions.map(({ clip, start: at }) => (
          <CaptionField key={`${clip.id} ${clip.text}`} projectId={projectId} revision={revision} clip={clip} start={at} onSeek={onSeek} />
        ))}
        {picture !== undefined && author !== undefined && (
          <dl className="text-muted text-xs">
            <dt className="inline font-medium">{t('shot.written')} </dt>
            <dd className="inline">{author}</dd>
            <br />
            <dt className="inline font-medium">{t('shot.askedAs')} </dt>
            <dd className="inline">{known(picture, 'prompt')}</dd>
          </dl>
        )}
        {similar !== undefined && <p className="text-muted text-xs">{t('shot.similar', { prompt: similar })}</p>}
        {shot.captions.length === 0 && <p className="py-1.5 text-muted">{t('shot.silent')}</p>}
        <div className="mt-auto flex flex-wrap items-center justify-end gap-2">
          {asked && <Badge tone="warn">{t('shot.asked')}</Badge>}
          <Button onClick={() => setRedo(true)}>
            <RefreshCw aria-hidden="true" />
            {t('shot.redo')}
          </Button>
        </div>
      </div>
      <RedoDialog projectId={projectId} shot={shot} open={redo} onClose={() => setRedo(false)} />
    </li>
  )
}
