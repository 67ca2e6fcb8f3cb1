import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/api/client'
import { accountsQuery, pluginsQuery, projectsQuery, providersQuery, spendQuery } from '@/api/queries'

export interface Choice {
  id: string
  title: string
}

/** Who and what budgets may be about, as people know them. */
export interface Names {
  projects: readonly Choice[]
  people: readonly Choice[]
  plugins: readonly Choice[]
  accountsOf: (plugin: string) => readonly string[]
  /** Whatever is known only by its id keeps it. */
  title: (choices: readonly Choice[], id: string) => string
}

export function useNames(): Names {
  const projects = useQuery(projectsQuery)
  const plugins = useQuery(pluginsQuery)
  const providers = useQuery({ ...providersQuery, refetchInterval: false })
  const accounts = useQuery(accountsQuery)
  // Nobody lists people; who has spent something and who owns a film is who can.
  const spenders = useQuery(spendQuery('person', '', ''))
  const { t } = useTranslation()

  const people = new Map<string, string>()
  for (const project of projects.data ?? []) people.set(project.ownerId, t('spending.owner'))
  for (const line of spenders.data ?? []) if (line.key !== '') people.set(line.key, line.name)

  const titles = new Map<string, string>()
  for (const offer of providers.data ?? []) titles.set(offer.plugin, offer.plugin)
  for (const plugin of plugins.data ?? []) {
    for (const descriptor of plugin.descriptors) {
      if (descriptor.kind === 'provider' || descriptor.kind === 'publisher') titles.set(descriptor.id, descriptor.title)
    }
  }
  return {
    projects: (projects.data ?? []).map(({ id, title }) => ({ id, title })),
    people: [...people].map(([id, title]) => ({ id, title })),
    plugins: [...titles].map(([id, title]) => ({ id, title })).toSorted((a, b) => a.title.localeCompare(b.title)),
    accountsOf: (plugin) => [
      ...new Set([
        ...(accounts.data ?? []).filter((account) => account.plugin === plugin).map(({ name }) => name),
        ...(providers.data ?? []).filter((offer) => offer.plugin === plugin && offer.account !== '').map(({ account }) => account),
      ]),
    ],
    title: (choices, id) => choices.find((choice) => choice.id === id)?.title ?? id,
  }
}

/** What a budget is about, in words. */
export function useScopeWords(): (scope: Pick<Schemas['Budget'], 'projectId' | 'personId' | 'plugin' | 'account'>) => string {
  const { t } = useTranslation()
  const names = useNames()
  return ({ projectId, personId, plugin, account }) => {
    const parts = [
      projectId === undefined ? '' : t('spending.scope.project', { title: names.title(names.projects, projectId) }),
      personId === undefined ? '' : t('spending.scope.person', { name: names.title(names.people, personId) }),
      plugin === undefined ? '' : names.title(names.plugins, plugin) + (account === undefined ? '' : ` / ${account}`),
    ].filter(Boolean)
    return parts.length === 0 ? t('spending.scope.all') : parts.join(' · ')
  }
}
