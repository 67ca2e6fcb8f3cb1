/** The product's sign: a fir. */
export function Mark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path className="fill-accent" d="M16 2.5 22.2 11h-3l5.1 7.2H21L26.5 26h-21l5.5-7.8H7.7L12.8 11h-3z" />
      <path className="fill-accent" opacity="0.55" d="M14.4 26h3.2v4h-3.2z" />
    </svg>
  )
}
