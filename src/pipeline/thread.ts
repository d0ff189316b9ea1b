/** A thread of the pool (`worker-pool.ts`): the tasks, with the options of the run. */
import { workerData } from 'node:worker_threads'
import { UserError } from '../errors.js'
import { type TaskOptions, type Tasks, tasksOf } from './tasks.js'

/** What a task gives, or the message for the user: an error loses its class on the way to another thread. */
export type Answer = { readonly given: unknown } | { readonly problem: string }

let tasks: Tasks | undefined

/** Does a task, by its name. */
export default async function answer({ task, given }: { task: keyof Tasks; given: unknown }): Promise<Answer> {
  try {
    tasks ??= tasksOf(workerData as TaskOptions)
    return { given: await (tasks[task] as (given: unknown) => unknown)(given) }
  } catch (error) {
    if (error instanceof UserError) return { problem: error.message }
    throw error
  }
}
