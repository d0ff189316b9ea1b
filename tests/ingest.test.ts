import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { isAbsolute, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFiles, type IngestOptions, readFile } from '../src/ingest/ingest.js'
import { commonFolder } from '../src/ingest/names.js'
import { DEFAULT_BYTES } from '../src/ingest/sizes.js'
import { formatOf, refuse } from '../src/ingest/sniff.js'
import type { Unused } from '../src/model.js'
import { type Content, tempFolder } from './temp-folder.js'

/** What `findFiles` says: the paths to read, and `CODE path` for the rest, sorted. */
async function find(cwd: string, paths: readonly string[], options: Partial<IngestOptions> = {}) {
  const unused: Unused[] = []
  const files = await findFiles(paths, { cwd, ...options }, u => unused.push(u))
  for (const { path } of [...files, ...unused]) expect(isAbsolute(path)).toBe(false)
  for (const { message } of unused) expect(message).not.toContain(cwd)
  return { files: files.map(f => f.path), unused: unused.map(u => `${u.code} ${u.path}`).sort(), sources: files }
}

async function read(cwd: string, path: string) {
  const unused: Unused[] = []
  const [file] = await findFiles([path], { cwd }, u => unused.push(u))
  const bytes = file ? await readFile(file, u => unused.push(u)) : null
  return { bytes, unused: unused.map(u => `${u.code} ${u.path}`), messages: unused.map(u => u.message) }
}

describe('what counts in a folder', () => {
  const tree = {
    'a.txt': 'a',
    'B.TXT': 'b',
    'c.text': 'c',
    'deep/er/d.txt': 'd',
    'e.md': 'e',
    'f.html': 'f',
    'g.PDF': 'g',
    'h.docx': 'h',
    'i.eml': 'i',
    'j.doc': 'j',
    'k.rtf': 'k',
    noextension: 'n',
    '.DS_Store': 'x',
    '._a.txt': 'x',
    '.draft.txt': 'x',
    '.git/config.txt': 'x',
  }
  const unused = ['NOT_TEXT .draft.txt', 'NOT_TEXT e.md', 'NOT_TEXT noextension']
  const formats = ['j.doc', 'k.rtf'].map(path => `UNSUPPORTED_FORMAT ${path}`)

  test('*.txt and *.text, and everything else is reported', async () => {
    const found = await find(tempFolder(tree), ['.'])
    expect(found.files).toEqual(['B.TXT', 'a.txt', 'c.text', 'deep/er/d.txt', 'f.html', 'g.PDF', 'h.docx', 'i.eml'])
    expect(found.unused).toEqual([...unused, ...formats].sort())
  })

  test.each<[name: string, options: Partial<IngestOptions>, files: string[], unused: number]>([
    ['include names what counts', { include: ['*.md', 'deep/**'] }, ['deep/er/d.txt', 'e.md'], 0],
    ['include with braces', { include: ['*.{md,text}'] }, ['c.text', 'e.md'], 0],
    ['include with a folder in front is taken from the root', { include: ['er/*.txt'] }, [], 1],
    [
      'exclude by name, anywhere',
      { exclude: ['d.txt', '*.PDF'] },
      ['B.TXT', 'a.txt', 'c.text', 'f.html', 'h.docx', 'i.eml'],
      5,
    ],
    ['exclude a folder', { exclude: ['deep/'] }, ['B.TXT', 'a.txt', 'c.text', 'f.html', 'g.PDF', 'h.docx', 'i.eml'], 5],
    [
      'exclude by path',
      { exclude: ['deep/**/d.*', './a.txt'] },
      ['B.TXT', 'c.text', 'f.html', 'g.PDF', 'h.docx', 'i.eml'],
      5,
    ],
    ['exclude everything', { exclude: ['**'] }, [], 0],
    ['exclude wins over include', { include: ['*.md'], exclude: ['e.md'] }, [], 0],
  ])('%s', async (_, options, files, count) => {
    const found = await find(tempFolder(tree), ['.'], options)
    expect(found.files).toEqual(files)
    expect(found.unused).toHaveLength(count)
  })

  test('an absolute exclude is a path, and the walk does not enter it', async () => {
    const root = tempFolder({ 'a.txt': 'a', 'out[1].txt': 'o', 'drafts/b.txt': 'b', final: { link: 'drafts' } })
    const found = await find(root, ['.'], { exclude: [join(root, 'out[1].txt'), 'drafts'] })
    expect(found).toMatchObject({ files: ['a.txt', 'final/b.txt'], unused: [] })
  })

  test('a file that is named is used whatever its name, and excluded if the user says so', async () => {
    const root = tempFolder(tree)
    expect((await find(root, ['e.md', '.draft.txt', 'noextension'])).files).toEqual([
      '.draft.txt',
      'e.md',
      'noextension',
    ])
    expect(await find(root, ['e.md', 'a.txt'], { exclude: ['*.md'] })).toMatchObject({ files: ['a.txt'], unused: [] })
  })
})

