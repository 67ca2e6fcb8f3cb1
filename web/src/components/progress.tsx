import { Progress as Bar } from 'radix-ui'

/** Work of known length. The moving sheen shows only while it runs. */
export function Progress({ label, percent, running = true, className = 'h-1.5' }: { label: string; percent: number; running?: boolean; className?: string }) {
  const value = Math.min(100, Math.max(0, Math.round(percent)))
  return (
    <Bar.Root value={value} aria-label={label} className={`${className} w-full overflow-hidden rounded-full bg-hover`}>
      <Bar.Indicator
        className="relative h-full rounded-full bg-accent transition-[width] duration-200"
        style={{ width: `${value}%` }}
      >
        {running && (
          <span className="absolute inset-0 animate-sheen rounded-full bg-[length:200%_100%] bg-gradient-to-r from-transparent via-white/35 to-transparent" />
        )}
      </Bar.Indicator>
    </Bar.Root>
  )
}
