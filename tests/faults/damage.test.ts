/**
 * Files of parawire that disks, hands and other programs have damaged: a work folder, a model, parts of a corpus, decisions.
 * What comes out are the bytes of a clean run, or an error that names the file; never another result without a word.
 */
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Decisions, ReleaseRecord } from '../../src/model.js'
import { manyReleases } from '../cli-texts.js'
import { fileOf, onReleases, onRepairs, onRows } from '../decided.js'
import { lines, type Outcome, runCli } from '../run-cli.js'
import { tempFolder } from '../temp-folder.js'
import { chance, damaged, FLIPS, oneOf, SEED, tally } from './campaign.js'

const cwd = tempFolder(manyReleases(0, 4))
const run = (...argv: string[]) => runCli([...argv, '-q'], { cwd })
const filesOf = (folder: string) =>
  readdirSync(join(cwd, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(cwd, folder, name)).isFile())
    .sort()

/** A clear error: a line, with what is wrong with which file. */
const isTold = ({ code, err }: Outcome, name: RegExp) =>
  code === 2 && /^parawire: [^\n]+\n$/.test(err) && !err.includes('this is a bug') && name.test(err)

let clean: string
beforeAll(async () => {
  clean = (await run('in')).out
  expect(lines(clean).length).toBe(4)
})

describe(`seed ${SEED}`, { timeout: 3_600_000 }, () => {
  test(`a work folder, ${FLIPS} times`, async () => {
    await run('in', '--work', 'whole')
    const [random, outcomes] = [chance('work'), tally('work folders')]
    for (let k = 0; k < FLIPS; k++) {
      rmSync(join(cwd, 'work'), { recursive: true, force: true })
      cpSync(join(cwd, 'whole'), join(cwd, 'work'), { recursive: true })
      const name = oneOf(random, filesOf('work'))
      const how = damage(join('work', name))
      const first = await run('in', '--work', 'work')
      const outcome = first.code === 0 ? 'mended' : 'told'
      outcomes.add(outcome)
      if (outcome === 'mended') expect(first, `${k}: ${name}, ${how}`).toEqual({ code: 0, out: clean, err: '' })
      else
        expect(isTold(first, /work.* is damaged; remove it|work was made by another/), `${how}: ${first.err}`).toBe(
          true,
        )
    }
    outcomes.print()

    function damage(name: string): string {
      const { how, bytes } = damaged(readFileSync(join(cwd, name)), random)
      writeFileSync(join(cwd, name), bytes)
      return how
    }
  })

  test(`a model, ${FLIPS} times`, async () => {
    await run('learn', 'in', '-o', 'whole.model')
    const taught = (await run('in', '--model', 'whole.model')).out
    const bytes = readFileSync(join(cwd, 'whole.model'))
    const [random, outcomes] = [chance('model'), tally('models')]
    for (let k = 0; k < FLIPS; k++) {
      const { how, bytes: other } = damaged(bytes, random)
      writeFileSync(join(cwd, 'x.model'), other)
      const got = await run('in', '--model', 'x.model')
      const isSame = bytes.equals(other)
      outcomes.add(isSame ? 'no damage' : 'told')
      if (isSame) expect(got.out).toBe(taught)
      else
        expect(
          isTold(got, /x\.model is (?:not a model|damaged)|x\.model has version/),
          `${k}: ${how}: ${got.err}`,
        ).toBe(true)
    }
    outcomes.print()
  })

  test(`parts of a corpus, ${FLIPS} times`, async () => {
    const stages = [['parse', 'in', '--shard', '1/2'], ['parse', 'in', '--shard', '2/2'], ['group'], ['align']]
    const finish = async () => {
      for (const stage of stages) {
        const { code, err } = await run(...stage, '--shards', 'parts')
        if (code !== 0) return { code, err, out: '' }
      }
      const records = filesOf('parts').filter(name => /^records.*jsonl$/.test(name))
      return { code: 0, err: '', out: records.map(name => readFileSync(join(cwd, 'parts', name), 'utf8')).join('') }
    }
    expect(await finish()).toEqual({ code: 0, err: '', out: clean })
    cpSync(join(cwd, 'parts'), join(cwd, 'whole-parts'), { recursive: true })
    const [random, outcomes] = [chance('parts'), tally('parts')]
    for (let k = 0; k < FLIPS; k++) {
      rmSync(join(cwd, 'parts'), { recursive: true })
      cpSync(join(cwd, 'whole-parts'), join(cwd, 'parts'), { recursive: true })
      const name = oneOf(random, filesOf('parts'))
      const { how, bytes } = damaged(readFileSync(join(cwd, 'parts', name)), random)
      writeFileSync(join(cwd, 'parts', name), bytes)
      const got = await finish()
      outcomes.add(got.code === 0 ? 'mended' : 'told')
      if (got.code === 0) expect(got.out, `${k}: ${name}, ${how}`).toBe(clean)
      else expect(isTold(got, /parts.* is damaged; remove it/), `${k}: ${name}, ${how}: ${got.err}`).toBe(true)
    }
    outcomes.print()
  })

  test(`decisions, ${FLIPS} times`, async () => {
    const records = lines<ReleaseRecord>(clean)
    const [first, second] = records.map(({ documents }) => documents.map(({ sha256 }) => sha256)) as [
      string[],
      string[],
    ]
    const repairs = [...onRepairs(records, 'reject').slice(0, 2), ...onRepairs(records, 'accept').slice(2, 4)]
    const decided = [...repairs, onRows(records[2]!)[1]!, onReleases('merge', first, second)]
    const whole = `${JSON.stringify(fileOf(...decided))}\n`
    writeFileSync(join(cwd, 'x.json'), whole)
    const replayed = await runCli(['in', '--decisions', 'x.json'], { cwd })
    const [random, outcomes] = [chance('decisions'), tally('decisions')]
    for (let k = 0; k < FLIPS; k++) {
      const { how, bytes } = damaged(Buffer.from(whole), random)
      writeFileSync(join(cwd, 'x.json'), bytes)
      const got = await runCli(['in', '--decisions', 'x.json'], { cwd })
      const where = `${k}: ${how}: ${Buffer.from(bytes).toString()} ${got.err}`
      const outcome = got.code === 2 ? 'told' : got.out === replayed.out ? 'the same' : 'another'
      if (outcome === 'told') expect(isTold(got, /x\.json/), where).toBe(true)
      const warns = got.err !== replayed.err && got.err.includes('DECISION_NOT_APPLIED')
      if (outcome === 'another' && !warns) expect(isOneByHand(bytes, whole), where).toBe(true)
      outcomes.add(outcome === 'another' ? (warns ? 'warned of' : 'read as decided by hand') : outcome)
    }
    outcomes.print()
  })
})

/**
 * No checksum guards what people write by hand: how many decisions there are, which text a repair gives, which blocks and
 * which files belong together.
 */
function isOneByHand(bytes: Uint8Array, whole: string): boolean {
  const [now, before] = [bytes, whole].map(text => JSON.parse(String(Buffer.from(text))) as Decisions) as [
    Decisions,
    Decisions,
  ]
  const known = before.decisions.map(decision => JSON.stringify(decision))
  const others = now.decisions.filter(decision => !known.includes(JSON.stringify(decision)))
  return others.every(({ about, verdict }) => about !== 'repair' || verdict === 'accept')
}