describe('arguments', () => {
  test.each<[name: string, paths: string[], files: string[], unused: string[]]>([
    ['a pattern', ['r/*/a.txt'], ['1/a.txt', '2/a.txt'].map(p => p), []],
    ['a pattern that matches folders', ['r/*'], ['1/a.txt', '1/b.txt', '2/a.txt'], []],
    ['a name with brackets that exists is no pattern', ['releases [2026]'], ['x.txt'], []],
    ['a file with brackets', ['releases [2026]/x.txt', 'r/1/a.txt'], ['r/1/a.txt', 'releases [2026]/x.txt'], []],
    ['no such file', ['nothing.txt', 'r/1'], ['a.txt', 'b.txt'], ['NOT_FOUND nothing.txt']],
    ['no such file in a file', ['r/1/a.txt/b.txt'], [], ['NOT_FOUND r/1/a.txt/b.txt']],
    ['a pattern without a match', ['*.none'], [], ['NOT_FOUND *.none']],
    ['an empty folder', ['empty'], [], ['NOT_FOUND .']],
    [
      'the same file in many ways',
      ['r', './r/1', 'r/1/a.txt', 'r/../r/1/a.txt', 'r/**/*.txt'],
      ['1/a.txt', '1/b.txt', '2/a.txt'],
      [],
    ],
    ['nothing', [], [], []],
  ])('%s', async (_, paths, files, unused) => {
    const root = tempFolder({
      'r/1/a.txt': '1',
      'r/1/b.txt': '1',
      'r/2/a.txt': '2',
      'releases [2026]/x.txt': 'x',
      empty: null,
    })
    expect(await find(root, paths)).toMatchObject({ files, unused })
    expect(await find(root, [...paths].reverse())).toMatchObject({ files, unused })
  })

  test('the root is the deepest common folder, or the one that was given', async () => {
    const root = tempFolder({ 'p/q/1.txt': '', 'p/r/2.txt': '', 'p/r/s/3.txt': '' })
    expect((await find(root, ['p/r'])).files).toEqual(['2.txt', 's/3.txt'])
    expect((await find(root, ['p/r/2.txt', 'p/r/s'])).files).toEqual(['2.txt', 's/3.txt'])
    expect((await find(root, ['p/q', join(root, 'p/r/s')])).files).toEqual(['q/1.txt', 'r/s/3.txt'])
    expect((await find(root, ['p/q'], { root: '.' })).files).toEqual(['p/q/1.txt'])
    expect((await find(root, ['p/q'], { root: 'p/r' })).files).toEqual(['../q/1.txt'])
  })

  test.each([
    ['missing', 'the root missing cannot be used (ENOENT); name a folder'],
    ['a.txt', 'the root a.txt is not a folder; name a folder'],
  ])('root %s is a UserError', async (root, message) => {
    await expect(find(tempFolder({ 'a.txt': 'a' }), ['a.txt'], { root })).rejects.toThrow(message)
  })

  test('an absolute path that leads nowhere is shown without its root', async () => {
    const root = tempFolder({ 'a.txt': 'a' })
    expect((await find(root, [join(root, 'b.txt'), '.'])).unused).toEqual(['NOT_FOUND b.txt'])
  })

  test('commonFolder', () => {
    expect(commonFolder([])).toBe(null)
    expect(commonFolder(['/a/b', '/a/bc'])).toBe('/a')
    expect(commonFolder(['/a/b', '/c'])).toBe('/')
    expect(commonFolder(['/a/b/c', '/a/b'])).toBe('/a/b')
  })
})

