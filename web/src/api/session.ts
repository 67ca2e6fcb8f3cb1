import type { components } from '@schema'

/** The header of the start token. */
export const TOKEN = 'X-Evergreen-Token'

let session: Promise<string> | undefined

async function askToken(): Promise<string> {
  const answer = await fetch('/session.json', { cache: 'no-store' })
  if (!answer.ok) throw new Error(`The node refused this page a session (HTTP ${answer.status}).`)
  const { data } = (await answer.json()) as { data: components['schemas']['Session'] }
  return data.token
}

/** The token that changing calls carry. Asked once, and again after a failure or {@link forgetToken}. */
export function token(): Promise<string> {
  session ??= askToken().catch((cause: unknown) => {
    session = undefined
    throw cause
  })
  return session
}

/** A node makes a new token at every start: an old one is worth nothing after it. */
export function forgetToken(): void {
  session = undefined
}
