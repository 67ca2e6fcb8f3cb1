import type { Schemas } from '@/api/client'

type Snapshot = Schemas['TimelineSnapshot']
export type Caption = Snapshot['captionTracks'][number]['clips'][number]

/** One shot as it lies on the timeline, with what is said over it. */
export interface BoardShot {
  id: string
  /** For people: scene and shot number. */
  name: string
  shot: Schemas['Shot'] | undefined
  /** Seconds from the film's start; undefined when the shot is not in the film yet. */
  start: number | undefined
  seconds: number | undefined
  captions: { clip: Caption; start: number }[]
}

export interface BoardScene {
  id: string
  number: number
  title: string
  shots: BoardShot[]
}

const PICTURE = 'picture/'
const CAPTION = 'caption/'

function framesPerSecond(snapshot: Snapshot): number {
  const { numerator = 30, denominator = 1 } = snapshot.canvas.frameRate
  return numerator / denominator
}

/** The shot a clip was made for, told by its id. */
function shotOf(clipId: string, prefix: string): string | undefined {
  if (!clipId.startsWith(prefix)) return undefined
  const rest = clipId.slice(prefix.length)
  return prefix === CAPTION ? rest.slice(0, rest.lastIndexOf('/')) : rest
}

/** Lays the timeline over the planned scenes: what a person can change, shot by shot. */
export function board(scenes: readonly Schemas['Scene'][], snapshot: Snapshot | undefined): BoardScene[] {
  const rate = snapshot === undefined ? 30 : framesPerSecond(snapshot)
  const pictures = new Map<string, { start: number; seconds: number }>()
  const captions = new Map<string, { clip: Caption; start: number }[]>()
  for (const clip of snapshot?.visualTracks.flatMap((track) => track.clips) ?? []) {
    const shot = shotOf(clip.id, PICTURE)
    if (shot !== undefined) pictures.set(shot, { start: clip.startFrame / rate, seconds: clip.durationFrames / rate })
  }
  for (const clip of snapshot?.captionTracks.flatMap((track) => track.clips) ?? []) {
    const shot = shotOf(clip.id, CAPTION)
    if (shot === undefined) continue
    const said = { clip, start: clip.startFrame / rate }
    const known = captions.get(shot)
    if (known === undefined) captions.set(shot, [said])
    else known.push(said)
  }
  return scenes.map((scene) => ({
    id: scene.id,
    number: scene.number,
    title: scene.title,
    shots: scene.shots.map((shot, index) => ({
      id: shot.id,
      name: `${scene.number}.${index + 1}`,
      shot,
      start: pictures.get(shot.id)?.start,
      seconds: pictures.get(shot.id)?.seconds,
      captions: captions.get(shot.id) ?? [],
    })),
  }))
}

/** What was changed since the film was made. */
export interface Changes {
  timeline: boolean
  /** Shots for which another picture was asked. */
  pictures: string[]
}

/** Compares with the newest finished production: its timeline is the one it assembled, its pictures are those asked before it began. */
export function changesSince(
  runs: readonly Schemas['Production'][],
  timeline: Pick<Schemas['Timeline'], 'createdAt'>,
  asked: Readonly<Record<string, string>>,
): Changes {
  const run = runs.find(({ job }) => job.state === 'succeeded')
  if (run === undefined) return { timeline: false, pictures: Object.keys(asked) }
  const assembled = run.steps.find((step) => step.kind === 'production.assemble')?.completedAt ?? run.job.completedAt ?? run.job.createdAt
  return {
    timeline: Date.parse(timeline.createdAt) > Date.parse(assembled),
    pictures: Object.keys(asked).filter((shot) => Date.parse(asked[shot] ?? '') > Date.parse(run.job.createdAt)),
  }
}

/** The shot that is seen at that second. */
export function shotAt(scenes: readonly BoardScene[], second: number): string | undefined {
  for (const scene of scenes) {
    for (const shot of scene.shots) {
      if (shot.start !== undefined && shot.seconds !== undefined && second >= shot.start && second < shot.start + shot.seconds)
        return shot.id
    }
  }
  return undefined
}
