import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './button'

/**
 * A modal window on the browser's own dialog element, which keeps focus inside, closes on Esc and gives focus back.
 */
export function Dialog({
  title,
  open,
  onClose,
  children,
  wide = false,
}: {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
  wide?: boolean
}) {
  const { t } = useTranslation()
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()

  useEffect(() => {
    const dialog = element.current
    if (!open || dialog === null) return
    dialog.showModal()
    return () => dialog.close()
  }, [open])

  if (!open) return null
  return (
    <dialog
      ref={element}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className={`${wide ? 'max-w-3xl' : 'max-w-lg'} max-h-[min(90dvh,900px)] w-[calc(100vw-32px)] animate-enter rounded-lg border border-line bg-raised p-0 shadow-pop`}
    >
      <div className="flex items-center justify-between gap-4 border-line border-b px-5 py-3">
        <h2 id={heading} className="font-semibold text-base">
          {title}
        </h2>
        <IconButton label={t('close')} onClick={onClose}>
          <X />
        </IconButton>
      </div>
      <div className="p-5">{children}</div>
    </dialog>
  )
}