describe('links and odd places', () => {
  test.each<[name: string, tree: Record<string, Content>, files: string[], unused: string[]]>([
    ['a folder named like a text', { 'x.txt/a.txt': 'a' }, ['x.txt/a.txt'], ['NOT_A_FILE x.txt']],
    ['an empty folder named like a text', { 'x.txt': null, 'a.txt': 'a' }, ['a.txt'], ['NOT_A_FILE x.txt']],
    ['a dangling link', { 'a.txt': { link: 'gone' }, 'b.txt': 'b' }, ['b.txt'], ['DANGLING_LINK a.txt']],
    ['a link into a file', { 'a.txt': { link: 'b.txt/c' }, 'b.txt': 'b' }, ['b.txt'], ['DANGLING_LINK a.txt']],
    ['a link to itself', { 'a.txt': { link: 'a.txt' } }, [], ['LINK_CYCLE a.txt']],
    ['a link to its own folder', { 'a/l': { link: '.' }, 'a/1.txt': '1' }, ['a/1.txt'], ['LINK_CYCLE a/l']],
    ['a link to a folder above', { 'a/b/l': { link: '../..' }, 'a/1.txt': '1' }, ['a/1.txt'], ['LINK_CYCLE a/b/l']],
    ['links to and fro', { 'a/l': { link: '../b' }, 'b/l': { link: '../a' }, 'b/1.txt': '1' }, ['b/1.txt'], []],
    ['a link to a file beside it', { 'a.txt': { link: 'b.txt' }, 'b.txt': 'b' }, ['b.txt'], []],
    ['a text behind another name', { 'a.txt': { link: 'b.dat' }, 'b.dat': 'b' }, ['a.txt'], []],
    ['a link that is too long', { 'a.txt': { link: 'x'.repeat(300) } }, [], ['UNREADABLE a.txt']],
  ])('%s', async (_, tree, files, unused) => {
    expect(await find(tempFolder(tree), ['.'])).toMatchObject({ files, unused })
  })

  test('a folder that only a link leads to is walked, and a named link as well', async () => {
    const far = tempFolder({ 'sub/a.txt': 'a' })
    const root = tempFolder({ l: { link: far }, 'b.txt': 'b' })
    expect((await find(root, ['.'])).files).toEqual(['b.txt', 'l/sub/a.txt'])
    expect((await find(root, ['l'])).files).toEqual(['sub/a.txt'])
  })

  test('a web of links takes one visit per folder', async () => {
    const tree: Record<string, Content> = {}
    for (let i = 0; i < 12; i++) {
      tree[`${i}/${i}.txt`] = `${i}`
      for (let j = 0; j < 12; j++) if (i !== j) tree[`${i}/to${j}`] = { link: `../${j}` }
    }
    expect((await find(tempFolder(tree), ['.'])).files).toHaveLength(12)
  })

  test('a named pipe and a socket', async () => {
    const root = tempFolder({ 'a.txt': 'a' })
    execFileSync('mkfifo', [join(root, 'pipe.txt')])
    const server = createServer().listen(join(root, 'socket.txt'))
    await new Promise(done => server.once('listening', done))
    expect(await find(root, ['.'])).toMatchObject({
      files: ['a.txt'],
      unused: ['NOT_A_FILE pipe.txt', 'NOT_A_FILE socket.txt'],
    })
    expect((await find(root, ['pipe.txt'])).unused).toEqual(['NOT_A_FILE pipe.txt'])
    await new Promise(done => server.close(done))
  })

  test('names that are not UTF-8 are kept, shown with escapes, and found by their mangled form', async () => {
    const root = tempFolder({ 'é.txt': 'utf8' })
    const bytes = (name: string) => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name, 'latin1')])
    writeFileSync(bytes('caf\xE9.txt'), 'one')
    writeFileSync(bytes('caf\xE8.txt'), 'two')
    const expected = ['caf\\xE8.txt', 'caf\\xE9.txt', 'é.txt']
    for (const args of [['.'], ['*.txt'], ['caf\uFFFD.txt', 'é.txt']]) {
      const { files, unused, sources } = await find(root, args)
      expect({ files, unused }).toEqual({ files: expected, unused: [] })
      expect(sources.map(s => s.nameNotUtf8)).toEqual([true, true, false])
      const contents = await Promise.all(sources.map(s => readFile(s, () => {})))
      expect(contents.map(c => Buffer.from(c!).toString())).toEqual(['two', 'one', 'utf8'])
    }
    expect((await find(root, ['*.txt'], { exclude: ['caf*'] })).files).toEqual(['é.txt'])
    expect((await find(root, ['.'], { include: ['é*'] })).files).toEqual(['é.txt'])
  })
})

