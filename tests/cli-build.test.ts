/** `build`, `parse` and `undo`: what goes to which stream and file, and the exit codes, on folders good and bad. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Document, ReleaseRecord, Unused } from '../src/model.js'
import { releaseRecordSchema } from '../src/record/schema.js'
import { danish, german } from './cli-texts.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const paths = (out: string) => lines<ReleaseRecord>(out).flatMap(record => record.documents.map(d => d.path))

describe('build', () => {
  test('a record a line on standard output, and a summary for people', async () => {
    const cwd = tempFolder({ 'da.txt': danish, 'de.txt': german, 'note.rtf': '{\\rtf1' })
    const { code, out, err } = await runCli(['.'], { cwd })
    const records = lines<ReleaseRecord>(out)
    for (const record of records) releaseRecordSchema.parse(record)
    expect(paths(out).sort()).toEqual(['da.txt', 'de.txt'])
    expect(code).toBe(1)
    expect(err).toMatch(/^\d releases?, 2 documents\n {2}languages +da 1, de 1\n/)
    expect(err).toMatch(/ {2}not used +1 input\n {4}UNSUPPORTED_FORMAT {2}note\.rtf: RTF is not read yet/)
    expect(err).not.toContain('\x1B')
  })

  test('the word build may be left out, and ./build is a folder', async () => {
    const cwd = tempFolder({ 'build/da.txt': danish })
    const expected = await runCli(['build', './build'], { cwd })
    expect(expected.code).toBe(0)
    expect(await runCli(['./build'], { cwd })).toEqual(expected)
  })

  test('the order of arguments changes no byte', async () => {
    const cwd = tempFolder({ 'a/da.txt': danish, 'b/de.txt': german })
    const one = await runCli(['a', 'b/de.txt'], { cwd })
    expect(await runCli(['b/de.txt', 'a', 'a/da.txt'], { cwd })).toEqual(one)
  })

  test('--quiet is quiet', async () => {
    const cwd = tempFolder({ 'a.txt': danish, 'b.txt': '' })
    expect(await runCli(['.', '--quiet'], { cwd, isTTY: true })).toMatchObject({ code: 1, err: '' })
  })

  test('--group: what was said of files instead of what they say', async () => {
    const cwd = tempFolder({ 'a/x.da.txt': danish, 'b/x.de.txt': german, list: 'one\ta/x.da.txt\ntwo\tb/x.de.txt\n' })
    const records = async (how: string) => lines((await runCli(['a', 'b', '--group', how], { cwd })).out).length
    expect(await records('content')).toBe(1)
    expect(await records('name')).toBe(2)
    expect(await records('dir')).toBe(2)
    expect(await records('manifest=list')).toBe(2)
    for (const how of ['nonsense', 'manifest=nowhere'])
      expect(await runCli(['a', '--group', how], { cwd })).toMatchObject({ code: 2, out: '' })
    expect(await runCli(['a', '--jobs', '0'], { cwd })).toMatchObject({ code: 2, out: '' })
  })

  test('a terminal sees a bar before the summary', async () => {
    const cwd = tempFolder({ 'a.txt': danish, 'b.txt': german })
    const { out, err } = await runCli(['.'], { cwd, isTTY: true })
    expect(paths(out)).toHaveLength(2)
    expect(err).toContain('/2 files')
    expect(err).toContain('2 documents')
  })

  test('--strict makes a warning an exit code', async () => {
    const cwd = tempFolder({ 'a.txt': danish.replaceAll('\n\n', '\r\n\n') })
    const { code, out } = await runCli(['.'], { cwd })
    expect(JSON.stringify(out)).toContain('MIXED_LINE_ENDS')
    expect(code).toBe(0)
    expect((await runCli(['.', '--strict'], { cwd })).code).toBe(1)
  })

  test('--pretty is one valid array, also of nothing', async () => {
    const cwd = tempFolder({ 'a.txt': danish, 'b.txt': danish.replaceAll('Esbjerg', 'Aarhus'), 'c.md': '' })
    const records = lines((await runCli(['.'], { cwd })).out)
    expect((await runCli(['.', '--pretty'], { cwd })).out).toBe(`${JSON.stringify(records, null, 2)}\n`)
    expect((await runCli(['c.md', '--pretty'], { cwd })).out).toBe('[]\n')
  })

  test('--charset, --language and --root reach the documents', async () => {
    const cwd = tempFolder({ 'in/a.txt': Buffer.from(danish, 'latin1') })
    const { out } = await runCli(['parse', 'in', '--charset', 'iso-8859-1', '--language', 'da', '--root', '.'], { cwd })
    expect(lines(out)).toMatchObject([
      { path: 'in/a.txt', charset: { evidence: 'given' }, language: { tag: 'da', evidence: 'given' } },
    ])
  })
})

describe('files that are written', () => {
  test('-o writes what standard output would get, and leaves nothing else', async () => {
    const cwd = tempFolder({ 'in/a.txt': danish })
    const { out } = await runCli(['in'], { cwd })
    expect(await runCli(['in', '-o', 'out.ndjson'], { cwd })).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(join(cwd, 'out.ndjson'), 'utf8')).toBe(out)
    expect(readdirSync(cwd).sort()).toEqual(['in', 'out.ndjson'])
    expect((await runCli(['in', '-o', '-'], { cwd })).out).toBe(out)
  })

  test('a file that is there is replaced, its mode and the link to it are kept', async () => {
    const cwd = tempFolder({ 'in/a.txt': danish, 'far/out.ndjson': 'old', link: { link: 'far/out.ndjson' } })
    linkSync(join(cwd, 'far/out.ndjson'), join(cwd, 'old'))
    await runCli(['in', '-o', 'link'], { cwd })
    expect(lines(readFileSync(join(cwd, 'far/out.ndjson'), 'utf8'))).toHaveLength(1)
    expect(readFileSync(join(cwd, 'old'), 'utf8')).toBe('old')
    expect(readdirSync(join(cwd, 'far'))).toEqual(['out.ndjson'])
  })

  test('a device is written to, never replaced', async () => {
    const cwd = tempFolder({ 'in/a.txt': danish })
    expect((await runCli(['in', '-o', '/dev/null'], { cwd })).code).toBe(0)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('a run that fails leaves the old file and no temporary one', async () => {
    const cwd = tempFolder({ 'in/a.txt': danish, 'out.ndjson': 'old' })
    expect((await runCli(['in', '-o', 'out.ndjson', '--root', 'none'], { cwd })).code).toBe(2)
    expect(readFileSync(join(cwd, 'out.ndjson'), 'utf8')).toBe('old')
    expect((await runCli(['in', '-o', 'out.ndjson', '--rejects', 'none/x'], { cwd })).code).toBe(2)
    expect(readdirSync(cwd).sort()).toEqual(['in', 'out.ndjson'])
  })

  test('output inside the input is no input, the second time either', async () => {
    const cwd = tempFolder({ 'a.txt': danish })
    for (let i = 0; i < 2; i++) {
      const { code } = await runCli(['.', '-o', 'out.txt', '--rejects', 'rejects.ndjson'], { cwd })
      expect({ code, rejects: readFileSync(join(cwd, 'rejects.ndjson'), 'utf8') }).toEqual({ code: 0, rejects: '' })
    }
    expect(paths(readFileSync(join(cwd, 'out.txt'), 'utf8'))).toEqual(['a.txt'])
  })

  test.each([
    ['a file in a folder', ['in', '-o', 'in/a.txt']],
    ['a file that a pattern matches', ['in/*.txt', '-o', 'in/a.txt']],
    ['the rejects', ['in', '--rejects', 'in/a.txt']],
    ['a link to it', ['in', '-o', 'link']],
    ['the list of names', ['--files-from', 'list', '-o', 'list']],
    ['one file under two names', ['in', '-o', 'r', '--rejects', './r']],
  ])('no text is written over: %s', async (_, argv) => {
    const cwd = tempFolder({ 'in/a.txt': danish, list: 'in/a.txt\n' })
    symlinkSync('in/a.txt', join(cwd, 'link'))
    const { code, err } = await runCli(argv, { cwd })
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/^parawire: .*(both read and written|the same file)/),
    })
    expect(readFileSync(join(cwd, 'in/a.txt'), 'utf8')).toBe(danish)
  })

  test('- is a text on standard input, alone and beside files', async () => {
    const cwd = tempFolder({ 'de.txt': german })
    const { code, out } = await runCli(['-', 'de.txt', '-q'], { cwd, stdin: danish })
    expect({
      code,
      paths: lines<ReleaseRecord>(out)
        .flatMap(r => r.documents.map(d => d.path))
        .sort(),
    }).toEqual({ code: 0, paths: ['-', 'de.txt'] })
  })

  test('options may stand before the command', async () => {
    const cwd = tempFolder({ 'in/a.txt': danish })
    const after = await runCli(['parse', 'in', '--language', 'DA'], { cwd })
    expect(await runCli(['--language', 'DA', 'parse', 'in'], { cwd })).toEqual(after)
    expect(lines<Document>(after.out).map(d => [d.id, d.language.tag])).toEqual([['da', 'da']])
  })

  test('--rejects lists all that was not used, sorted', async () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.md`, 'x']))
    const cwd = tempFolder({
      'in/a.txt': danish,
      ...Object.fromEntries(Object.entries(many).map(([k, v]) => [`in/${k}`, v])),
    })
    const { code, err } = await runCli(['in', 'none', '--rejects', 'r.ndjson'], { cwd })
    const rejects = lines<Unused>(readFileSync(join(cwd, 'r.ndjson'), 'utf8'))
    expect(code).toBe(1)
    expect(rejects.map(r => r.path)).toEqual([...Object.keys(many), 'none'].sort())
    expect(Object.keys(rejects[0]!)).toEqual(['path', 'code', 'message'])
    expect(err).toContain('and 3 more; --rejects FILE lists them all')
  })
})

describe('--files-from', () => {
  const cwd = tempFolder({
    'a b.txt': danish,
    'line\nend.txt': german,
    'names.lst': '\uFEFFa b.txt\r\n\r\n',
    'nul.lst': 'a b.txt\0line\nend.txt\0',
    'empty.lst': '',
  })
  test.each<[name: string, args: string[], stdin: string, expected: string[], code: number]>([
    ['lines', ['--files-from', 'names.lst'], '', ['a b.txt'], 0],
    ['NUL-separated', ['--files-from', 'nul.lst'], '', ['a b.txt', 'line\nend.txt'], 0],
    ['standard input', ['--files-from', '-'], 'a b.txt\n', ['a b.txt'], 0],
    ['beside arguments', ['line\nend.txt', '--files-from', 'names.lst'], '', ['a b.txt', 'line\nend.txt'], 0],
    ['a name that is not there', ['--files-from', '-'], 'a b.txt\nnone.txt', ['a b.txt'], 1],
    ['an empty list', ['--files-from', 'empty.lst'], '', [], 0],
  ])('%s', async (_, args, stdin, expected, code) => {
    const result = await runCli(args, { cwd, stdin })
    expect(paths(result.out).sort()).toEqual(expected)
    expect(result.code).toBe(code)
  })
})

describe('parse and undo', () => {
  const crlf = `date 2026-05-04 ${german.replaceAll('\n', '\r\n')}`
  const setting = { cwd: tempFolder({ 'da.txt': danish, 'de.txt': crlf }) }

  test('parse prints a document a line, sorted by path; - is standard input', async () => {
    const { code, out, err } = await runCli(['parse', 'de.txt', 'da.txt', '-'], { ...setting, stdin: danish })
    const documents = lines<Document>(out)
    expect(documents.map(d => d.path)).toEqual(['-', 'da.txt', 'de.txt'])
    expect(documents[0]!.sha256).toBe(documents[1]!.sha256)
    expect(code).toBe(0)
    expect(err).toMatch(/^3 documents\n/)
  })

  test.each([['parse'], ['build']])('undo gives back the text from what %s prints', async command => {
    const { out } = await runCli([command, '.'], setting)
    for (const [id, text] of [
      ['da', danish],
      ['de', crlf],
      ['de.txt', crlf],
    ] as const) {
      expect(await runCli(['undo', '--document', id], { stdin: out })).toEqual({ code: 0, out: text, err: '' })
    }
    const pretty = (await runCli([command, '.', '--pretty'], setting)).out
    expect((await runCli(['undo', '-', '-d', 'da.txt'], { stdin: pretty })).out).toBe(danish)
  })

  test('undo needs no name where there is one document, and lists the names where there are more', async () => {
    const one = (await runCli(['parse', 'de.txt'], setting)).out
    expect((await runCli(['undo'], { stdin: one })).out).toBe(crlf)
    const two = (await runCli(['parse', '.'], setting)).out
    expect(await runCli(['undo'], { stdin: two })).toEqual({
      code: 2,
      out: '',
      err: 'parawire: several documents fit; choose one with --document ID or PATH, and --record ID: da (da.txt), de (de.txt)\n',
    })
    expect((await runCli(['undo', '-d', 'nl'], { stdin: two })).err).toMatch(/^parawire: no document fits; choose one/)
    expect((await runCli(['undo'], { stdin: '' })).err).toMatch(/^parawire: there is no document in standard input/)
    expect((await runCli(['undo'], { stdin: '{"id":1}\n' })).err).toMatch(/^parawire: -, line 1: neither a record nor/)
    const record = (await runCli(['.'], setting)).out
    const { id } = lines<ReleaseRecord>(record)[0]!
    expect(
      (await runCli(['undo', '--record', id.slice(0, 12), '-d', 'da.txt'], { stdin: record })).code,
    ).toBeLessThanOrEqual(2)
  })
})

describe('undo of what was changed by hand', () => {
  test.each<[how: string, change: (document: Document) => void, told: RegExp]>([
    [
      'a text',
      ({ blocks }) => Object.assign(blocks[1]!, { text: blocks[1]!.text.replace(/^./, '#') }),
      /da: its blocks and repairs do not lead back to the file/,
    ],
    ['what stood there', ({ repairs }) => Object.assign(repairs[0]!, { before: '??' }), /da/],
    [
      'a place',
      ({ repairs }) => Object.assign(repairs[0]!, { start: 10_000, end: 10_001 }),
      /da\.repairs\[1\]: repairs overlap/,
    ],
    [
      'a place that is no number',
      ({ repairs }) => Object.assign(repairs[0]!, { start: -1 }),
      /neither a record nor a document/,
    ],
  ])('%s is told, and nothing is printed', async (_, change, told) => {
    const { out } = await runCli(['parse', 'da.txt'], {
      cwd: tempFolder({ 'da.txt': danish.replaceAll('\n', '\r\n') }),
    })
    const [document] = lines<Document>(out)
    change(document!)
    const undone = await runCli(['undo'], { stdin: `${JSON.stringify(document)}\n` })
    expect(undone).toEqual({ code: 2, out: '', err: expect.stringMatching(told) })
  })
})

describe('bad input never ends the run, and nothing is lost in silence', () => {
  const cases: readonly (readonly [name: string, content: string | Uint8Array, code: Unused['code'] | null])[] = [
    ['empty.txt', '', 'EMPTY'],
    ['blank.txt', ' \n\n \t\n', null],
    ['binary.txt', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'BINARY'],
    ['rich.txt', '{\\rtf1 x}', 'UNSUPPORTED_FORMAT'],
    ['page.html', '<html>', 'EMPTY'],
    ['nul.txt', danish.replaceAll('vind', 'vi\0nd').replace('havnen', '\0havnen'), null],
    ['mixed.txt', danish.replace('\n', '\r\n').replace('\n\n', '\r\r'), null],
    ['surrogate.txt', Buffer.from('\uFEFFNordkyst \uD800Vind og \uDC00 mere', 'utf16le'), null],
    [
      'esperanto.txt',
      'La firmao hodiaŭ malfermis novan laborejon en la haveno, kaj ĉiuj urbanoj tre ĝojas pri tio.\n',
      null,
    ],
    ['invalid.txt', Uint8Array.from({ length: 128 }, (_, i) => 128 + i), null],
    ['one.txt', danish, null],
  ]
  const tree = Object.fromEntries(cases.map(([name, content]) => [name, content]))
  const cwd = tempFolder({
    ...tree,
    'dangling.txt': { link: 'none' },
    'folder.txt/deep.txt': german,
    'cycle.txt': { link: 'cycle.txt' },
  })
  writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from('gr\xFC\xDFe.txt', 'latin1')]), german)

  test('every input is in a record or among what was not used', async () => {
    const { code, out, err } = await runCli(['.', '--rejects', 'rejects'], { cwd })
    const rejects = lines<Unused>(readFileSync(join(cwd, 'rejects'), 'utf8'))
    const used = paths(out)
    expect(code).toBe(1)
    expect(err).not.toContain('bug')
    for (const [name, , expected] of cases) {
      const found = rejects.find(r => r.path === name)?.code ?? null
      expect([name, found, used.includes(name)]).toEqual([name, expected, expected === null])
    }
    expect(rejects.map(r => `${r.code} ${r.path}`)).toEqual(
      expect.arrayContaining(['DANGLING_LINK dangling.txt', 'LINK_CYCLE cycle.txt', 'NOT_A_FILE folder.txt']),
    )
    expect(used).toEqual(expect.arrayContaining(['folder.txt/deep.txt', 'gr\\xFC\\xDFe.txt']))
    for (const record of lines<ReleaseRecord>(out)) releaseRecordSchema.parse(record)
    expect((await runCli(['validate'], { stdin: out })).err).toMatch(/^\d+ records, valid\n$/)
  })

  test.each<[name: string, warning: string]>([
    ['nul.txt', 'CONTROL_CHARACTERS'],
    ['mixed.txt', 'MIXED_LINE_ENDS'],
    ['surrogate.txt', 'LONE_SURROGATE'],
    ['esperanto.txt', 'LANGUAGE_UNKNOWN'],
    ['one.txt', 'SINGLE_LANGUAGE'],
    ['gr\uFFFD\uFFFDe.txt', 'NAME_NOT_UTF8'],
  ])('%s warns %s', async (name, warning) => {
    const { code, out } = await runCli([name], { cwd })
    const [record] = lines<ReleaseRecord>(out)
    const codes = [...record!.warnings, ...record!.documents[0]!.warnings].map(w => w.code)
    expect(codes).toContain(warning)
    expect(code).toBe(0)
  })

  test('50 MB on one line', { timeout: 120_000 }, async () => {
    const sentence = 'Nordkyst Vind hat heute am Hafen von Esbjerg eine neue Werkstatt eröffnet. '
    const text = sentence.repeat(50e6 / Buffer.byteLength(sentence)).trimEnd()
    const setting = { cwd: tempFolder({ 'one-line.txt': text }) }
    expect((await runCli(['one-line.txt', '-o', 'out', '--max-bytes', '64MB'], setting)).code).toBe(0)
    const record = JSON.parse(readFileSync(join(setting.cwd, 'out'), 'utf8')) as ReleaseRecord
    expect(record.documents[0]!.blocks.map(b => b.text).join('\n\n') === text).toBe(true)
  })

  test('a folder of nothing', async () => {
    mkdirSync(join(cwd, 'hollow'))
    const { code, out, err } = await runCli(['hollow'], { cwd })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(
      /^0 releases, 0 documents\n {2}not used +1 input\n {4}NOT_FOUND {2}\.: this folder has no text or page\n$/,
    )
    expect(existsSync(join(cwd, 'hollow'))).toBe(true)
  })

  test('a corpus is not replaced by nothing: a folder that is not there, or holds no text', async () => {
    const cwd = tempFolder({ 'hollow/a.pdf': '', 'corpus.ndjson': '{}\n', empty: '' })
    for (const folder of ['hollwo', 'hollow']) {
      const { code, out, err } = await runCli([folder, '-o', 'corpus.ndjson'], { cwd })
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(
        /^parawire: no input can be used \(.*\); corpus\.ndjson is unchanged; to have an empty corpus, remove it first\n$/,
      )
      expect(readFileSync(join(cwd, 'corpus.ndjson'), 'utf8')).toBe('{}\n')
      expect((await runCli([folder, '-o', 'empty'], { cwd })).code).toBe(1)
    }
  })
})
