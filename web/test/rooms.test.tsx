// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { FakeNode, free, job, Refusal } from './fake-node'
import { SCRIPT, withFilm } from './film'
import { openStudio } from './studio'

let node: FakeNode
beforeEach(() => {
  node = new FakeNode()
})

describe('films', () => {
  it('begin with the sample when there are none', async () => {
    const { user } = openStudio(node, '/projects')
    await user.click(await screen.findByRole('button', { name: 'Try the sample' }))
    expect(await screen.findByRole('heading', { name: 'Tide pools' })).toBeTruthy()
    expect(node.scripts.get('p1')?.text).toContain('EXT. BEACH - DAWN')
    expect(await screen.findByRole('textbox', { name: 'Script' })).toHaveProperty('value', node.scripts.get('p1')?.text)
  })

  it('begin with a file that is opened', async () => {
    const { user } = openStudio(node, '/projects')
    await screen.findByText('Your first film is one script away')
    const input = document.querySelector<HTMLInputElement>('input[type=file]')
    await user.upload(input as HTMLInputElement, new File(['INT. KITCHEN - DAY\n\nSteam rises.\n'], 'tea_at_dawn.fountain'))
    expect(await screen.findByRole('heading', { name: 'Tea at dawn' })).toBeTruthy()
    expect(node.scripts.get('p1')).toMatchObject({ fileName: 'tea_at_dawn.fountain', text: 'INT. KITCHEN - DAY\n\nSteam rises.\n' })
  })

  it('leave nothing behind when their script is refused', async () => {
    const { user } = openStudio(node, '/projects')
    await screen.findByText('Your first film is one script away')
    node.next.set('PUT /projects/p1/script', () => {
      throw new Refusal(415, 'unsupported_media', 'The file holiday.zip is no script.')
    })
    const input = document.querySelector<HTMLInputElement>('input[type=file]')
    await user.upload(input as HTMLInputElement, new File([new Uint8Array([0x50, 0x4b])], 'holiday.txt'))
    expect(await screen.findByText('The file holiday.zip is no script.')).toBeTruthy()
    expect(node.projects).toEqual([])
  })

  it('are found, and deleted after a question', async () => {
    node.addProject({ id: 'a', title: 'Bees' })
    node.addProject({ id: 'b', title: 'Harbour' })
    const { user } = openStudio(node, '/projects')
    await user.type(await screen.findByRole('searchbox'), 'bee')
    expect(screen.queryByRole('heading', { name: 'Harbour' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Delete Bees' }))
    const dialog = screen.getByRole('dialog', { name: 'Delete “Bees”?' })
    expect(node.projects).toHaveLength(2)
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(node.projects.map((project) => project.id)).toEqual(['b']))
  })

  it('say so when the node is away, and ask again', async () => {
    node.down = true
    const { user } = openStudio(node, '/projects')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('does not answer')
    node.down = false
    node.addProject({ title: 'Bees' })
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'Bees' })).toBeTruthy()
  })

  it('are missing under a wrong address', async () => {
    openStudio(node, '/p/none/script')
    expect(await screen.findByText('There is nothing here')).toBeTruthy()
  })
})

