/** The package as another project meets it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { compiledProgram } from './program.js'
import { tempFolder } from './temp-folder.js'

const TSC = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url))
const USE = `import { alignTexts, check, exportRecords, openEmbeddings, parseCorpus, readDocument, type ReleaseRecord } from 'parawire'
import { releaseRecordSchema } from 'parawire/schema'
export const titles: (string | null)[] = []
for await (const record of parseCorpus(['wire/'])) titles.push(record.documents[0]!.title, check(record)[0]!.code)
export const pieces = exportRecords([] as ReleaseRecord[], { format: 'tmx' })
export const used = [alignTexts, openEmbeddings, readDocument({ path: 'a', bytes: new Uint8Array() }), releaseRecordSchema]
`

test('its types are whole without those of Node', { timeout: 120_000 }, () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(dirname(dirname(compiledProgram())), join(folder, 'node_modules/parawire'))
  writeFileSync(join(folder, 'use.mts'), USE)
  const compilerOptions = { target: 'es2022', module: 'nodenext', strict: true, types: [], noEmit: true }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.mts'] }))
  const run = () => execFileSync(process.execPath, [TSC, '-p', folder], { encoding: 'utf8' })
  expect(run).not.toThrow()
})
