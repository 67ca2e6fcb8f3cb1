// The project's own sample, so that the first film needs no writing; its text is loaded when somebody asks for it.
const files = import.meta.glob<string>('../../../samples/tide-pools.fountain', { query: '?raw', import: 'default' })
const load = Object.values(files)[0]

export const SAMPLE_FILE = 'tide-pools.fountain'

export async function sampleScript(): Promise<string> {
  if (load === undefined) throw new Error('This studio was built without its sample script.')
  return load()
}
