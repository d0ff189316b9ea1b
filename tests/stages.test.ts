/** The stages of a build one by one, through pipes and in parts: the same bytes as the build. */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { GroupedDocuments, ReleaseRecord } from '../src/model.js'
import { danish, german } from './cli-texts.js'
import { FIXTURES } from './fixtures.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const input = join(FIXTURES, 'releases')
const folder = tempFolder({
  listed: '',
  'in/werkstatt.da.txt': danish,
  'in/werkstatt.de.txt': german,
  'in/copy.de.txt': german,
  'in/other.de.txt': german
    .replaceAll('Nordkyst Vind', 'Harzer Mühlenbau')
    .replaceAll('Esbjerg', 'Goslar')
    .replaceAll('ESBJERG', 'GOSLAR'),
})
const run = async (argv: readonly string[], stdin?: string) => {
  const outcome = await runCli([...argv, '-q'], { cwd: folder, ...(stdin !== undefined && { stdin }) })
  expect(outcome.err).toBe('')
  return outcome.out
}

describe('parse | group | align', () => {
  test.each([['in'], [input, '--language', 'de'], ['in', '--group', 'name'], ['in', '--root', '.']])(
    'gives what build gives: %s %s %s',
    async (...argv) => {
      const isGrouping = argv.includes('--group')
      const built = await run(['build', ...argv])
      const parsed = await run(['parse', ...(isGrouping ? [argv[0]!] : argv)])
      const grouped = await run(['group', ...(isGrouping ? argv.slice(1) : [])], parsed)
      expect(await run(['align'], grouped)).toBe(built)
    },
  )

  test('of files, in any order of lines, and of an indented array', async () => {
    const built = await run(['build', 'in'])
    const parsed = await run(['parse', 'in'])
    writeFileSync(join(folder, 'docs.jsonl'), parsed.split('\n').filter(Boolean).reverse().join('\n'))
    await run(['group', 'docs.jsonl', '--pretty', '-o', 'groups.json'])
    expect(await run(['align', 'groups.json'])).toBe(built)
  })

  test('group marks versions, and says what a document alone is most like', async () => {
    const grouped = lines<GroupedDocuments>(await run(['group'], await run(['parse', 'in'])))
    const versions = grouped.find(release => release.versions.length > 0)!
    expect(versions.documents.map(document => document.path)).toEqual([
      'werkstatt.da.txt',
      'copy.de.txt',
      'werkstatt.de.txt',
    ])
    expect(versions.versions).toEqual([{ document: 2, versionOf: 1, kind: 'copy' }])
    expect(versions.nearest).toBeNull()
    const records = lines<ReleaseRecord>(await run(['build', 'in']))
    expect(records.flatMap(record => record.versions)).toEqual([{ document: 'de-2', versionOf: 'de', kind: 'copy' }])
  })

  test.each([
    ['group', 'no json', 'parawire: -, line 1: not JSON'],
    ['group', '{"documents":[]}', 'parawire: -, line 1: no document as parawire parse prints it'],
    ['align', '{"sha256":"x"}', 'parawire: -, line 1: no release as parawire group prints it'],
    ['align', '{"documents":[],"versions":[],"nearest":null}', 'parawire: -, line 1: no release'],
  ])('%s of %s is an error with its place, and nothing comes out', async (command, stdin, told) => {
    const { code, out, err } = await runCli([command], { cwd: folder, stdin })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(told)
  })

  test('a version that is not there is an error', async () => {
    const [line] = (await run(['group'], await run(['parse', 'in']))).split('\n')
    const wrong = {
      ...(JSON.parse(line!) as GroupedDocuments),
      versions: [{ document: 9, versionOf: 0, kind: 'copy' }],
    }
    const { code, err } = await runCli(['align'], { cwd: folder, stdin: JSON.stringify(wrong) })
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('a version names a document that is not there'),
    })
  })

  test('nothing in, nothing out', async () => {
    expect(await run(['group'], '')).toBe('')
    expect(await run(['align'], '')).toBe('')
  })
})

