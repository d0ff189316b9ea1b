/**
 * kill -9 at any moment, with the real program: what is written is whole or not there, the next run gives the bytes of a run
 * that nobody killed, and nothing of the dead one is left. Half of the kills come when a file has just been begun.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { isUnfinished } from '../../src/store/unfinished.js'
import { manyReleases } from '../cli-texts.js'
import { compiledProgram } from '../program.js'
import { tempFolder } from '../temp-folder.js'
import { below, type Chance, chance, KILLS, SEED } from './campaign.js'

const RELEASES = 44 // twice as many files: enough for two threads
const home = tempFolder(manyReleases(0, RELEASES))
const texts = join(home, 'in')
const corpus = join(home, 'corpus.ndjson')
const languages = ['--languages', 'da,de']

/** A command that writes, by lines of arguments that run one after another; all of what it writes is in its folder. */
interface Way {
  readonly name: string
  readonly lines: readonly (readonly string[])[]
  /** What an earlier run has left there. */
  readonly earlier?: Readonly<Record<string, string>>
  /** It writes into no folder that is there. */
  readonly isOnce?: boolean
}

const OLD = 'of an earlier run\n'
const ways: readonly Way[] = [
  { name: 'build --work', lines: [[texts, '--work', 'work', '-o', 'out']], earlier: { out: OLD } },
  { name: 'build', lines: [[texts, '-o', 'out', '--rejects', 'rejects']] },
  { name: 'learn', lines: [['learn', texts, '-o', 'out']], earlier: { out: OLD } },
  { name: 'report', lines: [['report', corpus, '-o', 'out']] },
  { name: 'export text', lines: [['export', corpus, '--format', 'text', '-o', 'out']], isOnce: true },
  { name: 'export xces', lines: [['export', corpus, '--format', 'xces', ...languages, '-o', 'out']], isOnce: true },
  {
    name: 'export moses',
    lines: [['export', corpus, '--format', 'moses', ...languages, '-o', 'out']],
    earlier: { 'out.da': OLD, 'out.de': OLD },
  },
  {
    name: 'parts',
    lines: [
      ['parse', texts, '--shards', 'parts', '--shard', '1/2'],
      ['parse', texts, '--shards', 'parts', '--shard', '2/2'],
      ['group', '--shards', 'parts'],
      ['align', '--shards', 'parts'],
    ],
  },
  { name: 'diff', lines: [['diff', corpus, corpus]] },
]

let bin: string
const clean = new Map<Way, { readonly files: Files; readonly time: number }>()
beforeAll(async () => {
  bin = compiledProgram()
  spawnSync(process.execPath, [bin, texts, '-q', '-o', corpus])
  for (const way of ways) {
    const place = newPlace()
    const begun = performance.now()
    for (const line of way.lines) expect((await ended(start(line, place))).code).toBe(0)
    clean.set(way, { files: filesIn(place), time: performance.now() - begun })
  }
}, 300_000)

type Files = Readonly<Record<string, string>>

const newPlace = (files: Files = {}) => tempFolder({ ...files, tmp: null })

function start(line: readonly string[], place: string): ChildProcess {
  // From Node 22 on, Node keeps what it compiled among temporary files.
  const env = { ...process.env, TMPDIR: join(place, 'tmp'), NODE_DISABLE_COMPILE_CACHE: '1' }
  return spawn(process.execPath, [bin, ...line, '-q'], { cwd: place, env, stdio: ['ignore', 'ignore', 'pipe'] })
}

async function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly err: string }> {
  let err = ''
  child.stderr!.on('data', chunk => {
    err += chunk
  })
  const code = await new Promise<number | null>(done => child.once('close', done))
  return { code, err }
}

const namesIn = (place: string) => readdirSync(place, { recursive: true, encoding: 'utf8' })

/** What a run makes for itself alone. */
const leftIn = (place: string) => namesIn(place).filter(isOwn)
const isOwn = (name: string) => name.split(sep).some(part => isUnfinished(part) || part.startsWith('lock'))

/** Every file that is for others; the shards of a work folder are cut as it happens. */
const filesIn = (place: string): Files =>
  Object.fromEntries(
    namesIn(place)
      .filter(name => !isOwn(name) && !name.startsWith('work') && statSync(join(place, name)).isFile())
      .sort()
      .map(name => [name, readFileSync(join(place, name), 'utf8')]),
  )

/** Runs the lines of a way until one is killed. */
async function killed(way: Way, place: string, random: Chance): Promise<void> {
  let left = random() * clean.get(way)!.time * 1.1
  const isEarly = random() < 0.5
  for (const line of way.lines) {
    const begun = performance.now()
    const child = start(line, place)
    const end = ended(child)
    if (isEarly) await Promise.race([end, somethingBegun(place).then(() => pause(below(random, 40)))])
    else await Promise.race([end, pause(left)])
    if (child.exitCode === null) {
      child.kill('SIGKILL')
      await end
      return
    }
    left -= performance.now() - begun
  }
}

async function somethingBegun(place: string): Promise<void> {
  const begun = performance.now()
  while (performance.now() - begun < MOST_WAITED && !hasBegun(place)) await pause(1)
}

function hasBegun(place: string): boolean {
  try {
    return leftIn(place).length > 0
  } catch {
    return true // a folder that went while it was looked through
  }
}

const MOST_WAITED = 20_000

/** What of the files that stand there no clean run has written, nor an earlier one. */
function halves({ earlier = {} }: Way, files: Files, whole: Files): string[] {
  const names = Object.keys(files).filter(name => name !== MARK)
  const news = names.filter(name => files[name] === whole[name])
  const olds = names.filter(name => files[name] === earlier[name])
  const others = names.filter(name => !news.includes(name) && !olds.includes(name))
  return news.length > 0 ? [...others, ...olds] : others
}

/** It lists what a report is about to write, too. */
const MARK = join('out', 'parawire-report.json')

describe(`seed ${SEED}`, { timeout: 3_600_000 }, () => {
  test(`${KILLS} kills`, async () => {
    const random = chance('kills')
    const counts = { killed: 0, 'left something': 0 }
    for (let k = 0; k < KILLS; k++) {
      const way = ways[k % ways.length]!
      const place = newPlace(random() < 0.5 ? way.earlier : {})
      const { files: whole } = clean.get(way)!
      const where = `kill ${k}, ${way.name}`
      for (let times = 1 + below(random, 2); times > 0; times--) {
        await killed(way, place, random)
        counts.killed++
        if (leftIn(place).length > 0) counts['left something']++
        expect(halves(way, filesIn(place), whole), where).toEqual([])
      }
      if (way.isOnce) rmSync(join(place, 'out'), { recursive: true, force: true })
      for (const line of way.lines) expect(await ended(start(line, place)), where).toEqual({ code: 0, err: '' })
      expect(filesIn(place), where).toEqual(whole)
      expect(leftIn(place), where).toEqual([])
    }
    console.log(`seed ${SEED}:`, counts)
  })
})
