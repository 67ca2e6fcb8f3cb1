import { useQuery } from '@tanstack/react-query'
import { ImageIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { assetsQuery, scenesQuery } from '@/api/queries'
import { picturesByShot, pictureAddress } from '@/lib/media'

/** The film's shots side by side; each picture appears when it is there. */
export function FilmStrip({ projectId }: { projectId: string }) {
  const { t } = useTranslation()
  const scenes = useQuery(scenesQuery(projectId))
  const assets = useQuery(assetsQuery(projectId, 'picture'))
  const shots = (scenes.data ?? []).flatMap((scene) => scene.shots.map((shot, index) => ({ shot, name: `${scene.number}.${index + 1}` })))
  if (shots.length === 0) return null
  const pictures = picturesByShot(assets.data ?? [])
  return (
    <section aria-label={t('run.strip')} className="panel overflow-hidden">
      <div className="perforated h-4" aria-hidden="true" />
      {/* A scrolling strip must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0} aria-label={t('run.strip')} className="flex gap-1.5 overflow-x-auto px-1.5">
        {shots.map(({ shot, name }) => {
          const picture = pictures.get(shot.id)
          return (
            <li key={shot.id} className="relative aspect-video h-24 shrink-0 overflow-hidden rounded-sm bg-hover">
              {picture === undefined ? (
                <span className="grid size-full animate-breathe place-items-center text-edge">
                  <ImageIcon className="size-5" aria-hidden="true" />
                </span>
              ) : (
                <img
                  src={pictureAddress(picture)}
                  alt={t('run.shotPicture', { name, prompt: shot.picture.prompt })}
                  loading="lazy"
                  decoding="async"
                  className="size-full animate-enter object-cover"
                />
              )}
              <span className="numbers absolute start-1 bottom-1 rounded-sm bg-black/70 px-1 text-white text-xs">{name}</span>
            </li>
          )
        })}
      </ul>
      <div className="perforated h-4" aria-hidden="true" />
    </section>
  )
}
