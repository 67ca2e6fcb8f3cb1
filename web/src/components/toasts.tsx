import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'

interface Message {
  id: number
  tone: 'done' | 'failed'
  text: string
}

let next = 1

/** What just happened, said once in a corner and to screen readers. */
export const useToasts = create<{ messages: Message[] }>(() => ({ messages: [] }))

export function say(tone: Message['tone'], text: string): void {
  const message = { id: next++, tone, text }
  // The newest three: more would cover the work they speak of.
  useToasts.setState((state) => ({ messages: [...state.messages, message].slice(-3) }))
}

function dismiss(id: number): void {
  useToasts.setState((state) => ({ messages: state.messages.filter((message) => message.id !== id) }))
}

function Toast({ message }: { message: Message }) {
  const { t } = useTranslation()
  useEffect(() => {
    // What failed stays until it is read and put away (WCAG 2.2.1).
    if (message.tone === 'failed') return
    const timer = setTimeout(() => dismiss(message.id), 6000)
    return () => clearTimeout(timer)
  }, [message])
  return (
    <li className="flex animate-enter items-start gap-3 rounded-lg border border-line bg-raised p-3 shadow-pop">
      {message.tone === 'done' ? (
        <CircleCheck className="mt-0.5 size-4 shrink-0 text-accent" aria-hidden="true" />
      ) : (
        <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
      )}
      <p className="min-w-0 flex-1 break-words">{message.text}</p>
      <button
        type="button"
        aria-label={t('close')}
        className="grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:bg-hover hover:text-text"
        onClick={() => dismiss(message.id)}
      >
        <X className="size-4" aria-hidden="true" />
      </button>
    </li>
  )
}

/** Messages of Sonner's kind without the style element it writes into the page, which the content policy forbids. */
export function Toasts() {
  const { t } = useTranslation()
  const { messages } = useToasts()
  return (
    <section
      aria-label={t('shell.notices')}
      aria-live="polite"
      className="fixed right-4 bottom-20 z-50 w-[min(380px,calc(100vw-32px))] md:bottom-4"
    >
      <ul className="flex flex-col gap-2">
        {messages.map((message) => (
          <Toast key={message.id} message={message} />
        ))}
      </ul>
    </section>
  )
}
