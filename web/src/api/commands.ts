import type { QueryClient } from '@tanstack/react-query'
import { ApiError, api, done, type Schemas, take, takeTagged } from './client'

/** What the rooms tell the node to do. Each returns what the node answered. */

export function createProject(title: string): Promise<Schemas['Project']> {
  return take(api.POST('/projects', { body: { title } }))
}

export function deleteProject(projectId: string): Promise<void> {
  return done(api.DELETE('/projects/{projectId}', { params: { path: { projectId } } }))
}

/** The key of mutations that change a project's own fields. */
export function changing(projectId: string): string[] {
  return ['change', projectId]
}

type Changes = { title?: string; settings?: Schemas['Settings'] }

/**
 * Changes what is named and keeps the rest. When somebody else was faster the change is made once more, on top of theirs: the fields of
 * a project stand for themselves.
 */
export async function saveProject(queries: QueryClient, projectId: string, changes: Changes): Promise<Schemas['Project']> {
  const attempt = async (): Promise<Schemas['Project']> => {
    const { data: project, tag } = await takeTagged(api.GET('/projects/{projectId}', { params: { path: { projectId } } }))
    return take(
      api.PUT('/projects/{projectId}', {
        params: { path: { projectId }, header: { 'If-Match': tag } },
        body: {
          title: changes.title ?? project.title,
          description: project.description,
          settings: { ...project.settings, ...changes.settings },
        },
      }),
    )
  }
  let saved: Schemas['Project']
  try {
    saved = await attempt()
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 412) throw error
    saved = await attempt()
  }
  void queries.invalidateQueries({ queryKey: ['projects'] })
  // An answer to an earlier change must not undo a later one on the screen: the last one's answer stands.
  if (queries.isMutating({ mutationKey: changing(projectId) }) <= 1) queries.setQueryData(['project', projectId], saved)
  return saved
}

/** Gives the project rules of its own for which providers are asked, or none: then the node's hold. */
export async function saveRouting(projectId: string, rules: Schemas['Routing'] | undefined): Promise<Schemas['EffectiveRouting']> {
  const attempt = async (): Promise<Schemas['EffectiveRouting']> => {
    const { tag } = await takeTagged(api.GET('/projects/{projectId}/routing', { params: { path: { projectId } } }))
    const params = { path: { projectId }, header: { 'If-Match': tag } }
    return rules === undefined
      ? take(api.DELETE('/projects/{projectId}/routing', { params }))
      : take(api.PUT('/projects/{projectId}/routing', { params, body: rules }))
  }
  try {
    return await attempt()
  } catch (error) {
    // The rules share the project's revision: somebody may have changed its title meanwhile.
    if (!(error instanceof ApiError) || error.status !== 412) throw error
    return attempt()
  }
}

export function storeScript(projectId: string, text: string, fileName: string): Promise<Schemas['StoredScript']> {
  const body = fileName === '' ? { text } : { text, fileName }
  return take(api.PUT('/projects/{projectId}/script', { params: { path: { projectId } }, body }))
}

export function startProduction(projectId: string, request: Schemas['ProductionRequest']): Promise<Schemas['Production']> {
  return take(api.POST('/projects/{projectId}/productions', { params: { path: { projectId } }, body: request }))
}

export function cancelProduction(productionId: string): Promise<Schemas['Production']> {
  return take(api.POST('/productions/{productionId}/cancel', { params: { path: { productionId } } }))
}

export function retryProduction(productionId: string): Promise<Schemas['Production']> {
  return take(api.POST('/productions/{productionId}/retry', { params: { path: { productionId } } }))
}

export function redoShot(projectId: string, shotId: string, wish: Schemas['RedoShot']): Promise<void> {
  return done(api.POST('/projects/{projectId}/shots/{shotId}/redo', { params: { path: { projectId, shotId } }, body: wish }))
}

export function rewriteCaption(projectId: string, baseRevision: number, clipId: string, text: string): Promise<Schemas['Timeline']> {
  const commands = [{ command: 'set-caption-text', clip: clipId, text }]
  return take(api.POST('/editor/timeline', { body: { projectId, baseRevision, commands } }))
}

export function addAccount(account: Schemas['NewAccount']): Promise<Schemas['Account']> {
  return take(api.POST('/accounts', { body: account }))
}

export function changeAccount(accountId: string, change: Schemas['AccountChange']): Promise<Schemas['Account']> {
  return take(api.PUT('/accounts/{accountId}', { params: { path: { accountId } }, body: change }))
}

export function removeAccount(accountId: string): Promise<void> {
  return done(api.DELETE('/accounts/{accountId}', { params: { path: { accountId } } }))
}

export function testAccount(accountId: string): Promise<Schemas['Health']> {
  return take(api.POST('/accounts/{accountId}/test', { params: { path: { accountId } } }))
}

export function orderAccounts(ids: string[]): Promise<Schemas['Account'][]> {
  return take(api.POST('/accounts/order', { body: { ids } }))
}

export function removePlugin(symbolicName: string): Promise<void> {
  return done(api.DELETE('/plugins/{symbolicName}', { params: { path: { symbolicName } } }))
}

export function rollBackPlugin(symbolicName: string): Promise<Schemas['Plugin']> {
  return take(api.POST('/plugins/{symbolicName}/rollback', { params: { path: { symbolicName } } }))
}

export function enablePlugin(symbolicName: string): Promise<Schemas['Plugin']> {
  return take(api.POST('/plugins/{symbolicName}/enable', { params: { path: { symbolicName } } }))
}

export function limitSpending(budget: Schemas['BudgetLimit']): Promise<Schemas['Budget']> {
  return take(api.PUT('/budgets', { body: budget }))
}

export function removeBudget(budgetId: string): Promise<void> {
  return done(api.DELETE('/budgets/{budgetId}', { params: { path: { budgetId } } }))
}

export function lookUpCall(callId: string): Promise<Schemas['Call']> {
  return take(api.POST('/calls/{callId}/look-up', { params: { path: { callId } } }))
}

export function reconcileCall(callId: string, verdict: Schemas['Reconciliation']): Promise<Schemas['Call']> {
  return take(api.POST('/calls/{callId}/reconcile', { params: { path: { callId } }, body: verdict }))
}

export function holdQueue(queue: string, paused: boolean): Promise<Schemas['Queue']> {
  return take(api.PUT('/queues/{queue}', { params: { path: { queue } }, body: { paused } }))
}

export function retryJob(jobId: string): Promise<Schemas['Job']> {
  return take(api.POST('/jobs/{jobId}/retry', { params: { path: { jobId } } }))
}

export function discardJob(jobId: string): Promise<void> {
  return done(api.DELETE('/jobs/{jobId}', { params: { path: { jobId } } }))
}

export function addAddress(address: Schemas['NewNotificationAddress']): Promise<Schemas['NotificationAddress']> {
  return take(api.POST('/notifications/addresses', { body: address }))
}

export function removeAddress(addressId: string): Promise<void> {
  return done(api.DELETE('/notifications/addresses/{addressId}', { params: { path: { addressId } } }))
}

export function testAddress(addressId: string): Promise<Schemas['Job']> {
  return take(api.POST('/notifications/addresses/{addressId}/test', { params: { path: { addressId } } }))
}
