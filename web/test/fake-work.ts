import type { components } from '@schema'
import { Created, job, Refusal, type Route } from './fake-node'

type Schemas = components['schemas']
type QueueName = Schemas['Queue']['queue']

const TIME = '2026-03-01T10:00:00Z'
const NAMES: QueueName[] = ['high_priority', 'generation', 'processing', 'export', 'notifications']

/** The queues and the messages of the node in memory. */
export class FakeWork {
  queues: Schemas['Queue'][] = NAMES.map((queue) => ({
    queue,
    paused: false,
    waiting: 0,
    parked: 0,
    running: 0,
    dead: 0,
    waitedSeconds: 0,
    links: {},
  }))
  workers: Schemas['Worker'][] = [
    { node: 'node-a', queues: NAMES.map((queue) => ({ queue, atOnce: 2 })), rates: [], since: TIME, silentSeconds: 1 },
  ]
  schedules: Schemas['Schedule'][] = [{ name: 'jobs.prune', schedule: '15 3 * * *', nextAt: '2026-03-02T03:15:00Z' }]
  addresses: Schemas['NotificationAddress'][] = []
  deliveries: Schemas['NotificationDelivery'][] = []

  readonly routes: Route[] = [
    ['GET', /^\/queues$/, () => this.queues],
    ['PUT', /^\/queues\/([^/]+)$/, async (request, [name]) => this.#hold(name, (await request.json()) as Schemas['QueueChange'])],
    ['GET', /^\/workers$/, () => this.workers],
    ['GET', /^\/schedules$/, () => this.schedules],
    ['GET', /^\/notifications\/addresses$/, () => this.addresses],
    [
      'POST',
      /^\/notifications\/addresses$/,
      async (request) => new Created(201, this.#add((await request.json()) as Schemas['NewNotificationAddress'])),
    ],
    ['DELETE', /^\/notifications\/addresses\/([^/]+)$/, (_, [id]) => this.#remove(id)],
    ['POST', /^\/notifications\/addresses\/([^/]+)\/test$/, (_, [id]) => new Created(202, this.#test(id))],
    ['GET', /^\/notifications\/deliveries$/, () => this.deliveries],
  ]

  #hold(name: string | undefined, { paused }: Schemas['QueueChange']): Schemas['Queue'] {
    const found = this.queues.find((one) => one.queue === name)
    if (found === undefined) throw new Refusal(404, 'not_found', `There is no queue ${name}.`)
    const changed = { ...found, paused }
    this.queues = this.queues.map((one) => (one === found ? changed : one))
    return changed
  }

  #add({ channel, target }: Schemas['NewNotificationAddress']): Schemas['NotificationAddress'] {
    const address = { id: `n${this.addresses.length + 1}`, channel, target, createdAt: TIME, links: {} }
    this.addresses = [...this.addresses, address]
    return channel === 'webhook' ? { ...address, signingSecret: 'whsec_c2VjcmV0' } : address
  }

  #remove(id: string | undefined): undefined {
    this.addresses = this.addresses.filter((one) => one.id !== id)
  }

  #test(id: string | undefined): Schemas['Job'] {
    const sent = {
      jobId: `t${this.deliveries.length + 1}`,
      addressId: id ?? '',
      event: 'test',
      text: 'This is a test message of Evergreen.',
      state: 'failed' as const,
      error: 'hooks.example.org answered the webhook with 410',
      attempts: 1,
      createdAt: TIME,
      links: {},
    }
    this.deliveries = [sent, ...this.deliveries]
    return job({ id: sent.jobId, kind: 'notifications.webhook', title: 'Tell', state: 'pending' })
  }
}
