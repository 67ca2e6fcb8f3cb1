import '@/i18n/rooms'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Clapperboard, FileUp, Plus, Search, Wand } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tinykeys } from 'tinykeys'
import { createProject, deleteProject, storeScript } from '@/api/commands'
import type { Schemas } from '@/api/client'
import { projectsQuery } from '@/api/queries'
import { Button } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { DropZone } from '@/components/drop-zone'
import { FileButton } from '@/components/file-button'
import { Empty, Failure, Loading, Skeleton } from '@/components/states'
import { say } from '@/components/toasts'
import { outsideFields } from '@/lib/keys'
import { useShortcuts } from '@/lib/shortcuts'
import { SCRIPT_FILES, storeScriptFile, titleOf } from '../import-script'
import { SAMPLE_FILE, sampleScript } from '../sample'
import { ProjectCard } from './project-card'

type Start = { kind: 'blank' } | { kind: 'sample' } | { kind: 'file'; file: File }

/** Makes a project and, where there is a script, gives it to it; a project whose script is refused is not left behind. */
function useStart() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (start: Start) => {
      const title = start.kind === 'file' ? titleOf(start.file.name) : start.kind === 'sample' ? titleOf(SAMPLE_FILE) : ''
      const project = await createProject(title === '' ? t('projects.untitled') : title)
      try {
        if (start.kind === 'sample') await storeScript(project.id, await sampleScript(), SAMPLE_FILE)
        if (start.kind === 'file') await storeScriptFile(project.id, start.file)
      } catch (error) {
        await deleteProject(project.id)
        throw error
      }
      return project
    },
    onSuccess: (project) => {
      void queries.invalidateQueries({ queryKey: ['projects'] })
      void navigate({ to: '/p/$projectId/script', params: { projectId: project.id } })
    },
    onError: (error) => say('failed', error.message),
  })
}

export function ProjectsRoom() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const projects = useQuery(projectsQuery)
  const start = useStart()
  const [sought, setSought] = useState('')
  const [doomed, setDoomed] = useState<Schemas['Project']>()
  const search = useRef<HTMLInputElement>(null)
  const single = useShortcuts((shortcuts) => shortcuts.single)

  const begin = start.mutate
  useEffect(() => {
    if (!single) return
    return tinykeys(window, { n: outsideFields(() => begin({ kind: 'blank' })), '/': outsideFields(() => search.current?.focus()) })
  }, [begin, single])

  const remove = useMutation({
    mutationFn: deleteProject,
    onSuccess: () => {
      say('done', t('projects.deleted', { title: doomed?.title }))
      setDoomed(undefined)
      return queries.invalidateQueries({ queryKey: ['projects'] })
    },
    onError: (error) => say('failed', error.message),
  })

  const shown = useMemo(() => {
    const words = sought.trim().toLocaleLowerCase()
    return (projects.data ?? []).filter((project) => project.title.toLocaleLowerCase().includes(words))
  }, [projects.data, sought])
  const busy = (kind: Start['kind']) => start.isPending && start.variables.kind === kind
  const none = projects.data?.length === 0
  const some = projects.data !== undefined && !none

  const actions = (
    <>
      <FileButton accept={SCRIPT_FILES} size="md" busy={busy('file')} onFile={(file) => begin({ kind: 'file', file })}>
        <FileUp aria-hidden="true" />
        {t('projects.open')}
      </FileButton>
      <Button size="md" busy={busy('sample')} onClick={() => begin({ kind: 'sample' })}>
        <Wand aria-hidden="true" />
        {t('projects.sample')}
      </Button>
    </>
  )

  return (
    <DropZone label={t('projects.drop')} onFile={(file) => begin({ kind: 'file', file })} className="room-glow min-h-full">
      <title>{t('projects.pageTitle')}</title>
      <div className="mx-auto max-w-6xl px-4 py-8 md:px-8 md:py-10">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <h1 className="font-semibold text-xl tracking-tight">{t('projects.title')}</h1>
            <p className="mt-1 text-muted">{t('projects.subtitle')}</p>
          </div>
          <div className="flex flex-wrap gap-2">
            {some && actions}
            <Button tone="primary" size="md" busy={busy('blank')} onClick={() => begin({ kind: 'blank' })}>
              <Plus aria-hidden="true" />
              {t('projects.new')}
            </Button>
          </div>
        </div>

        {some && (
          <label className="relative mt-8 block max-w-sm">
            <span className="sr-only">{t('projects.search')}</span>
            <Search className="pointer-events-none absolute start-3 top-2.5 size-4 text-muted" aria-hidden="true" />
            <input
              ref={search}
              type="search"
              value={sought}
              placeholder={t('projects.search')}
              onChange={(event) => setSought(event.target.value)}
              className="field ps-9"
            />
          </label>
        )}

        <div className="mt-6">
          {projects.isPending && (
            <Loading label={t('loading')}>
              <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,260px),1fr))] gap-5">
                {['a', 'b', 'c', 'd'].map((key) => (
                  <Skeleton key={key} className="h-56" />
                ))}
              </div>
            </Loading>
          )}
          {projects.isError && (
            <Failure title={t('projects.failed')} message={projects.error.message} onRetry={() => void projects.refetch()} />
          )}
          {none && (
            <div className="rounded-lg border-2 border-line border-dashed">
              <Empty icon={<Clapperboard />} title={t('projects.none')} actions={actions}>
                {t('projects.noneText')}
              </Empty>
            </div>
          )}
          {some && shown.length === 0 && <p className="py-12 text-center text-muted">{t('projects.notFound', { words: sought })}</p>}
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,260px),1fr))] gap-5">
            {shown.map((project) => (
              <ProjectCard key={project.id} project={project} onDelete={() => setDoomed(project)} />
            ))}
          </ul>
        </div>
      </div>

      <Confirm
        title={t('projects.deleteTitle', { title: doomed?.title })}
        action={t('projects.delete')}
        open={doomed !== undefined}
        busy={remove.isPending}
        onClose={() => setDoomed(undefined)}
        onConfirm={() => {
          if (doomed !== undefined) remove.mutate(doomed.id)
        }}
      >
        {t('projects.deleteText')}
      </Confirm>
    </DropZone>
  )
}