describe('the script', () => {
  it('divides while it is written, and is saved', async () => {
    node.addProject()
    const { user } = openStudio(node, '/p/p1/script')
    const page = await screen.findByRole('textbox', { name: 'Script' })
    expect(screen.getByTestId('scene-count').textContent).toBe('0')
    await user.click(page)
    await user.paste(SCRIPT)
    await waitFor(() => expect(screen.getByTestId('scene-count').textContent).toBe('2'))
    await user.paste('\nINT. KITCHEN - NIGHT\n\nSteam.\n')
    await waitFor(() => expect(screen.getByTestId('scene-count').textContent).toBe('3'))
    const cast = screen.getByRole('list', { name: 'Characters' })
    expect(within(cast).getByText('MARA')).toBeTruthy()
    await waitFor(() => expect(screen.getByTestId('save-chip').dataset['state']).toBe('saved'))
    expect(node.scripts.get('p1')?.text).toContain('INT. KITCHEN - NIGHT')
  })

  it('names a film without a name', async () => {
    node.addProject({ title: 'Untitled film' })
    const { user } = openStudio(node, '/p/p1/script')
    await user.click(await screen.findByRole('textbox', { name: 'Script' }))
    await user.paste(SCRIPT)
    expect(await screen.findByRole('heading', { name: 'Tide Pools' })).toBeTruthy()
    expect(node.projects[0]?.title).toBe('Tide Pools')
  })

  it('goes to a scene by its list', async () => {
    withFilm(node)
    const { user, router } = openStudio(node, '/p/p1/script')
    await user.click(await screen.findByRole('button', { name: /TIDE POOL/ }))
    const page = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Script' })
    expect(SCRIPT.slice(page.selectionStart).startsWith('EXT. TIDE POOL')).toBe(true)
    expect(router.state.location.search).toEqual({ scene: 2 })
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(SCRIPT.slice(page.selectionStart).startsWith('EXT. BEACH')).toBe(true)
  })

  it('says what the node refuses', async () => {
    node.addProject()
    const { user } = openStudio(node, '/p/p1/script')
    node.next.set('PUT /projects/p1/script', () => {
      throw new Refusal(400, 'invalid', 'Line 3, column 1: the note is never closed.')
    })
    await user.click(await screen.findByRole('textbox', { name: 'Script' }))
    await user.paste('[[ note')
    expect((await screen.findByRole('alert')).textContent).toContain('the note is never closed')
    expect(screen.getByTestId('save-chip').textContent).toBe('Needs attention')
  })
})