describe('readFile', () => {
  const png = Buffer.from('89504E470D0A1A0A0000000D49484452', 'hex')
  test.each<[name: string, content: string | Uint8Array, code: string]>([
    ['empty.txt', '', 'EMPTY'],
    ['png.txt', png, 'BINARY'],
    ['few.txt', Uint8Array.of(0, 1, 2, 3, 255, 254), 'BINARY'],
    ['zip.txt', 'PK\x03\x04\x14\x00', 'UNSUPPORTED_FORMAT'],
    ['rich.txt', '{\\rtf1 Page}', 'UNSUPPORTED_FORMAT'],
    ['page.php', '<?php echo 1;', 'NOT_TEXT'],
  ])('%s is reported', async (name, content, code) => {
    expect(await read(tempFolder({ [name]: content }), name)).toMatchObject({
      bytes: null,
      unused: [`${code} ${name}`],
    })
  })

  test('a file that vanishes between the walk and the reading', async () => {
    const root = tempFolder({ 'a.txt': 'a' })
    const { sources } = await find(root, ['a.txt'])
    rmSync(join(root, 'a.txt'))
    const unused: Unused[] = []
    expect(await readFile(sources[0]!, u => unused.push(u))).toBe(null)
    expect(unused).toMatchObject([{ path: 'a.txt', code: 'NOT_FOUND' }])
  })

  test('a file that cannot be read', async () => {
    // Permissions do not bind the superuser, but nobody can read address 0 of a process.
    const isRoot = process.getuid?.() === 0
    const root = tempFolder({ 'a.txt': isRoot ? { link: '/proc/self/mem' } : 'a' })
    if (!isRoot) chmodSync(join(root, 'a.txt'), 0)
    const result = await read(root, 'a.txt')
    expect(result).toMatchObject({ bytes: null, unused: ['UNREADABLE a.txt'] })
    expect(result.messages[0]).toMatch(/^the file cannot be read: (permission denied|the system reports)/)
  })

  test('a file that is far too large', async () => {
    const root = tempFolder({ 'a.txt': 'a' })
    truncateSync(join(root, 'a.txt'), DEFAULT_BYTES + 1)
    expect((await read(root, 'a.txt')).unused).toEqual(['TOO_LARGE a.txt'])
  })
})

