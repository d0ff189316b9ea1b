/** A thread of the crew (`crew.ts`): the tasks, with the options of the run. */
import { workerData } from 'node:worker_threads'
import { type Named, type TaskOptions, tasksOf } from './tasks.js'

const tasks = tasksOf(workerData as TaskOptions)

export const readDocuments = (files: readonly Uint8Array[]) => tasks.readDocuments(files)
export const recordRelease = (release: readonly Named[]) => tasks.recordRelease(release)