describe('making', () => {
  it('says what the film will cost, and asks before it spends what is not known', async () => {
    withFilm(node)
    const money = (text: string) => ({ amount: text.slice(1), currency: 'USD', text })
    node.estimate = {
      ...node.estimate,
      expected: money('$0.42'),
      ceiling: money('$1.26'),
      saved: money('$0.04'),
      lines: [
        {
          item: 'Picture, scene 1, shot 1',
          work: 'illustrate',
          tier: 'standard',
          standing: 'priced',
          provider: 'painter//oil',
          expected: money('$0.42'),
          ceiling: money('$1.26'),
          saved: free,
          exact: true,
          why: 'cheapest',
        },
      ],
    }
    const { user } = openStudio(node, '/p/p1/generate')
    expect((await screen.findAllByText('About $0.42, at most $1.26. $0.04 are saved by what was made before.')).length).toBeGreaterThan(0)
    expect((await screen.findByTestId('expected')).textContent).toBe('$0.42')
    const { expected: _, ceiling: __, ...unknown } = node.estimate
    node.estimate = { ...unknown, asks: ['Music: what it costs is not known.'] }
    const [make] = screen.getAllByRole('button', { name: 'Make it again' })
    await user.click(make as HTMLElement)
    const dialog = await screen.findByRole('dialog', { name: 'Spend money on this film?' })
    expect(within(dialog).getByText('Music: what it costs is not known.')).toBeTruthy()
    expect(node.productions).toHaveLength(1)
    await user.click(within(dialog).getByRole('button', { name: 'Make it' }))
    expect(await screen.findByText('Making your film')).toBeTruthy()
  })

  it('keeps the choices with the project and starts with them', async () => {
    const production = withFilm(node)
    const { user } = openStudio(node, '/p/p1/generate')
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Narrator' }), 'slt')
    await user.click(screen.getByRole('radio', { name: /9:16/ }))
    await user.click(screen.getByRole('switch', { name: /Captions/ }))
    await waitFor(() => expect(node.project('p1').settings).toEqual({ voice: 'slt', format: '9:16', captions: false }))
    const [make] = screen.getAllByRole('button', { name: 'Make it again' })
    await user.click(make as HTMLElement)
    expect(await screen.findByText('Making your film')).toBeTruthy()
    expect(node.productions).toHaveLength(2)
    expect(node.productions[1]).toBe(production)
    expect(screen.getAllByText('A film is being made. Cancel it to begin another.').length).toBeGreaterThan(0)
  })

  it('shows who would be asked and why, and changes the rules', async () => {
    withFilm(node)
    node.rankings = [
      {
        capability: 'ImageGenerator',
        for: 'a picture of 1920 by 1080',
        candidates: [
          { offer: 'painter/oil', eligible: true, reason: 'balanced: $0.04 (at most $0.05)', waitSeconds: 0, share: 1 },
          { offer: 'far/ink', eligible: false, reason: 'it works in us, and the rules allow only eu', waitSeconds: 0, share: 1 },
        ],
      },
    ]
    const { user } = openStudio(node, '/p/p1/generate')
    await user.click(await screen.findByText('Who is asked'))
    expect(await screen.findByText('balanced: $0.04 (at most $0.05)')).toBeTruthy()
    expect(screen.getByText('it works in us, and the rules allow only eu')).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: 'What decides' }), 'cheapest')
    await waitFor(() => expect(node.routing.get('p1')).toEqual({ policy: 'cheapest' }))
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Least quality' }), 'high')
    await waitFor(() => expect(node.routing.get('p1')).toEqual({ policy: 'cheapest', quality: 'high' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'What decides' }), '')
    await waitFor(() => expect(node.routing.has('p1')).toBe(false))
  })

  it('says what making may cost', async () => {
    withFilm(node)
    openStudio(node, '/p/p1/generate')
    expect((await screen.findAllByText('Costs nothing.')).length).toBeGreaterThan(0)
  })

  it('shows the film, its checks and its bill', async () => {
    withFilm(node)
    openStudio(node, '/p/p1/generate?run=run1')
    const film = await screen.findByRole('region', { name: 'Film' })
    expect(within(film).getByRole('link', { name: 'Download' }).getAttribute('href')).toBe('/api/v1/assets/film1?download=true')
    expect(await within(film).findByText(/48\.3 MB/)).toBeTruthy()
    expect(film.textContent).toContain('made in 1:06')
    expect(screen.getByText(/passed every check/)).toBeTruthy()
    expect(screen.getByTestId('total').textContent).toBe('$0.00')
    expect(screen.getByRole('list', { name: 'Steps' }).textContent).toContain('Offline illustrator')
  })

  it('names the step that broke and goes on from there', async () => {
    const production = withFilm(node)
    production.job = { ...production.job, state: 'failed', final: true }
    production.steps.push(
      job({
        id: '9',
        kind: 'production.render',
        title: 'Render the film',
        state: 'failed',
        attempts: 3,
        error: 'No space is left on the disk.',
      }),
    )
    const { user } = openStudio(node, '/p/p1/generate')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('“Render the film” did not work')
    expect(alert.textContent).toContain('No space is left on the disk.')
    expect(alert.textContent).toContain('Tried 3 times')
    await user.click(within(alert).getByRole('button', { name: 'Go on from here' }))
    await waitFor(() => expect(node.productions[0]?.job.state).toBe('running'))
    expect(await screen.findByText('Making your film')).toBeTruthy()
  })

  it('follows a running production and cancels it', async () => {
    const production = withFilm(node)
    production.job = { ...production.job, state: 'running', final: false, progress: 42 }
    production.etaSeconds = 65
    production.steps.push(
      job({ id: '8', kind: 'production.render', title: 'Render the film', state: 'running', progress: 30, stage: 'encoding' }),
    )
    const { user, queries } = openStudio(node, '/p/p1/generate')
    expect((await screen.findByTestId('percent')).textContent).toBe('42%')
    expect(screen.getByTestId('eta').textContent).toBe('about 1:05 left')
    node.productions = [{ ...production, job: { ...production.job, progress: 76 } }]
    await queries.invalidateQueries({ queryKey: ['production'] })
    await waitFor(() => expect(screen.getByTestId('percent').textContent).toBe('76%'))
    expect(screen.getByText('75 percent of the film is made')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(await screen.findByText(/What was finished stays/)).toBeTruthy()
  })

  it('shows what the checks found', async () => {
    withFilm(node).checks = ['A caption stays for less than a second at 0:12.']
    openStudio(node, '/p/p1/generate')
    expect(await screen.findByText('A caption stays for less than a second at 0:12.')).toBeTruthy()
  })
})

