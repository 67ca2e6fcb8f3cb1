import { useTranslation } from 'react-i18next'
import { clock } from '@/lib/format'
import type { DividedScene } from './division'

/** The scenes as they divide while one writes. */
export function SceneList({ scenes, current, onGo }: { scenes: readonly DividedScene[]; current: number; onGo: (scene: number) => void }) {
  const { t } = useTranslation()
  return (
    <ol aria-label={t('script.scenes')} className="flex gap-1 max-lg:overflow-x-auto lg:flex-col lg:gap-0.5">
      {scenes.map((scene, index) => (
        <li key={`${scene.line} ${scene.heading}`} className="max-lg:max-w-60 max-lg:shrink-0">
          <button
            type="button"
            aria-current={current === index + 1 ? 'location' : undefined}
            onClick={() => onGo(index + 1)}
            className="flex w-full items-baseline gap-2.5 rounded-md px-2.5 py-1.5 text-start text-muted hover:bg-hover hover:text-text aria-[current]:bg-accent-soft aria-[current]:text-text"
          >
            <span className="numbers w-5 shrink-0 text-end text-accent text-xs">{scene.number}</span>
            <span className="min-w-0 flex-1 lg:line-clamp-3 max-lg:truncate" title={scene.heading}>
              {scene.heading === '' ? t('script.opening') : scene.heading}
            </span>
            <span className="numbers shrink-0 text-xs">{clock(scene.seconds)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
