import type { ReactNode } from 'react'

/** A room of lists: its heading, what it is for, what can be done in it, and its sections below each other. */
export function Room({
  pageTitle,
  title,
  subtitle,
  actions,
  children,
}: {
  pageTitle: string
  title: string
  subtitle: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mx-auto max-w-5xl px-4 py-8 md:px-8 md:py-10">
      <title>{pageTitle}</title>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
          <p className="mt-1 max-w-[60ch] text-muted">{subtitle}</p>
        </div>
        {actions}
      </div>
      {children}
    </div>
  )
}

/** A part of a room under a heading of its own. */
export function Section({
  id,
  title,
  subtitle,
  actions,
  children,
}: {
  id: string
  title: string
  subtitle?: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="mt-10 first-of-type:mt-8">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id={id} className="font-semibold text-base">
            {title}
          </h2>
          {subtitle !== undefined && <p className="max-w-[70ch] text-muted">{subtitle}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
