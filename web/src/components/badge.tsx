import type { ReactNode } from 'react'

const tones = {
  plain: 'bg-hover text-muted',
  good: 'bg-accent-soft text-accent',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info',
}

export type Tone = keyof typeof tones

/** A short state in words; the colour only repeats them. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-xs [&_svg]:size-3 ${tones[tone]}`}
    >
      {children}
    </span>
  )
}
