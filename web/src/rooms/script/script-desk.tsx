import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ArrowRight, FileUp, Info, TriangleAlert, Wand } from 'lucide-react'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { saveProject } from '@/api/commands'
import { projectQuery } from '@/api/queries'
import { Badge } from '@/components/badge'
import { Button, buttonLook } from '@/components/button'
import { DropZone } from '@/components/drop-zone'
import { FileButton } from '@/components/file-button'
import { say } from '@/components/toasts'
import type { ScriptDraft } from '@/lib/drafts'
import { clock } from '@/lib/format'
import { SCRIPT_FILES, storeScriptFile } from '../import-script'
import { SAMPLE_FILE, sampleScript } from '../sample'
import { CastList } from './cast-list'
import { divide, lineOffset, sceneAt } from './division'
import { SceneList } from './scene-list'
import { ScriptEditor } from './script-editor'

export function ScriptDesk({ projectId, draft }: { projectId: string; draft: ScriptDraft }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { scene: asked } = useSearch({ from: '/p/$projectId/script' })
  const project = useQuery(projectQuery(projectId))
  const { text, fileName, problems, state, stored } = useStore(draft.store)
  const settled = useDeferredValue(text)
  const division = useMemo(() => divide(settled, fileName), [settled, fileName])
  const [current, setCurrent] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = useRef<HTMLPreElement>(null)

  const goToOffset = useCallback((offset: number, place: HTMLElement | null) => {
    const element = area.current
    if (element === null) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(offset, offset)
    place?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }, [])

  const goToScene = useCallback(
    (number: number) => {
      const scene = division.scenes[number - 1]
      if (scene === undefined) return
      goToOffset(lineOffset(text, scene.line), copy.current?.querySelector<HTMLElement>(`[data-scene="${number}"]`) ?? null)
      setCurrent(number)
      void navigate({ to: '.', search: { scene: number }, replace: true })
    },
    [division, text, goToOffset, navigate],
  )

  // A link to a scene opens the page there, once.
  const arrived = useRef(false)
  useEffect(() => {
    if (arrived.current || asked === undefined || division.scenes.length === 0) return
    arrived.current = true
    goToScene(asked)
  }, [asked, division, goToScene])

  const take = useMutation({
    mutationFn: (file: File) => storeScriptFile(projectId, file),
    onSuccess: (answer) => {
      draft.adopt(answer)
      queries.setQueryData(['project', projectId, 'script'], answer.script)
      queries.setQueryData(['project', projectId, 'scenes'], answer.scenes)
    },
    onError: (error) => say('failed', error.message),
  })
  // A film without a name takes the one its script gives it.
  const named = project.data === undefined || project.data.title !== t('projects.untitled') ? '' : division.title
  useEffect(() => {
    if (named === '' || state !== 'saved') return
    saveProject(queries, projectId, { title: named.slice(0, 200) }).catch((error: Error) => say('failed', error.message))
  }, [named, state, queries, projectId])

  const sample = useMutation({
    mutationFn: sampleScript,
    onSuccess: (words) => draft.write(words, SAMPLE_FILE),
    onError: (error) => say('failed', error.message),
  })

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const at = sceneAt(division, text, area.current?.selectionStart ?? 0)
      goToScene(Math.min(division.scenes.length, Math.max(1, at + (event.key === 'ArrowDown' ? 1 : -1))))
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault()
      void draft.flush()
    }
  }

  const empty = text.trim() === ''
  const seconds = division.scenes.reduce((sum, scene) => sum + scene.seconds, 0)
  const notes = stored?.diagnostics ?? []

  return (
    <DropZone label={t('script.drop')} onFile={(file) => take.mutate(file)} className="h-full">
      <title>{t('script.pageTitle', { title: project.data?.title })}</title>
      {/* Keys of the whole room: moving between scenes and saving at once. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div onKeyDown={onKeyDown} className="grid h-full grid-cols-[minmax(0,1fr)] lg:grid-cols-[248px_minmax(0,1fr)_280px]">
        <aside
          aria-label={t('script.scenes')}
          className="flex min-h-0 flex-col border-line p-4 max-lg:border-b max-lg:py-2 lg:overflow-y-auto lg:border-e"
        >
          <div className="mb-2 flex items-baseline justify-between px-2.5 max-lg:mb-1">
            <h2 className="font-semibold">{t('script.scenes')}</h2>
            <span className="numbers text-muted text-xs" data-testid="scene-count">
              {division.scenes.length}
            </span>
          </div>
          {division.scenes.length === 0 ? (
            <p className="px-2.5 text-muted">{t('script.noScenes')}</p>
          ) : (
            <SceneList scenes={division.scenes} current={current} onGo={goToScene} />
          )}
        </aside>

        <section aria-label={t('script.page')} className="flex min-h-0 min-w-0 flex-col bg-bg max-lg:h-[68dvh]">
          <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2">
            <Badge tone="good">{t(`script.format.${division.format}`)}</Badge>
            <span className="numbers text-muted text-xs">
              {t('script.words', { count: division.words })} · {t('script.length', { time: clock(seconds) })}
            </span>
            <span className="flex-1" />
            <FileButton accept={SCRIPT_FILES} tone="quiet" busy={take.isPending} onFile={(file) => take.mutate(file)}>
              <FileUp aria-hidden="true" />
              {t('script.open')}
            </FileButton>
          </div>
          {state === 'refused' && (
            <div role="alert" className="border-danger/60 border-b bg-danger-soft px-4 py-2 text-danger">
              {problems.map((problem) => (
                <p key={problem.message}>{problem.message}</p>
              ))}
            </div>
          )}
          <div className="min-h-0 flex-1 overflow-y-auto px-3 py-4 md:px-6">
            <div className="mx-auto min-h-full max-w-[780px] rounded-md border border-line bg-page">
              <ScriptEditor
                text={text}
                division={division}
                label={t('script.editor')}
                placeholder={t('script.placeholder')}
                area={area}
                copy={copy}
                onChange={(words) => draft.write(words)}
                onCaret={(offset) => setCurrent(sceneAt(division, text, offset))}
              />
            </div>
          </div>
        </section>

        <aside
          aria-label={t('script.aside')}
          className="flex min-h-0 flex-col gap-6 border-line p-4 max-lg:border-t lg:overflow-y-auto lg:border-s"
        >
          {empty ? (
            <div className="panel room-glow p-4">
              <h2 className="font-semibold">{t('script.startTitle')}</h2>
              <p className="mt-1 text-muted">{t('script.startText')}</p>
              <Button tone="primary" size="md" className="mt-4 w-full" busy={sample.isPending} onClick={() => sample.mutate()}>
                <Wand aria-hidden="true" />
                {t('script.sample')}
              </Button>
            </div>
          ) : (
            <Link className={buttonLook({ tone: 'primary', size: 'lg' })} to="/p/$projectId/generate" params={{ projectId }}>
              {t('script.next')}
              <ArrowRight aria-hidden="true" className="rtl:-scale-x-100" />
            </Link>
          )}
          <div>
            <h2 className="mb-3 font-semibold">{t('script.cast')}</h2>
            {division.characters.length === 0 ? (
              <p className="text-muted">{t('script.noCast')}</p>
            ) : (
              <CastList characters={division.characters} />
            )}
          </div>
          {notes.length > 0 && (
            <div>
              <h2 className="mb-2 font-semibold">{t('script.notes')}</h2>
              <ul className="flex flex-col gap-1">
                {notes.map((note) => (
                  <li key={`${note.line}:${note.column} ${note.message}`}>
                    <button
                      type="button"
                      className="flex w-full gap-2 rounded-md p-2 text-start hover:bg-hover"
                      onClick={() => goToOffset(lineOffset(text, note.line) + note.column - 1, null)}
                    >
                      {note.severity === 'warning' ? (
                        <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden="true" />
                      ) : (
                        <Info className="mt-0.5 size-4 shrink-0 text-info" aria-hidden="true" />
                      )}
                      <span>
                        {note.message}{' '}
                        <span className="numbers text-muted text-xs">{t('script.place', { line: note.line, column: note.column })}</span>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </aside>
      </div>
    </DropZone>
  )
}