describe('parts of a folder', () => {
  const names = (shards: string) => readdirSync(join(folder, shards)).sort()
  const corpus = (shards: string) =>
    names(shards)
      .filter(name => /^records-.*\.jsonl$/.test(name))
      .map(name => readFileSync(join(folder, shards, name), 'utf8'))
      .join('')

  test('one behind the other are what build gives; what is finished is not made again', async () => {
    for (const shard of ['1/3', '3/3', '2/3']) await run(['parse', 'in', '--shards', 'a', '--shard', shard])
    await run(['group', '--shards', 'a'])
    await run(['align', '--shards', 'a', '--shard', '2/3'])
    await run(['align', '--shards', 'a'])
    expect(corpus('a')).toBe(await run(['build', 'in']))
    expect(names('a').length).toBe(2 * 3 * 3)
    for (const command of [['parse', 'in', '--shard', '1/3'], ['group'], ['align']]) {
      const { code, err } = await runCli([...command, '--shards', 'a'], { cwd: folder })
      expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('made before, nothing to do') })
    }
  })

  test('are made again where what they are made from has changed, or how', async () => {
    await run(['parse', 'in', '--shards', 'b', '--shard', '1/1'])
    await run(['group', '--shards', 'b'])
    await run(['align', '--shards', 'b'])
    writeFileSync(join(folder, 'in/new.da.txt'), danish.replaceAll('Nordkyst', 'Sydhavn'))
    try {
      for (const command of [['parse', 'in', '--shard', '1/1'], ['group'], ['align']])
        await run([...command, '--shards', 'b'])
      expect(corpus('b')).toBe(await run(['build', 'in']))
    } finally {
      rmSync(join(folder, 'in/new.da.txt'))
    }
    await run(['group', '--shards', 'b', '--group', 'dir'])
    const { err } = await runCli(['align', '--shards', 'b'], { cwd: folder })
    expect(err).not.toContain('made before')
  })

  test('a part that was changed behind its mark is made again', async () => {
    const stages = [['parse', 'in', '--shard', '1/1'], ['group'], ['align']]
    for (const stage of stages) await run([...stage, '--shards', 'f'])
    const whole = corpus('f')
    for (const name of ['documents', 'releases', 'records']) {
      const part = join(folder, `f/${name}-00001-of-00001.jsonl`)
      writeFileSync(part, readFileSync(part, 'utf8').replace('Esbjerg', 'Esbjarg'))
      for (const stage of stages) await run([...stage, '--shards', 'f'])
      expect(corpus('f')).toBe(whole)
    }
    const part = join(folder, 'f/documents-00001-of-00001.jsonl')
    writeFileSync(part, readFileSync(part, 'utf8').replace('Esbjerg', 'Esbjarg'))
    const { code, err } = await runCli(['group', '--shards', 'f'], { cwd: folder })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('are unfinished or were changed') })
  })

  test('what was changed between two stages is told', async () => {
    const documents = await run(['parse', 'in'])
    for (const command of ['group', 'align']) {
      const stdin = (command === 'group' ? documents : await run(['group'], documents)).replace('havn', 'savn')
      const { code, out, err } = await runCli([command], { stdin })
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringContaining('do not lead back to the file of its sha256'),
      })
      expect(out).toBe('')
    }
  })

  test('a part without its mark is made again; a damaged mark is told', async () => {
    await run(['parse', 'in', '--shards', 'c', '--shard', '1/1'])
    const part = join(folder, 'c/documents-00001-of-00001')
    const before = readFileSync(`${part}.jsonl`, 'utf8')
    rmSync(`${part}.done`)
    truncateSync(`${part}.jsonl`, 100)
    await run(['parse', 'in', '--shards', 'c', '--shard', '1/1'])
    expect(readFileSync(`${part}.jsonl`, 'utf8')).toBe(before)
    truncateSync(`${part}.jsonl`, 100)
    const cut = await runCli(['group', '--shards', 'c'], { cwd: folder })
    expect({ code: cut.code, err: cut.err }).toEqual({ code: 2, err: expect.stringContaining('are unfinished') })
    writeFileSync(`${part}.done`, '{')
    const { code, err } = await runCli(['group', '--shards', 'c'], { cwd: folder })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('is damaged; remove it') })
  })

  test.each([
    [['parse', 'in', '--shards', 'd'], '--shards needs --shard'],
    [['parse', 'in', '--shards', 'd', '--shard', '4/3'], '--shard takes a part of all'],
    [['parse', 'in', '--shards', 'd', '--shard', '1/1', '-o', 'x'], '--shards names the files'],
    [['parse', 'in', '--shards', 'd', '--shard', '1/1', '--pretty'], 'parts are JSON lines'],
    [['group', '--shards', 'd', '--pretty'], 'parts are JSON lines'],
    [['align', '--shards', 'd', '-o', 'x'], '--shards names the files'],
    [['group', 'listed', '-o', './listed'], 'listed is both read and written'],
    [['align', 'in/../listed', '-o', 'listed'], 'in/../listed is both read and written'],
    [['parse', '-', '--shards', 'd', '--shard', '1/1'], 'parts are made of files'],
    [['group', '--shards', 'd'], 'd holds no finished documents; make them with parawire parse'],
    [['align', '--shards', 'd'], 'd holds no finished releases; make them with parawire group'],
    [['align', '--shard', '1/2'], '--shard needs --shards'],
  ])('%j is told: %s', async (argv, told) => {
    const { code, out, err } = await runCli(argv, { cwd: folder, stdin: 'x' })
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(told) })
  })

  test('missing parts are named', async () => {
    await run(['parse', 'in', '--shards', 'e', '--shard', '2/3'])
    const { code, err } = await runCli(['group', '--shards', 'e'], { cwd: folder })
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('documents 1/3, 3/3 are unfinished') })
    await run(['parse', 'in', '--shards', 'e', '--shard', '1/2'])
    const mixed = await runCli(['group', '--shards', 'e'], { cwd: folder })
    expect(mixed.err).toContain('in parts of 2 and of 3')
  })

  test('every file is in one part, whatever other files there are', async () => {
    const paths = async (shard: string) =>
      lines(await run(['parse', 'in', '--shard', shard])).map(document => document.path)
    const parts = await Promise.all(['1/2', '2/2'].map(paths))
    expect(parts.flat().sort()).toEqual(['copy.de.txt', 'other.de.txt', 'werkstatt.da.txt', 'werkstatt.de.txt'])
  })
})
