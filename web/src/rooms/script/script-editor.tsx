import { memo, type RefObject, useMemo } from 'react'
import type { LineKind } from '@/script'
import type { Division } from './division'

/** Beyond this many lines the page shows plain text: colouring would make typing slow. */
const COLOURED_LINES = 8000

/** Lines look like the page of a screenplay; widths stay, so that copy and text area wrap alike. */
const looks: Partial<Record<LineKind, string>> = {
  TITLE_PAGE: 'text-muted',
  SCENE_HEADING: 'font-bold text-accent',
  CHARACTER: 'font-bold',
  PARENTHETICAL: 'text-muted',
  LYRICS: 'text-info',
  TRANSITION: 'text-info',
  CENTERED: 'text-info',
  SECTION: 'font-bold text-accent',
  SYNOPSIS: 'text-muted',
  PAGE_BREAK: 'text-muted',
  NOTE: 'text-warn',
  BONEYARD: 'text-muted',
  VERBATIM: 'text-muted',
}

/** One scene's lines, drawn again only when they change. */
const Block = memo(function Block({ id, text, kinds }: { id: string | undefined; text: string; kinds: string }) {
  const names = kinds.split(' ') as LineKind[]
  return (
    <span data-scene={id}>
      {text.split('\n').map((line, index) => (
        // Lines have no identity besides their place.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={looks[names[index] ?? 'EMPTY']}>
          {line}
          {'\n'}
        </span>
      ))}
    </span>
  )
})

function blocksOf(text: string, division: Division): { id: string | undefined; text: string; kinds: string }[] {
  const lines = text.split('\n')
  const starts = division.scenes.map((scene) => scene.line - 1)
  const cuts = [...new Set([0, ...starts])].filter((line) => line < lines.length)
  return cuts.map((from, index) => {
    const to = cuts[index + 1] ?? lines.length
    const scene = division.scenes.findIndex((one) => one.line - 1 === from)
    return {
      id: scene === -1 ? undefined : String(scene + 1),
      text: lines.slice(from, to).join('\n'),
      kinds: lines
        .slice(from, to)
        .map((_, offset) => division.kinds[from + offset] ?? 'EMPTY')
        .join(' '),
    }
  })
}

/**
 * A page of script: a plain text area, so that the browser's own editing, spelling, undo and input methods work, over a coloured copy of
 * its text that gives it its height.
 */
export function ScriptEditor({
  text,
  division,
  label,
  placeholder,
  area,
  copy,
  onChange,
  onCaret,
}: {
  text: string
  division: Division
  label: string
  placeholder: string
  area: RefObject<HTMLTextAreaElement | null>
  copy: RefObject<HTMLPreElement | null>
  onChange: (text: string) => void
  onCaret: (offset: number) => void
}) {
  const coloured = division.kinds.length <= COLOURED_LINES
  const blocks = useMemo(() => (coloured ? blocksOf(text, division) : []), [coloured, text, division])
  const layout = 'whitespace-pre-wrap break-words px-5 py-8 font-script text-base md:px-12'
  return (
    <div className="relative min-h-full">
      <pre ref={copy} aria-hidden="true" className={`${layout} pointer-events-none min-h-[60vh] pb-[40vh]`}>
        {coloured ? blocks.map((block, index) => <Block key={block.id ?? `before-${index}`} {...block} />) : `${text}\n`}
      </pre>
      <textarea
        ref={area}
        value={text}
        aria-label={label}
        placeholder={placeholder}
        spellCheck={false}
        autoCapitalize="sentences"
        className={`${layout} absolute inset-0 size-full resize-none overflow-hidden bg-transparent text-transparent caret-accent outline-none placeholder:text-muted`}
        onChange={(event) => onChange(event.target.value)}
        onSelect={(event) => onCaret(event.currentTarget.selectionStart)}
      />
    </div>
  )
}
