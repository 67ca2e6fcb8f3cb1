import type { Schemas } from '../src/api/client'
import { asset, type FakeNode, free, job } from './fake-node'

export const SCRIPT = `Title: Tide Pools

EXT. BEACH - DAWN

A wide beach.

NARRATOR (V.O.)
Twice a day the sea goes out.

EXT. TIDE POOL - DAWN

MARA
Look. It is growing a new arm.
`

function shot(id: string, prompt: string): Schemas['Shot'] {
  return {
    id,
    lines: [],
    picture: {
      prompt,
      setting: 'exterior',
      place: '',
      timeOfDay: '',
      weather: '',
      season: '',
      mood: '',
      size: 'wide',
      people: [],
      objects: [],
    },
    move: 'hold',
    transition: '',
    cue: '',
    onScreenText: '',
  }
}

const visual = (id: string, startFrame: number, durationFrames: number) => ({
  id,
  source: { type: 'LayeredSource' as const },
  startFrame,
  durationFrames,
})
const caption = (id: string, text: string, startFrame: number) => ({
  id,
  text,
  startFrame,
  durationFrames: 60,
  speaker: '',
  styleId: 'boxed',
})

/** A small film as the node would describe it: two scenes, three shots, two captions. */
export function film() {
  const scene = (number: number, title: string, shots: Schemas['Shot'][]): Schemas['Scene'] => ({
    id: `scene${number}`,
    projectId: 'p1',
    key: `k${number}`,
    number,
    title,
    description: '',
    content: '',
    shots,
  })
  const scenes = [
    scene(1, 'EXT. BEACH - DAWN', [shot('beach/1', 'A wide beach'), shot('beach/2', 'A bucket')]),
    scene(2, 'EXT. TIDE POOL - DAWN', [shot('pool/1', 'A starfish')]),
  ]
  const timeline: Schemas['Timeline'] = {
    projectId: 'p1',
    revision: 3,
    author: 'engine',
    createdAt: '2026-03-01T10:00:00Z',
    frames: 360,
    durationSeconds: 12,
    links: {},
    timeline: {
      canvas: { width: 1920, height: 1080, frameRate: { numerator: 30, denominator: 1 } },
      visualTracks: [
        {
          id: 'pictures',
          clips: [visual('picture/beach/1', 0, 120), visual('picture/beach/2', 120, 90), visual('picture/pool/1', 210, 150)],
        },
        { id: 'titles', clips: [visual('title', 10, 60)] },
      ],
      captionTracks: [
        {
          id: 'captions',
          language: 'en',
          burnedIn: true,
          clips: [
            caption('caption/beach/1/1.1', 'Twice a day the sea goes out.', 15),
            caption('caption/pool/1/1.1', 'Look. It is growing a new arm.', 220),
          ],
        },
      ],
      audioTracks: [],
      captionStyles: [{ id: 'boxed' }],
      layouts: [],
      markers: [],
    },
  }
  return { scenes, timeline }
}

/** Gives the node a project with a finished film. */
export function withFilm(node: FakeNode): Schemas['Production'] {
  const { scenes, timeline } = film()
  const project = node.addProject({ status: 'produced' })
  node.scripts.set(project.id, {
    id: 's1',
    projectId: project.id,
    format: 'fountain',
    fileName: 'tide-pools.fountain',
    text: SCRIPT,
    version: 1,
    createdAt: '2026-03-01T09:00:00Z',
    links: {},
  })
  node.scenes.set(project.id, scenes)
  node.timelines.set(project.id, timeline)
  node.assets.push(
    ...scenes
      .flatMap((scene) => scene.shots)
      .map((one, index) => asset({ id: `picture${index}`, role: 'picture', metadata: { shot: one.id, provider: 'Offline illustrator' } })),
    asset({
      id: 'film1',
      role: 'film',
      type: 'video',
      mediaType: 'video/mp4',
      name: 'tide-pools.mp4',
      size: 48_300_000,
      createdAt: '2026-03-01T10:01:00Z',
    }),
  )
  const bill: Schemas['BillLine'][] = [{ item: 'Picture, scene 1 shot 1', provider: 'Offline illustrator', cached: false, charge: free }]
  const production: Schemas['Production'] = {
    id: 'run1',
    job: job({
      id: 'run1',
      projectId: project.id,
      kind: 'production',
      title: 'Make the film',
      state: 'succeeded',
      progress: 100,
      startedAt: '2026-03-01T10:00:00Z',
      completedAt: '2026-03-01T10:01:06Z',
    }),
    steps: [
      job({ id: '1', kind: 'production.parse', title: 'Read the script', state: 'succeeded' }),
      job({ id: '2', kind: 'production.illustrate', title: 'Illustrate scene 1 shot 1', state: 'succeeded', output: { bill } }),
    ],
    film: node.assets.at(-1),
    bill,
    total: free,
    checks: [],
    findings: [],
    links: {},
  } as Schemas['Production']
  node.productions.push(production)
  return production
}
