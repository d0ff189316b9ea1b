/**
 * Who does the work: the caller's own thread, or several beside it (piscina). What comes out is the same for any number. A
 * thread has its own program and patterns, a third of a second and some 50 MB: little work is done at once. The only door
 * to piscina.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { UserError } from '../errors.js'
import type { Learned } from '../learned/learned.js'
import { sharedTable } from '../words/word-model.js'
import { type TaskOptions, type Tasks, tasksOf } from './tasks.js'
import type { Answer } from './thread.js'

/** The tasks, done elsewhere. */
export type WorkerPool = {
  readonly [K in keyof Tasks]: (given: Parameters<Tasks[K]>[0]) => Promise<Awaited<ReturnType<Tasks[K]>>>
} & {
  /** How many tasks are worth giving at a time: enough that nobody waits. */
  readonly ahead: number
  close(): Promise<void>
}

const THREAD = new URL('./thread.js', import.meta.url) // not there in a bundle, or among sources
const TASKS_AHEAD = 2 // of each thread
const FILES_PER_THREAD = 40 // below it a thread has not begun before the work is done

/** So many files are enough for all threads. */
export const enoughFiles = (jobs = availableParallelism()) => jobs * FILES_PER_THREAD

/**
 * A pool for so many files, of `jobs` threads at most (by default as many as there are cores). It begins with the first
 * task: a run that knows everything already needs no thread.
 */
export function workerPool(
  files: number,
  options: TaskOptions,
  model?: Learned,
  jobs = availableParallelism(),
): WorkerPool {
  const size = Math.min(jobs, Math.floor(files / FILES_PER_THREAD))
  const isAlone = size < 2 || !existsSync(THREAD)
  let begun: Promise<Runner> | undefined
  const run = async (task: keyof Tasks, given: unknown) => {
    begun ??= isAlone ? alone(options, model) : together(size, options)
    return (await begun).run(task, given)
  }
  const by = (task: keyof Tasks) => (given: unknown) => run(task, given)
  const tasks = {
    readDocuments: by('readDocuments'),
    fileDocuments: by('fileDocuments'),
    summarise: by('summarise'),
    recordRelease: by('recordRelease'),
  }
  return {
    ...(tasks as Pick<WorkerPool, keyof Tasks>),
    ahead: (isAlone ? 1 : size) * TASKS_AHEAD,
    close: async () => (await begun?.catch(() => undefined))?.close(),
  }
}

interface Runner {
  run(task: keyof Tasks, given: unknown): unknown
  close(): Promise<void>
}

async function alone(options: TaskOptions, model?: Learned): Promise<Runner> {
  const tasks = tasksOf(options, model)
  return { run: (task, given) => (tasks[task] as (given: unknown) => unknown)(given), close: async () => {} }
}

async function together(size: number, options: TaskOptions): Promise<Runner> {
  const { Piscina } = await import('piscina')
  sharedTable() // which the threads read where it is
  const piscina = new Piscina({
    filename: THREAD.href,
    minThreads: size,
    maxThreads: size,
    workerData: options,
  })
  const run = async (task: keyof Tasks, given: unknown) => {
    const answer = (await piscina.run({ task, given })) as Answer
    if ('problem' in answer) throw new UserError(answer.problem)
    return answer.given
  }
  return { run, close: () => piscina.destroy() }
}
