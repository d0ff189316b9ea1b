/** `parawire check`: a text for people, lines for scripts, and exit codes. */
import { describe, expect, test } from 'vitest'
import { check } from '../src/index.js'
import type { Finding } from '../src/model.js'
import { changed, recordOf, texts } from './check-texts.js'
import { lines, runCli } from './run-cli.js'

const clean = recordOf(texts)
const wrong = recordOf(changed('it', '450 tonn', '540 tonn'))
const line = (value: unknown) => `${JSON.stringify(value)}\n`
const stdin = line(clean) + line(wrong)

describe('for people', () => {
  test('release, unit, a line for each document, the outvoted one marked', async () => {
    const { code, out, err } = await runCli(['check'], { stdin })
    expect(code).toBe(0)
    expect(err).toBe('1 finding in 1 of 2 releases: number-differs 1\n')
    expect(out).toBe(`${wrong.id}  da.txt, de.txt, en.txt, it.txt
  u3
    number-differs  error, 0.90
      da  450 ton         da:2  …Den nye kran kan løfte […].
      de  450 Tonnen      de:2  …Der neue Kran kann […] heben.
      en  450 tonnes      en:2  …The new crane can lift […].
    > it  540 tonnellate  it:2  …gru può sollevare […].

`)
  })

  test('nothing to say: a line on standard error, none with --quiet', async () => {
    expect(await runCli(['check', '-'], { stdin: line(clean) })).toEqual({
      code: 0,
      out: '',
      err: 'no findings in 1 release\n',
    })
    expect(await runCli(['check', '-q'], { stdin: '' })).toEqual({ code: 0, out: '', err: '' })
  })

  test('colours only where they are wanted', async () => {
    expect((await runCli(['check'], { stdin, isTTY: true })).out).not.toContain('\x1B[')
    expect((await runCli(['check', '--color'], { stdin })).out).toContain('\x1B[31m')
  })

  test('a text drives no terminal', async () => {
    const hostile = { ...texts, it: texts.it!.map(text => text.replace('450 tonn', '540\u202e\u009b31m tonn')) }
    const record = recordOf(hostile)
    const path = `\x1B]0;owned\x07${record.documents[0]!.path}`
    const documents = record.documents.map((document, i) => (i === 0 ? { ...document, path } : document))
    const blocks = documents[3]!.blocks.map(b => ({ ...b, text: b.text.replace('tonn', '\x1B[2Jtonn') }))
    documents[3] = { ...documents[3]!, blocks }
    const { out } = await runCli(['check'], { stdin: line({ ...record, documents }) })
    expect(out).toContain('number-')
    expect(out).toContain('\\x1B]0;owned\\x07')
    expect(out).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
  })
})

describe('for scripts', () => {
  test('--json gives what the library gives', async () => {
    const { out } = await runCli(['check', '--json'], { stdin })
    expect(lines<Finding>(out)).toEqual(check(wrong))
  })

  test.each<[args: string[], code: number, findings: number]>([
    [[], 0, 1],
    [['--fail-on', 'any'], 1, 1],
    [['--fail-on', 'number-differs', '--fail-on', 'date-differs'], 1, 1],
    [['--fail-on', 'date-differs'], 0, 1],
    [['--only', 'date-differs', '--fail-on', 'any'], 0, 0],
    [['--only', 'date-differs', '--only', 'number-differs'], 0, 1],
    [['--min-confidence', '0.5'], 0, 1],
    [['--min-confidence', '1', '--fail-on', 'any'], 0, 0],
  ])('%j', async (args, code, findings) => {
    const doubted = {
      ...wrong,
      alignment: { ...wrong.alignment, units: wrong.alignment.units.map(unit => ({ ...unit, confidence: 0.6 })) },
    }
    const result = await runCli(['check', '--json', ...args], { stdin: line(doubted) })
    expect([result.code, lines(result.out).length]).toEqual([code, findings])
  })

  test('an array of records, and a line that is none', async () => {
    expect((await runCli(['check', '--json'], { stdin: JSON.stringify([clean, wrong], null, 2) })).code).toBe(0)
    const { code, err } = await runCli(['check'], { stdin: `${line(clean)}{"id": 1}\n` })
    expect(code).toBe(2)
    expect(err).toMatch(
      /^parawire: -, line 2: not a record, \$\.\w+: .*; parawire validate lists all problems; --keep-going skips it\n$/,
    )
  })
})
