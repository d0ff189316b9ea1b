/**
 * Exports against the published schemas of their formats: XML by xmllint, JSON by ajv, where the schemas lie beside the
 * project (and xmllint is installed). Elsewhere a test checks that the export is made, and is skipped with what is missing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { goldens, made, ndjson } from './export-corpus.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const standards = join(import.meta.dirname, '../../shared/standards')
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

/** Records that hold what no release should. */
const odd = made({ de: ['=a<b>&"', '\0\ufffe', ' '], he: ['א\u202e]]>', 'y\r\n\u0085', 'z'] }, '"><x a=\'&\t\n/../')
const corpus = ndjson([...goldens, odd])

async function exported(format: string, args: readonly string[]): Promise<string> {
  const cwd = tempFolder({ 'corpus.ndjson': corpus })
  const { code, err } = await runCli(['export', 'corpus.ndjson', '--format', format, '-o', 'out', ...args], { cwd })
  expect([code, code === 0 ? '' : err]).toEqual([0, ''])
  return join(cwd, 'out')
}

/** A case with what is missing to judge it here. */
const told = <T extends { readonly schema: string }>(own: T, hasTool = true) => {
  const path = join(standards, own.schema)
  const lacking = existsSync(path) ? (hasTool ? null : 'xmllint') : path
  return { ...own, lacking }
}

describe('xmllint', () => {
  const cases = [
    { format: 'tmx', schema: 'tmx14.dtd', option: '--dtdvalid', args: [] },
    { format: 'tmx', schema: 'tmx14.dtd', option: '--dtdvalid', args: ['--level', 'segment', '--all-versions'] },
    { format: 'xliff', schema: 'xliff_core_2.0.xsd', option: '--schema', args: ['--languages', 'de,he'] },
    {
      format: 'xliff',
      schema: 'xliff_core_2.0.xsd',
      option: '--schema',
      args: ['--languages', 'it,da', '--level', 'segment'],
    },
  ].map(own => told(own, hasXmllint))

  test.for(cases)('$format $args: valid by $schema', async ({ format, schema, option, args, lacking }, { skip }) => {
    const out = await exported(format, args)
    skip(lacking !== null, `made, but not validated: ${lacking} is not here`)
    const lint = spawnSync('xmllint', ['--noout', '--nonet', option, join(standards, schema), out])
    // Of a valid file it says nothing, or only that it validates.
    expect([lint.status, lint.stderr.toString().replace(/^.* validates\n$/, '')]).toEqual([0, ''])
  })
})

describe('ajv', () => {
  const cases = [[], ['--all-versions'], ['--languages', 'he,en']].map(args =>
    told({ format: 'ninjs', schema: 'ninjs-schema_3.1.json', args }),
  )

  test.for(cases)('$format $args: valid by $schema', async ({ format, schema, args, lacking }, { skip }) => {
    const items = lines(readFileSync(await exported(format, args), 'utf8'))
    expect(items.length).toBeGreaterThan(10)
    skip(lacking !== null, `made, but not validated: ${lacking} is not here`)
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats.default(ajv)
    ajv.addSchema({}, 'https://geojson.org/schema/GeoJSON.json') // that it refers to; no item has a geometry
    const validate = ajv.compile(JSON.parse(readFileSync(join(standards, schema), 'utf8')))
    for (const item of items) expect([validate(item), validate.errors]).toEqual([true, null])
    // It can say no.
    expect(validate({ ...items[0], standard: undefined, uri: 1 })).toBe(false)
  })
})
