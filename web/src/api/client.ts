import createClient, { type Middleware } from 'openapi-fetch'
import { ApiError, type Problem } from './api-error'
import type { components, paths } from '@schema'
import { forgetToken, TOKEN, token } from './session'

export { ApiError, type Problem }
export type Schemas = components['schemas']

async function refusedForToken(answer: Response): Promise<boolean> {
  if (answer.status !== 403) return false
  const body = (await answer.clone().json()) as Schemas['Failure']
  return body.errors.some((problem) => problem.code === 'token_required')
}

// Bodies are read once: what a call needs to be sent again is kept from before it is sent.
const again = new Map<string, Request>()

const authorise: Middleware = {
  async onRequest({ request, id }) {
    if (request.method === 'GET' || request.method === 'HEAD') return undefined
    request.headers.set(TOKEN, await token())
    again.set(id, request.clone())
    return request
  },
  async onResponse({ response, id }) {
    const kept = again.get(id)
    again.delete(id)
    if (kept === undefined || !(await refusedForToken(response))) return undefined
    forgetToken()
    kept.headers.set(TOKEN, await token())
    return fetch(kept)
  },
  onError({ id }) {
    again.delete(id)
    return undefined
  },
}

export const api = createClient<paths>({
  baseUrl: new URL('/api/v1', location.href).href,
  fetch: (request) => fetch(request),
})
api.use(authorise)

type Answer<T> = Promise<{ data?: T | undefined; error?: unknown; response: Response }>

function problemsOf(error: unknown, response: Response): Problem[] {
  const failure = error as Partial<Schemas['Failure']> | undefined
  if (Array.isArray(failure?.errors) && failure.errors.length > 0) return failure.errors
  return [{ code: 'internal', field: '', message: `The node answered HTTP ${response.status} without saying why.` }]
}

async function settle<T>(call: Answer<T>): Promise<{ data: T | undefined; response: Response }> {
  let answer: Awaited<Answer<T>>
  try {
    answer = await call
  } catch (cause) {
    const error = new ApiError(0, [{ code: 'unavailable', field: '', message: 'The Evergreen node does not answer. Is it still running?' }])
    error.cause = cause
    throw error
  }
  if (!answer.response.ok) throw new ApiError(answer.response.status, problemsOf(answer.error, answer.response))
  return { data: answer.data, response: answer.response }
}

/** The `data` of an answer's envelope; a refusal is thrown as {@link ApiError}. */
export async function take<D>(call: Answer<{ data?: D | undefined }>): Promise<NonNullable<D>> {
  const { data } = await settle(call)
  return data?.data as NonNullable<D>
}

/** As {@link take}, with the answer's ETag. */
export async function takeTagged<D>(call: Answer<{ data?: D | undefined }>): Promise<{ data: NonNullable<D>; tag: string }> {
  const { data, response } = await settle(call)
  return { data: data?.data as NonNullable<D>, tag: response.headers.get('ETag') ?? '' }
}

/** As {@link take}; null when there is no such thing. */
export async function find<D>(call: Answer<{ data?: D | undefined }>): Promise<NonNullable<D> | null> {
  try {
    return await take(call)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

/** As {@link take}, for answers without a body. */
export async function done(call: Answer<unknown>): Promise<void> {
  await settle(call)
}

/** Sends a file as it is, with a report of what was sent so far (0 to 1). */
export async function upload<D>(path: string, fileName: string, file: Blob, onProgress: (sent: number) => void): Promise<D> {
  const key = await token()
  return new Promise<D>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1${path}?fileName=${encodeURIComponent(fileName)}`)
    request.setRequestHeader(TOKEN, key)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      const body = request.response as { data: D } | Schemas['Failure'] | null
      if (request.status >= 200 && request.status < 300) resolve((body as { data: D }).data)
      else reject(new ApiError(request.status, problemsOf(body, new Response(null, { status: request.status }))))
    })
    request.addEventListener('error', () =>
      reject(new ApiError(0, [{ code: 'unavailable', field: '', message: 'The upload broke off: the Evergreen node does not answer.' }])),
    )
    request.send(file)
  })
}
