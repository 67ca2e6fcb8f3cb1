import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { assetsQuery } from '@/api/queries'
import { Badge, type Tone } from '@/components/badge'
import { IconButton } from '@/components/button'
import { useNow } from '@/lib/clock'
import { ago } from '@/lib/format'
import { pictureAddress } from '@/lib/media'
import { Mark } from '@/shell/mark'

const tones: Record<Schemas['Project']['status'], Tone> = { draft: 'plain', producing: 'warn', produced: 'good' }

export function ProjectCard({ project, onDelete }: { project: Schemas['Project']; onDelete: () => void }) {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const pictures = useQuery({ ...assetsQuery(project.id, 'picture'), enabled: project.status !== 'draft' })
  // Newest first: the last one is the film's opening.
  const poster = pictures.data?.at(-1)
  const to = project.status === 'draft' ? '/p/$projectId/script' : '/p/$projectId/generate'
  return (
    <li className="panel group relative overflow-hidden transition-[border-color,transform] duration-[200ms] focus-within:border-edge hover:border-edge">
      <div className="relative aspect-video overflow-hidden bg-bg">
        {poster === undefined ? (
          <div className="room-glow grid size-full place-items-center">
            <Mark className="size-14 opacity-25" />
          </div>
        ) : (
          <img
            src={pictureAddress(poster)}
            alt=""
            loading="lazy"
            decoding="async"
            className="size-full object-cover transition-transform duration-[200ms] group-hover:scale-[1.03]"
          />
        )}
      </div>
      <div className="flex items-start gap-2 p-3">
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold">
            <Link
              to={to}
              params={{ projectId: project.id }}
              className="outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-accent"
            >
              {project.title}
            </Link>
          </h2>
          <p className="mt-1.5 flex items-center gap-2 text-muted text-xs">
            <Badge tone={tones[project.status]}>{t(`projects.status.${project.status}`)}</Badge>
            <time dateTime={project.updatedAt}>{ago(project.updatedAt, now, i18n.language)}</time>
          </p>
        </div>
        <div className="relative z-10">
          <IconButton label={t('projects.deleteName', { title: project.title })} onClick={onDelete}>
            <Trash2 />
          </IconButton>
        </div>
      </div>
    </li>
  )
}
