import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { Spinner } from './spinner'

/** The look of a button, also for links. */
export const buttonLook = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-[background-color,border-color,color,filter] duration-[120ms] disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        primary: 'bg-accent text-on-accent hover:not-disabled:brightness-110 active:not-disabled:brightness-95',
        plain: 'border border-edge bg-raised hover:not-disabled:bg-hover',
        quiet: 'text-muted hover:not-disabled:bg-hover hover:not-disabled:text-text',
        danger: 'border border-danger text-danger hover:not-disabled:bg-danger-soft',
      },
      size: {
        sm: 'h-8 px-3 text-sm',
        md: 'h-10 px-4 text-sm',
        lg: 'h-12 px-6 text-base',
        icon: 'size-8',
      },
    },
    defaultVariants: { tone: 'plain', size: 'sm' },
  },
)

type Props = ComponentProps<'button'> &
  VariantProps<typeof buttonLook> & {
    /** Shows that the work this button began is under way, and refuses a second press. */
    busy?: boolean
  }

export function Button({ tone, size, busy = false, className, children, disabled, type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      className={cn(buttonLook({ tone, size }), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  )
}

/** A button whose only content is an icon: its name is spoken and shown on hover. */
export function IconButton({ label, ...rest }: Omit<Props, 'size'> & { label: string }) {
  return <Button tone="quiet" {...rest} size="icon" aria-label={label} title={label} />
}
