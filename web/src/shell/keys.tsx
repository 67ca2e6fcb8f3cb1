import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { tinykeys } from 'tinykeys'
import { outsideFields } from '@/lib/keys'
import { useShortcuts } from '@/lib/shortcuts'
import { ShortcutsDialog } from './shortcuts-dialog'

/** The keys that work in every room, and the list of them. */
export default function Keys({ help, onHelp }: { help: boolean; onHelp: (open: boolean) => void }) {
  const navigate = useNavigate()
  const { projectId } = useParams({ strict: false })
  const single = useShortcuts((shortcuts) => shortcuts.single)

  useEffect(() => {
    if (!single) return
    const stage = (to: '/p/$projectId/script' | '/p/$projectId/generate' | '/p/$projectId/edit') =>
      outsideFields(() => {
        if (projectId !== undefined) void navigate({ to, params: { projectId } })
      })
    return tinykeys(window, {
      'Shift+?': outsideFields(() => onHelp(true)),
      'g 1': stage('/p/$projectId/script'),
      'g 2': stage('/p/$projectId/generate'),
      'g 3': stage('/p/$projectId/edit'),
      'g p': outsideFields(() => void navigate({ to: '/projects' })),
      'g s': outsideFields(() => void navigate({ to: '/settings' })),
      'g o': outsideFields(() => void navigate({ to: '/ops' })),
    })
  }, [navigate, onHelp, projectId, single])

  return help ? <ShortcutsDialog onClose={() => onHelp(false)} /> : null
}
