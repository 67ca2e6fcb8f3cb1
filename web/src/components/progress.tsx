/** Work of known length. The moving sheen shows only while it runs. */
export function Progress({
  label,
  percent,
  running = true,
  className = 'h-1.5',
}: {
  label: string
  percent: number
  running?: boolean
  className?: string
}) {
  const value = Math.min(100, Math.max(0, Math.round(percent)))
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value}
      className={`${className} w-full overflow-hidden rounded-full bg-hover`}
    >
      <div className="relative h-full rounded-full bg-accent transition-[width] duration-200" style={{ width: `${value}%` }}>
        {running && (
          <span className="absolute inset-0 animate-sheen rounded-full bg-[length:200%_100%] bg-gradient-to-r from-transparent via-white/35 to-transparent" />
        )}
      </div>
    </div>
  )
}
