/** What parawire has printed is no press release: it is told, whatever the file is called, and never read as a text. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Unused } from '../src/model.js'
import { danish, german } from './cli-texts.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const cwd = tempFolder({ 'in/a.da.txt': danish, 'in/a.de.txt': german })

/** The output of a command on what was printed before, or on the texts. */
async function printed(args: readonly string[], stdin = ''): Promise<string> {
  const { code, out, err } = await runCli(args, { cwd, stdin })
  expect([code, code === 0 ? '' : err]).toEqual([0, ''])
  return out
}

const documents = await printed(['parse', 'in'])
const releases = await printed(['group'], documents)
const records = await printed(['align'], releases)
const sorted = JSON.stringify(
  Object.fromEntries(Object.entries(JSON.parse(records) as object).sort(([a], [b]) => (a < b ? -1 : 1))),
)

test.each<[name: string, text: string, advice: RegExp]>([
  ['records', records, /parawire show, check, report or export/],
  ['records of build', await printed(['build', 'in']), /parawire show/],
  ['records in an indented array', await printed(['build', 'in', '--pretty']), /parawire show/],
  ['records with sorted keys, as jq -S prints them', sorted, /parawire show/],
  ['a record that is cut off', records.slice(0, 3000), /parawire show/],
  ['documents', documents, /parawire group/],
  ['documents in an indented array', JSON.stringify(lines(documents), null, 2), /parawire group/],
  ['releases', releases, /parawire align/],
  ['releases in an indented array', JSON.stringify(lines(releases), null, 2), /parawire align/],
  ['a model', await printed(['learn', 'in']), /--model/],
  ['a table', await printed(['export', '--format', 'tsv', '--languages', 'da,de'], records), /spreadsheet/],
])('%s', async (_, text, advice) => {
  for (const file of [text, `\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    writeFileSync(join(cwd, 'x.txt'), file)
    const { code, out, err } = await runCli(['x.txt', 'in', '--rejects', 'rejects'], { cwd })
    expect({ code, records: lines(out).length }).toEqual({ code: 1, records: 1 })
    expect(err).toContain('PARAWIRE_OUTPUT  x.txt: ')
    const [told, ...others] = lines<Unused>(readFileSync(join(cwd, 'rejects'), 'utf8'))
    expect([told, others]).toEqual([
      { path: 'x.txt', code: 'PARAWIRE_OUTPUT', message: expect.stringMatching(advice) },
      [],
    ])
  }
  for (const command of ['parse', 'repair', 'explain']) {
    const { out, err } = await runCli([command, 'x.txt'], { cwd })
    expect([command, out, err]).toEqual([command, '', expect.stringMatching(advice)])
  }
})
