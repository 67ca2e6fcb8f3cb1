import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rewriteCaption } from '@/api/commands'
import { Spinner } from '@/components/spinner'
import { clock } from '@/lib/format'
import type { Caption } from './board'

/** A caption that can be rewritten in place: leaving it, or Enter, keeps the words; Esc takes them back. */
export function CaptionField({
  projectId,
  revision,
  clip,
  start,
  onSeek,
}: {
  projectId: string
  revision: number
  clip: Caption
  start: number
  onSeek: (second: number) => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const error = useId()
  const [text, setText] = useState(clip.text)

  const save = useMutation({
    // Where others changed other places meanwhile, the node rebases these words; where they changed this caption, it says who did.
    mutationFn: (words: string) => rewriteCaption(projectId, revision, clip.id, words),
    onError: () => queries.invalidateQueries({ queryKey: ['project', projectId, 'timeline'] }),
    onSuccess: (timeline) => queries.setQueryData(['project', projectId, 'timeline'], timeline),
  })
  const finish = () => {
    const words = text.trim()
    if (words === '') setText(clip.text)
    else if (words !== clip.text) save.mutate(words)
  }

  return (
    <div>
      <div className="flex items-center gap-1.5">
        <button
          type="button"
          className="numbers -ms-1.5 h-6 rounded-sm px-1.5 text-muted text-xs hover:bg-hover hover:text-text"
          aria-label={t('caption.play', { time: clock(start) })}
          onClick={() => onSeek(start)}
        >
          {clock(start)}
        </button>
        {clip.speaker !== '' && <span className="font-medium text-muted text-xs">{clip.speaker}</span>}
      </div>
      <div className="relative">
        <textarea
          value={text}
          rows={1}
          maxLength={1000}
          aria-label={t('caption.label', { time: clock(start) })}
          aria-invalid={save.isError || undefined}
          aria-describedby={save.isError ? error : undefined}
          className="field field-sizing-content resize-none"
          onFocus={() => onSeek(start)}
          onChange={(event) => setText(event.target.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault()
              event.currentTarget.blur()
            }
            if (event.key === 'Escape') setText(clip.text)
          }}
        />
        {save.isPending && (
          <span className="absolute end-2 top-2 text-muted">
            <Spinner />
          </span>
        )}
        {save.isError && (
          <p id={error} className="mt-1 text-danger text-xs">
            {save.error.message}
          </p>
        )}
      </div>
    </div>
  )
}
