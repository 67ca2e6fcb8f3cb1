import '@/i18n/rooms'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { Check, CircleAlert, CloudOff, FileText, Film, Pencil, Scissors, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, type Schemas } from '@/api/client'
import { changing, saveProject } from '@/api/commands'
import { projectQuery } from '@/api/queries'
import { IconButton } from '@/components/button'
import { Spinner } from '@/components/spinner'
import { Failure, Loading, Skeleton } from '@/components/states'
import { say } from '@/components/toasts'
import { useDraftState } from '@/lib/use-drafts'
import { MissingScreen } from './screens'

/** Where the project's text is: with the node, on its way, or only here. */
function SaveChip({ projectId }: { projectId: string }) {
  const { t } = useTranslation()
  const state = useDraftState(projectId)
  if (state === undefined) return null
  const looks = {
    saved: { icon: <Check className="size-3.5 text-accent" aria-hidden="true" />, text: t('save.saved') },
    typing: { icon: <Pencil className="size-3.5" aria-hidden="true" />, text: t('save.typing') },
    saving: { icon: <Spinner />, text: t('save.saving') },
    kept: { icon: <CloudOff className="size-3.5 text-warn" aria-hidden="true" />, text: t('save.kept') },
    refused: { icon: <CircleAlert className="size-3.5 text-danger" aria-hidden="true" />, text: t('save.refused') },
  }
  const { icon, text } = looks[state]
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap text-muted text-xs" data-testid="save-chip" data-state={state}>
      {icon}
      {text}
    </span>
  )
}

/** A field that a person just asked for takes the focus. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus()
}

function Title({ project }: { project: Schemas['Project'] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [editing, setEditing] = useState(false)
  const save = useMutation({
    mutationKey: changing(project.id),
    mutationFn: (title: string) => saveProject(queries, project.id, { title }),
    onError: (error) => say('failed', error.message),
  })
  const finish = (title: string) => {
    setEditing(false)
    if (title.trim() !== '' && title.trim() !== project.title) save.mutate(title.trim())
  }
  if (editing) {
    return (
      <input
        ref={focusOnce}
        aria-label={t('project.title')}
        defaultValue={project.title}
        maxLength={200}
        className="field max-w-80 font-semibold"
        onFocus={(event) => event.target.select()}
        onBlur={(event) => finish(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(event.currentTarget.value)
          if (event.key === 'Escape') setEditing(false)
        }}
      />
    )
  }
  return (
    <div className="group flex min-w-0 items-center gap-1">
      <h1 className="truncate font-semibold text-base" title={project.title}>
        {save.isPending ? save.variables : project.title}
      </h1>
      <IconButton label={t('project.rename')} onClick={() => setEditing(true)} className="text-muted">
        <Pencil />
      </IconButton>
    </div>
  )
}

const stage =
  'flex h-9 items-center gap-2 rounded-md px-3 font-medium text-muted transition-colors duration-[120ms] hover:text-text data-[status=active]:bg-hover data-[status=active]:text-text [&_svg]:size-4 data-[status=active]:[&_svg]:text-accent'

/** A project's header and stages around its rooms. */
export function ProjectFrame() {
  const { t } = useTranslation()
  const { projectId } = useParams({ from: '/p/$projectId' })
  const project = useQuery(projectQuery(projectId))

  if (project.isPending) {
    return (
      <Loading label={t('loading')}>
        <div className="flex items-center gap-4 border-line border-b px-5 py-3">
          <Skeleton className="h-6 w-48" />
          <Skeleton className="mx-auto h-9 w-72" />
        </div>
      </Loading>
    )
  }
  if (project.isError) {
    if (project.error instanceof ApiError && [400, 404].includes(project.error.status)) return <MissingScreen />
    return (
      <div className="mx-auto max-w-2xl p-8">
        <Failure title={t('project.failed')} message={project.error.message} onRetry={() => void project.refetch()} />
      </div>
    )
  }
  const params = { projectId }
  return (
    <div className="flex min-h-full flex-col lg:h-full">
      <header className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 border-line border-b bg-surface px-4 py-2 md:px-5 lg:grid-cols-[1fr_auto_1fr]">
        <Title project={project.data} />
        <nav aria-label={t('project.stages')} className="col-span-2 row-start-2 flex gap-1 overflow-x-auto lg:col-span-1 lg:row-start-auto">
          <Link to="/p/$projectId/script" params={params} className={stage}>
            <FileText aria-hidden="true" />
            {t('stage.script')}
          </Link>
          <Link to="/p/$projectId/generate" params={params} className={stage}>
            <Sparkles aria-hidden="true" />
            {t('stage.generate')}
          </Link>
          <Link to="/p/$projectId/edit" params={params} className={stage}>
            <Scissors aria-hidden="true" />
            {t('stage.edit')}
          </Link>
        </nav>
        <div className="flex items-center justify-end gap-3">
          <SaveChip projectId={projectId} />
          {project.data.status === 'producing' && (
            <Link
              to="/p/$projectId/generate"
              params={params}
              className="flex items-center gap-1.5 rounded-full bg-accent-soft px-2.5 py-1 text-accent text-xs"
            >
              <Film className="size-3.5 animate-breathe" aria-hidden="true" />
              {t('project.producing')}
            </Link>
          )}
        </div>
      </header>
      <div className="min-h-0 flex-1">
        <Outlet />
      </div>
    </div>
  )
}
