import '@/i18n/rooms'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Clapperboard } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assetsQuery, productionsQuery, projectQuery, scenesQuery, timelineQuery } from '@/api/queries'
import { buttonLook } from '@/components/button'
import { Empty, Failure, Loading, Skeleton } from '@/components/states'
import { fileAddress, picturesByShot } from '@/lib/media'
import { useRedo } from '@/lib/redo'
import { MakeButton } from '../generate/make-button'
import { board, changesSince, shotAt } from './board'
import { ShotCard } from './shot-card'

const none: Record<string, string> = {}

/** What was changed and is not in the film yet, and the way to get it there. */
function Pending({ projectId, captions, pictures }: { projectId: string; captions: boolean; pictures: number }) {
  const { t } = useTranslation()
  const changed = captions || pictures > 0
  const what = [captions ? t('edit.captionsChanged') : '', pictures > 0 ? t('edit.picturesAsked', { count: pictures }) : '']
    .filter((words) => words !== '')
    .join(' · ')
  return (
    <section aria-label={t('edit.pending')} className={`panel p-4 ${changed ? 'border-warn/60' : ''}`}>
      <p role="status" className={changed ? 'mb-3 font-medium text-warn' : 'mb-3 text-muted'}>
        {changed ? t('edit.outOfDate', { what }) : t('edit.upToDate')}
      </p>
      <MakeButton projectId={projectId} />
    </section>
  )
}

function Board({ projectId }: { projectId: string }) {
  const { t } = useTranslation()
  const scenes = useQuery(scenesQuery(projectId))
  const timeline = useQuery(timelineQuery(projectId))
  const pictures = useQuery(assetsQuery(projectId, 'picture'))
  const films = useQuery(assetsQuery(projectId, 'film'))
  const runs = useQuery(productionsQuery(projectId))
  const asked = useRedo((redo) => redo.asked[projectId]) ?? none
  const video = useRef<HTMLVideoElement>(null)
  const [seen, setSeen] = useState<string>()

  const rows = useMemo(() => board(scenes.data ?? [], timeline.data?.timeline), [scenes.data, timeline.data])
  const newest = useMemo(() => picturesByShot(pictures.data ?? []), [pictures.data])

  const failed = [scenes, timeline, pictures, films, runs].find((query) => query.isError)
  if (failed !== undefined) {
    return (
      <div className="mx-auto max-w-2xl p-8">
        <Failure title={t('edit.failed')} message={failed.error?.message ?? ''} onRetry={() => void failed.refetch()} />
      </div>
    )
  }
  if (scenes.data === undefined || timeline.data === undefined || films.data === undefined || runs.data === undefined) {
    return (
      <Loading label={t('loading')}>
        <div className="mx-auto grid max-w-7xl gap-6 p-6 lg:grid-cols-2">
          <Skeleton className="aspect-video" />
          <Skeleton className="h-96" />
        </div>
      </Loading>
    )
  }
  const film = films.data[0]
  if (film === undefined || timeline.data === null) {
    return (
      <Empty
        icon={<Clapperboard />}
        title={t('edit.none')}
        actions={
          <Link className={buttonLook({ tone: 'primary', size: 'md' })} to="/p/$projectId/generate" params={{ projectId }}>
            {t('edit.toGenerate')}
          </Link>
        }
      >
        {t('edit.noneText')}
      </Empty>
    )
  }
  const { revision } = timeline.data
  const changes = changesSince(runs.data, timeline.data, asked)
  const seek = (second: number) => {
    const player = video.current
    if (player === null) return
    player.currentTime = second
    setSeen(shotAt(rows, second))
  }

  return (
    <div className="mx-auto grid max-w-[1500px] items-start gap-6 px-4 py-6 md:px-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-6">
        {/* Captions are drawn into the picture. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        <video
          ref={video}
          key={film.id}
          src={fileAddress(film)}
          controls
          playsInline
          preload="metadata"
          aria-label={film.name}
          className="max-h-[60vh] w-full rounded-lg bg-black"
          onTimeUpdate={(event) => setSeen(shotAt(rows, event.currentTarget.currentTime))}
        />
        <Pending projectId={projectId} captions={changes.timeline} pictures={changes.pictures.length} />
      </div>
      <div className="flex min-w-0 flex-col gap-8">
        {rows.map((scene) => (
          <section key={scene.id} aria-labelledby={`scene-${scene.id}`}>
            <h2 id={`scene-${scene.id}`} className="mb-3 flex items-baseline gap-2 font-semibold text-base">
              <span className="numbers text-accent">{scene.number}</span>
              <span className="min-w-0 truncate">{scene.title}</span>
            </h2>
            <ul className="flex flex-col gap-3">
              {scene.shots.map((shot) => (
                <ShotCard
                  key={shot.id}
                  projectId={projectId}
                  revision={revision}
                  shot={shot}
                  picture={newest.get(shot.id)}
                  seen={seen === shot.id}
                  asked={changes.pictures.includes(shot.id)}
                  onSeek={seek}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

/** The film's shots with their pictures and captions: change one, make again. */
export function EditRoom() {
  const { t } = useTranslation()
  const { projectId } = useParams({ from: '/p/$projectId' })
  const project = useQuery(projectQuery(projectId))
  return (
    <>
      <title>{t('edit.pageTitle', { title: project.data?.title })}</title>
      <Board projectId={projectId} />
    </>
  )
}
