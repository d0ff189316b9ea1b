/**
 * Exports against the published schemas of their formats, by xmllint: where it is installed and the schemas lie beside
 * the project. Elsewhere each test says so in its name, and checks no more than that the export is made.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { goldens, ndjson } from './export-corpus.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const standards = join(import.meta.dirname, '../../shared/standards')
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

const table: readonly [format: string, schema: string, option: string, args: readonly string[]][] = [
  ['tmx', 'tmx14.dtd', '--dtdvalid', []],
  ['tmx', 'tmx14.dtd', '--dtdvalid', ['--level', 'segment', '--all-versions']],
  ['xliff', 'xliff_core_2.0.xsd', '--schema', ['--languages', 'de,he']],
  ['xliff', 'xliff_core_2.0.xsd', '--schema', ['--languages', 'it,da', '--level', 'segment']],
]

const cases = table.map(([format, schema, option, args]) => {
  const isThere = hasXmllint && existsSync(join(standards, schema))
  const done = isThere
    ? `valid by ${schema}`
    : `made, but not validated: ${hasXmllint ? schema : 'xmllint'} is not here`
  return { format, schema, option, args, isThere, done }
})

test.each(cases)('$format $args: $done', async ({ format, schema, option, args, isThere }) => {
  const cwd = tempFolder({ 'corpus.ndjson': ndjson(goldens) })
  const { code } = await runCli(['export', 'corpus.ndjson', '--format', format, '-o', 'out', ...args], { cwd })
  expect(code).toBe(0)
  if (!isThere) return
  const lint = spawnSync('xmllint', ['--noout', '--nonet', option, join(standards, schema), join(cwd, 'out')])
  // Of a valid file it says nothing, or only that it validates.
  expect([lint.status, lint.stderr.toString().replace(/^.* validates\n$/, '')]).toEqual([0, ''])
})
