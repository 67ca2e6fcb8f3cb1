import '@/i18n/rooms'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@/components/dialog'
import { useShortcuts } from '@/lib/shortcuts'

function Key({ children }: { children: string }) {
  return <kbd className="min-w-6 rounded-sm border border-edge bg-bg px-1.5 py-0.5 text-center font-sans text-xs">{children}</kbd>
}

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { single, allow } = useShortcuts()
  const list = [
    { keys: ['?'], does: t('shortcuts.help') },
    { keys: ['G', 'P'], does: t('shortcuts.projects') },
    { keys: ['G', 'S'], does: t('shortcuts.settings') },
    { keys: ['G', 'O'], does: t('shortcuts.operate') },
    { keys: ['G', '1'], does: t('shortcuts.script') },
    { keys: ['G', '2'], does: t('shortcuts.generate') },
    { keys: ['G', '3'], does: t('shortcuts.edit') },
    { keys: ['N'], does: t('shortcuts.newProject') },
    { keys: ['/'], does: t('shortcuts.search') },
    { keys: ['Alt', '↑ ↓'], does: t('shortcuts.scene') },
    { keys: ['Ctrl', 'S'], does: t('shortcuts.save') },
  ]
  return (
    <Dialog title={t('shell.shortcuts')} open onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2.5">
        {list.map(({ keys, does }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-5 flex items-center gap-3 border-line border-t pt-4">
        <input type="checkbox" className="size-4 accent-accent" checked={single} onChange={(event) => allow(event.target.checked)} />
        {t('shortcuts.single')}
      </label>
    </Dialog>
  )
}
