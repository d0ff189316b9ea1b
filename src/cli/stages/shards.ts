/**
 * A folder where many machines each do a part of a stage: files named by what they hold and by their part
 * (`documents-00003-of-00016.jsonl`), and beside each a mark that says that it is whole, how it was made and from what. A part that
 * is marked as made in the same way from the same is not made again. Whoever asks for a part has its bytes hashed: one that
 * was changed behind its mark is as one that is not there.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { cannot, codeOf, UserError } from '../../errors.js'
import type { Decision, Decisions } from '../../model.js'
import type { Shard } from '../../pipeline/shard.js'
import { generator } from '../../record/record.js'
import type { Flags } from '../flags.js'
import { fileOutput, type Io, type Sink, unreadable } from '../io.js'

/** What the parts of a stage hold, in the order of the stages. */
export type ShardName = 'documents' | 'releases' | 'records'

/** Says of a part that it is whole. */
export interface Mark {
  /** A hash of how it was made, and from what. */
  readonly by: string
  readonly sha256: string
  readonly items: number
  /** With which the run that made it ended. */
  readonly exitCode: number
}

const DIGITS = 5
const number = (k: number) => String(k).padStart(DIGITS, '0')
const FILE = /^(documents|releases|records)-\d+-of-(\d+)\.done$/

/** How a stage makes its parts: a hash of its options, the version of the tool, and the hashes of what it reads. */
export const waysOf = (stage: string, options: unknown, inputs: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([stage, generator, options, inputs]))
    .digest('hex')

/** Parts are named by their folder, and hold a line for each thing. Throws a UserError where options say otherwise. */
export function checkPartFlags(flags: Flags): void {
  if (flags.output !== undefined) throw new UserError('--shards names the files that are written; remove -o')
  if (flags.pretty) throw new UserError('parts are JSON lines; remove --pretty')
}

/** Decisions among the options by which the parts of a stage are known. */
export const decisionsOf = ({ decisions }: { readonly decisions?: Decisions }): readonly Decision[] =>
  decisions?.decisions ?? []

/** Tells that a part was made before; the exit code is that of then. */
export function tellDone(paths: readonly string[], exitCode: number, flags: Flags, io: Io): number {
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : ''
  if (!flags.quiet) io.stderr.write(`parawire: ${paths[0]}${more}: made before, nothing to do\n`)
  return exitCode
}

/** All parts of so many. */
export const allShards = (count: number): Shard[] => Array.from({ length: count }, (_, k) => ({ number: k + 1, count }))

/** A folder of parts. */
export type Shards = Awaited<ReturnType<typeof openShards>>

/** Opens the folder, which is made where there is none. */
export async function openShards(path: string, io: Io) {
  const folder = resolve(io.cwd, path)
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw cannot(`make the folder ${path}`, error)
  })
  const nameOf = (name: ShardName, shard: Shard) => `${name}-${number(shard.number)}-of-${number(shard.count)}`
  const pathOf = (name: ShardName, shard: Shard) => join(path, `${nameOf(name, shard)}.jsonl`)
  const markPath = (name: ShardName, shard: Shard) => join(folder, `${nameOf(name, shard)}.done`)
  return {
    /** What a user calls a part: its path as the folder was named. */
    pathOf,
    /** The mark of a part; null where the part is not as it was marked. Throws a UserError where one of them cannot be read. */
    async markOf(name: ShardName, shard: Shard): Promise<Mark | null> {
      const mark = await readMark(markPath(name, shard))
      return mark && mark.sha256 === (await hashOf(pathOf(name, shard), io)) ? mark : null
    },
    /** A part to be written: it is there, and marked, when it is finished. */
    async begin(name: ShardName, shard: Shard, by: string): Promise<Sink> {
      const output = await fileOutput(pathOf(name, shard), io)
      const hash = createHash('sha256')
      let items = 0
      return {
        async write(item) {
          const line = `${JSON.stringify(item)}\n`
          hash.update(line)
          items++
          await output.write(line)
        },
        async finish(exitCode) {
          const mark: Mark = { by, sha256: hash.digest('hex'), items, exitCode }
          await rm(markPath(name, shard), { force: true }) // no old mark beside a new part, whenever the process is killed
          await output.finish()
          const file = await fileOutput(markPath(name, shard), io)
          try {
            await file.write(markText(mark))
            await file.finish()
          } catch (error) {
            await file.abandon()
            throw error
          }
        },
        abandon: output.abandon,
      }
    },
    /** Of how many parts there are some. Throws a UserError where there are none, or some of another count. */
    async count(name: ShardName): Promise<number> {
      const files = await readdir(folder).catch(error => {
        throw unreadable(path, error)
      })
      const counts = new Set(
        files.flatMap(file => (FILE.exec(file)?.[1] === name ? [Number(FILE.exec(file)![2])] : [])),
      )
      const [count] = counts
      if (count === undefined) throw new UserError(`${path} holds no finished ${name}; ${BEFORE[name]}`)
      if (counts.size > 1)
        throw new UserError(`${path} holds ${name} in parts of ${[...counts].sort().join(' and of ')}; remove one kind`)
      return count
    },
  }
}

const BEFORE: Readonly<Record<ShardName, string>> = {
  documents: 'make them with parawire parse FILES --shards FOLDER --shard 1/N',
  releases: 'make them with parawire group --shards FOLDER',
  records: 'make them with parawire align --shards FOLDER',
}

/** The marks of all parts. Throws a UserError that names the missing ones. */
export async function allMarks(shards: Shards, name: ShardName, count: number): Promise<Mark[]> {
  const marks: Mark[] = []
  const missing: number[] = []
  for (const shard of allShards(count)) {
    const mark = await shards.markOf(name, shard)
    if (mark) marks.push(mark)
    else missing.push(shard.number)
  }
  if (missing.length === 0) return marks
  const named = missing.slice(0, MOST_NAMED).map(k => `${k}/${count}`)
  const rest = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : ''
  throw new UserError(`${name} ${named.join(', ')}${rest} are unfinished or were changed; ${BEFORE[name]}`)
}

const MOST_NAMED = 10

/** Writes to one part after another; what there is in all is known when the first thing comes. */
export function partsOf(shards: Shards, count: number, by: string, totalOf: () => number): Sink {
  let [written, done] = [0, 0]
  let part: Sink | null = null
  const next = async (): Promise<Sink> => {
    await part?.finish(0)
    return shards.begin('releases', { number: ++done, count }, by)
  }
  return {
    async write(item) {
      const own = 1 + Math.floor((written++ * count) / totalOf())
      while (!part || done < own) part = await next()
      await part.write(item)
    },
    async finish(exitCode) {
      while (done < count) part = await next()
      await part?.finish(exitCode)
    },
    abandon: async () => part?.abandon(),
  }
}

/** Null for a file that is not there. */
async function hashOf(path: string, io: Io): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(resolve(io.cwd, path))) hash.update(chunk)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw unreadable(path, error)
  }
  return hash.digest('hex')
}

/** A line of JSON, and behind it a line with its hash. */
function markText(mark: Mark): string {
  const text = `${JSON.stringify(mark)}\n`
  return `${text}${createHash('sha256').update(text).digest('hex')}\n`
}

async function readMark(path: string): Promise<Mark | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw unreadable(path, error)
  })
  if (text === null) return null
  try {
    const mark = JSON.parse(text.slice(0, text.indexOf('\n'))) as Mark
    if (text === markText(mark)) return mark
  } catch {}
  throw new UserError(`${path} is damaged; remove it to rebuild the part`)
}
