/** A thread of the crew (`crew.ts`): the tasks, with the options of the run. */
import { workerData } from 'node:worker_threads'
import { type TaskOptions, type Tasks, tasksOf } from './tasks.js'

const tasks = tasksOf(workerData as TaskOptions)

/** Does a task, by its name. */
export default <K extends keyof Tasks>({ task, given }: { task: K; given: Parameters<Tasks[K]>[0] }) =>
  (tasks[task] as (given: Parameters<Tasks[K]>[0]) => ReturnType<Tasks[K]>)(given)
