import { type ComponentProps, useRef } from 'react'
import { Button } from './button'

/** A button that lets a person choose one file. */
export function FileButton({
  accept,
  onFile,
  ...rest
}: Omit<ComponentProps<typeof Button>, 'onClick'> & { accept: string; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0]
          // Choosing the same file again must count again.
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
      <Button {...rest} onClick={() => input.current?.click()} />
    </>
  )
}