describe('text or not, by content', () => {
  const random = (size: number) => Uint8Array.from({ length: size }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 23)
  test.each<[name: string, content: string | Uint8Array, code: string | null]>([
    ['a text', 'PRESS RELEASE\n\nThe company ...', null],
    ['one NUL', 'one\0NUL', null],
    ['a NUL for every space of a long text', 'wordandword\0'.repeat(20), null],
    ['windows-1255 Hebrew', Buffer.from('f9ece5ed20f2e5ece5ed0d0a', 'hex'), null],
    ['UTF-16LE', Buffer.from('שלום עולם, hello', 'utf16le'), null],
    ['UTF-16LE Hebrew with few spaces', Buffer.from('הודעהלעיתונות לפרסום'.repeat(30), 'utf16le'), null],
    ['UTF-16BE', Buffer.from('Hej, verden\n', 'utf16le').swap16(), null],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${'א'.repeat(40)}`, 'utf16le'), null],
    ['a form feed, DOS end mark and escapes', '\f\x1A\x1B[1m'.repeat(50), null],
    ['a header block of a release', 'Date: 2 March\nContact: A. Person\nPhone: 1\nFrom: Rome\n\nText', null],
    ['text that mentions markup', 'The <p> element, <html> and %PDF-1.7', null],
    ['random bytes', random(300), 'BINARY'],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'BINARY'],
    ['JPEG', Buffer.from('ffd8ffe000104a46', 'hex'), 'BINARY'],
    ['nothing but NULs', new Uint8Array(100), 'BINARY'],
    ['a program', Buffer.from('7f454c4602010100', 'hex'), 'BINARY'],
    ['HTML after a comment and a mark', '\uFEFF\n<!-- x -->\n<HTML lang="it">', 'html'],
    ['HTML in UTF-16', Buffer.from('\uFEFF<html>', 'utf16le'), 'html'],
    ['HTML fragment', '<p>Rome, March 2', 'html'],
    ['HTML from a heading on', '<h1 class="t">Rome</h1>\nText', 'html'],
    ['HTML from a link on', '<a href="x">Rome</a>\nText', 'html'],
    ['HTML behind a title', 'Rome builds\n<p>A text of some words.</p><P>And more.</P>', 'html'],
    ['HTML by its breaks', 'Rome builds<br><br/>One.<BR>Two.<br />Three.<br>', 'html'],
    ['HTML behind a long comment', `<!-- ${'x'.repeat(5000)} --><html>`, 'html'],
    ['XML', '\uFEFF<?xml version="1.0"?>\n<newsItem/>', 'UNSUPPORTED_FORMAT'],
    ['XML without a declaration', '<rss version="2.0">\n<channel>', 'UNSUPPORTED_FORMAT'],
    ['JSON', '{"headline": "Rome builds"}', 'UNSUPPORTED_FORMAT'],
    ['an array of JSON', '\uFEFF[\n  {\n    "n": -1', 'UNSUPPORTED_FORMAT'],
    ['JSON of nothing', '[]\n', 'UNSUPPORTED_FORMAT'],
    ['JSON in UTF-16', Buffer.from('\uFEFF{"a":1}', 'utf16le'), 'UNSUPPORTED_FORMAT'],
    ['addresses in brackets', 'Contact: A. Person <a@fjord.example>\n<https://fjord.example/>', null],
    ['an address that begins a text', '<press@fjord.example> writes: we build.', null],
    ['smaller than', 'p < 0.05, n <p and p>q, <0.0001> and <-> and <3', null],
    ['a tag or two', `<b>Rome builds</b> a yard<br>in May.</p> ${'And it goes on.\n'.repeat(9)}`, null],
    ['names of tags', 'The elements <p>, <video>, <section>, <article>, <nav> and <div> are new in it.', null],
    ['a word in brackets that is also an element', '<Form 8-K> of the company\n<Link to the picture>', null],
    ['a word in brackets, once more', '<Title of the release> <Address> <Header>', null],
    ['few tags in a long text', `${'A sentence of a text that is long enough.\n'.repeat(20)}</seg>`.repeat(4), null],
    ['breaks in a long text', `${'A sentence of a text that is long enough.\n'.repeat(20)}<br>`.repeat(4), null],
    [
      'other brackets that repeat',
      'Per <donna> a donna <donna>. Il programma <donna> e <donna> </donna> cresce.',
      null,
    ],
    ['a note in brackets', '[Press release] "Fjord": {draft}\n[1] [2]', null],
    ['braces', '{Press release}\n"headline": "x"', null],
    ['a list in brackets', '["Rome", "builds"] is how it begins', null],
    ['a table', 'Place;Amount\nRome;5\nKiel;7\n', null],
    ['RTF', '{\\rtf1\\ansi', 'UNSUPPORTED_FORMAT'],
    ['DOCX', 'PK\x03\x04..word/document.xml', 'docx'],
    ['PDF', '%PDF-1.7\n', 'pdf'],
    ['mail', 'From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nText', 'UNSUPPORTED_FORMAT'],
    ['an mbox', 'From a@b Mon\nReceived: from x\n by y\nFrom: a\nTo: b\n\nText', 'UNSUPPORTED_FORMAT'],
  ])('%s', (_, content, code) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    expect(refuse(bytes)?.code ?? formatOf(bytes)).toBe(code)
  })

  test('any bytes get an answer', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => void refuse(bytes)))
  })

  test('text in any Unicode letters is a text, with three NULs as well', () => {
    const words = fc.array(fc.constantFrom('press', 'udgået', 'è', 'שלום', '12.', '„Ja“', '\u{1D11E}'), {
      minLength: 12,
      maxLength: 60,
    })
    fc.assert(fc.property(words, list => refuse(Buffer.from(`${list.join(' ')}\0\0\0`)) === null))
  })
})
