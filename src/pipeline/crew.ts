/**
 * Who does the work: the caller's own thread, or several beside it (piscina). What comes out is the same for any number. A
 * thread has its own tables of languages, a third of a second and some 60 MB: little work is done at once. The only door
 * to piscina.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Learned } from '../text/learned.js'
import { type Filed, type Named, type TaskOptions, tasksOf } from './tasks.js'

export interface Crew {
  /** How many tasks can be done at a time. */
  readonly size: number
  readDocuments(files: readonly Uint8Array[]): Promise<Filed[]>
  recordRelease(release: readonly Named[]): Promise<Uint8Array>
  close(): Promise<void>
}

const THREAD = new URL('./thread.js', import.meta.url) // not there in a bundle, or among sources
const FILES_PER_THREAD = 40 // below it a thread has not begun before the work is done

/** A crew for so many files, of `jobs` threads at most (by default as many as there are cores). */
export async function crewFor(files: number, options: TaskOptions, model?: Learned, jobs?: number): Promise<Crew> {
  const size = Math.min(jobs ?? availableParallelism(), Math.floor(files / FILES_PER_THREAD))
  if (size < 2 || !existsSync(THREAD)) return alone(options, model)
  const { Piscina } = await import('piscina')
  const pool = new Piscina({
    filename: THREAD.href,
    minThreads: size,
    maxThreads: size,
    workerData: options,
  })
  return {
    size,
    readDocuments: files => pool.run(files, { name: 'readDocuments' }),
    recordRelease: release => pool.run(release, { name: 'recordRelease' }),
    close: () => pool.destroy(),
  }
}

function alone(options: TaskOptions, model?: Learned): Crew {
  const tasks = tasksOf(options, model)
  return {
    size: 1,
    readDocuments: async files => tasks.readDocuments(files),
    recordRelease: async release => tasks.recordRelease(release),
    close: async () => {},
  }
}
