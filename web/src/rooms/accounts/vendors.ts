import type { Schemas } from '@/api/client'

type Offer = Schemas['ProviderOffer']
type Descriptor = Schemas['Descriptor']

/** A provider plugin that takes an account. */
export interface Vendor {
  /** The plugin id that accounts name. */
  plugin: string
  descriptor: Descriptor
}

/** Provider plugins that have something to set: a plugin without parameters works without an account. */
export function vendorsOf(plugins: readonly Schemas['Plugin'][]): Vendor[] {
  return plugins
    .filter((plugin) => plugin.state === 'active')
    .flatMap((plugin) => plugin.descriptors)
    .filter((descriptor) => descriptor.kind === 'provider' || descriptor.kind === 'publisher')
    .filter((descriptor) => Object.keys((descriptor.parameters['properties'] ?? {}) as object).length > 0)
    .map((descriptor) => ({ plugin: descriptor.id, descriptor }))
    .toSorted((a, b) => a.descriptor.title.localeCompare(b.descriptor.title))
}

/** Offers by what they do, in the order a film needs them; the router's order within stays. */
export function byCapability(offers: readonly Offer[]): [capability: string, offers: Offer[]][] {
  const order = ['ScriptAnalyst', 'TextGenerator', 'SpeechSynthesizer', 'ImageGenerator', 'VideoGenerator', 'MusicComposer']
  const groups = new Map<string, Offer[]>()
  for (const offer of offers) {
    const group = groups.get(offer.capability)
    if (group === undefined) groups.set(offer.capability, [offer])
    else group.push(offer)
  }
  const rank = (capability: string) => {
    const place = order.indexOf(capability)
    return place === -1 ? order.length : place
  }
  return [...groups].toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
}

export type OfferHealth = 'healthy' | 'resting' | 'recovering' | 'failing'

/** An offer's health in one word. */
export function healthOf(offer: Offer, now: number): OfferHealth {
  if (offer.circuit === 'open') return 'failing'
  if (offer.circuit === 'half_open') return 'recovering'
  if (offer.coolDownUntil !== undefined && new Date(offer.coolDownUntil).getTime() > now) return 'resting'
  return 'healthy'
}
