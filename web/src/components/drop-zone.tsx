import { type DragEvent, type ReactNode, useRef, useState } from 'react'

function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

/** Lays a target over its children while a file is dragged over them. */
export function DropZone({
  label,
  onFile,
  className = '',
  children,
}: {
  label: string
  onFile: (file: File) => void
  className?: string
  children: ReactNode
}) {
  const [over, setOver] = useState(false)
  // Entering a child leaves its parent: only the last leave counts.
  const depth = useRef(0)
  return (
    // Dropping is a shortcut for the file button that every use of this has beside it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`relative ${className}`}
      onDragEnter={(event) => {
        if (!carriesFile(event)) return
        event.preventDefault()
        depth.current += 1
        setOver(true)
      }}
      onDragOver={(event) => {
        if (carriesFile(event)) event.preventDefault()
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1)
        if (depth.current === 0) setOver(false)
      }}
      onDrop={(event) => {
        if (!carriesFile(event)) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file !== undefined) onFile(file)
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-2 z-30 grid place-items-center rounded-lg border-2 border-accent border-dashed bg-accent-soft/95">
          <p className="font-semibold text-accent text-lg">{label}</p>
        </div>
      )}
    </div>
  )
}