describe('changing', () => {
  it('rewrites a caption and says that the film is out of date', async () => {
    withFilm(node)
    const { user } = openStudio(node, '/p/p1/edit')
    const caption = await screen.findByRole('textbox', { name: 'Caption at 0:07' })
    expect(screen.getByText('The film is up to date.')).toBeTruthy()
    await user.clear(caption)
    await user.type(caption, 'Look, a new arm!{Enter}')
    await waitFor(() => expect(node.timelines.get('p1')?.revision).toBe(4))
    expect(node.timelines.get('p1')?.timeline.captionTracks[0]?.clips[1]?.text).toBe('Look, a new arm!')
    expect(await screen.findByText('Out of date: captions were changed.')).toBeTruthy()
  })

  it('puts the words on top of a timeline that somebody else changed', async () => {
    withFilm(node)
    const { user } = openStudio(node, '/p/p1/edit')
    const caption = await screen.findByRole('textbox', { name: 'Caption at 0:07' })
    const timeline = node.timelines.get('p1')
    if (timeline === undefined) throw new Error('no timeline')
    node.timelines.set('p1', { ...timeline, revision: 8 })
    await user.type(caption, ' Really.{Enter}')
    await waitFor(() => expect(node.timelines.get('p1')?.revision).toBe(9))
  })

  it('names who changed the same caption meanwhile', async () => {
    withFilm(node)
    const { user } = openStudio(node, '/p/p1/edit')
    const caption = await screen.findByRole('textbox', { name: 'Caption at 0:07' })
    const timeline = node.timelines.get('p1')
    if (timeline === undefined) throw new Error('no timeline')
    node.timelines.set('p1', { ...timeline, revision: 8 })
    node.editedByOthers.push('caption/pool/1/1.1')
    await user.type(caption, ' Really.{Enter}')
    expect(await screen.findByText('The text of caption/pool/1/1.1 was changed by Lin.')).toBeTruthy()
    expect(node.timelines.get('p1')?.revision).toBe(8)
  })

  it('takes words back with Escape, and never keeps an empty caption', async () => {
    withFilm(node)
    const { user } = openStudio(node, '/p/p1/edit')
    const caption = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Caption at 0:07' })
    await user.type(caption, ' More')
    await user.keyboard('{Escape}')
    expect(caption.value).toBe('Look. It is growing a new arm.')
    await user.clear(caption)
    await user.tab()
    expect(caption.value).toBe('Look. It is growing a new arm.')
    expect(node.timelines.get('p1')?.revision).toBe(3)
  })

  it('asks for another picture, and remembers it over a reload until the film is made', async () => {
    withFilm(node)
    const first = openStudio(node, '/p/p1/edit')
    const shot = await screen.findByRole('listitem', { name: 'Shot 2.1' })
    await first.user.click(within(shot).getByRole('button', { name: 'Another picture' }))
    const dialog = screen.getByRole('dialog', { name: 'Another picture for shot 2.1' })
    await first.user.type(within(dialog).getByRole('textbox'), 'closer')
    await first.user.click(within(dialog).getByRole('button', { name: 'Ask for it' }))
    await waitFor(() => expect(node.redone).toEqual([{ shot: 'pool/1', notes: 'closer' }]))
    first.page.unmount()

    const second = openStudio(node, '/p/p1/edit')
    expect(await screen.findByText('Out of date: another picture was asked for.')).toBeTruthy()
    await second.user.click(await screen.findByRole('button', { name: 'Make it again' }))
    expect(await screen.findByText('Making your film')).toBeTruthy()
  })

  it('waits for the first film', async () => {
    node.addProject()
    openStudio(node, '/p/p1/edit')
    expect(await screen.findByText('There is no film to change yet')).toBeTruthy()
  })
})
