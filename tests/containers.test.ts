/** Containers and what is inside: each case is a file made here, with the inner files that are expected of it. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { containerOf, isRefused } from '../src/containers/containers.js'
import { statedDay } from '../src/containers/stated-day.js'
import { mail, open, openFile, told, zipFile } from './container-files.js'

const GERMAN = 'Die Elbwerk AG eröffnet ein Werk in Görlitz.'
const HEBREW = 'חברת אורים פתחה מפעל חדש בחיפה.'
/** In windows-1255, where the letters are from E0. */
const HEBREW_BYTES = Buffer.from(
  Array.from(HEBREW, c => (c >= 'א' && c <= 'ת' ? c.charCodeAt(0) - 0x5d0 + 0xe0 : c.charCodeAt(0))),
)
const LATIN1 = Buffer.from(GERMAN, 'latin1')

const facts = (opened: Awaited<ReturnType<typeof open>>) =>
  opened.map(inner => (isRefused(inner) ? inner.code : inner.facts))
const steps = (opened: Awaited<ReturnType<typeof open>>) =>
  opened.map(inner => (isRefused(inner) ? inner.code : inner.step))

describe('what is a container', () => {
  const record = '{"schemaVersion":"1.0","id":"a","text":"Elbwerk"}'
  const table = 'title;text;lang\nA;B;de\n'
  test.each([
    ['a.bin', zipFile([{ name: 'a.txt' }]), 'zip'],
    [
      'a.docx',
      zipFile([{ name: '_rels/.rels' }, { name: 'word/document.xml' }, { name: '[Content_Types].xml' }]),
      null,
    ],
    ['a.odt', zipFile([{ name: 'mimetype', method: 0 }, { name: 'content.xml' }]), null],
    ['a.zip', zipFile([{ name: 'a.docx', data: zipFile([{ name: '[Content_Types].xml' }]), method: 0 }]), 'zip'],
    ['a', gzipSync('x'), 'gzip'],
    ['a.txt', mail('From: a@elbwerk.example', 'Subject: x', 'MIME-Version: 1.0', '', 'x'), 'mail'],
    ['a.eml', mail('Subject: x', '', 'x'), 'mail'],
    ['a.txt', mail('Date: 3 March 2026', 'Contact: Anna', 'Place: Ulm', '', 'x'), null],
    ['a', mail('From a Tue Mar  3 10:00:00 2026', 'From: a', 'Subject: x', 'Message-ID: <1>', '', 'x'), 'mbox'],
    ['a.xml', '<?xml version="1.0"?>\n<!-- made --><rss version="2.0"><channel/></rss>', 'feed'],
    ['a.xml', '\uFEFF<feed xmlns="http://www.w3.org/2005/Atom"/>', 'feed'],
    ['a.xml', '<rdf:RDF xmlns="http://purl.org/rss/1.0/"/>', 'feed'],
    ['a.json', '{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'feed'],
    ['a.xml', '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', 'newsml'],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', null],
    ['a.html', '<!doctype html><p>x', null],
    ['a.csv', table, 'csv'],
    ['a.tsv', table.replaceAll(';', '\t'), 'csv'],
    ['a.csv', Buffer.from(`\uFEFF${table}`, 'utf16le'), 'csv'],
    ['a.csv.gz', table, 'csv'],
    ['a.txt', table, null],
    ['a.csv', 'id;amount\n1;2\n', null],
    ['a.csv', 'Ulm, 3 March, text\nElbwerk', 'csv'],
    ['a.csv', 'Ulm, 3 March 2026: Elbwerk opens\n', null],
    ['a.csv', 'release,unit,kind,confidence,text\n', null],
    ['a.txt', '[{"headline":"x","body_text":"y"}]', 'json'],
    ['a.ndjson', '{"text":"x"}\n{"text":"y"}\n', 'json'],
    ['a.json', '{"name":"x","size":4}', null],
    ['a.txt', '[Ulm] "text": "x"', null],
    ['a.json', record, null],
    ['a.json', `[${record}]`, null],
    ['a.txt', GERMAN, null],
    ['a.txt', '', null],
  ])('%s %#', (name, bytes, format) => {
    expect(containerOf(Buffer.from(bytes as string), name)).toBe(format)
  })
  test('a column that the user names', () => {
    expect(containerOf(Buffer.from('id;inhalt\n1;x\n'), 'a.csv', { textField: 'inhalt' })).toBe('csv')
  })
})

describe('zip', () => {
  test('entries by their paths, in order; folders and hidden files are skipped', async () => {
    const bytes = zipFile([
      { name: 'de/' },
      { name: 'de/werk.txt', data: GERMAN },
      { name: '__MACOSX/de/._werk.txt', data: 'x' },
      { name: 'de/.DS_Store', data: 'x' },
      { name: './he//werk.txt', data: HEBREW, method: 0 },
      { name: 'leer.txt' },
    ])
    const opened = await open('zip', bytes, { name: 'a.zip' })
    expect(told(opened)).toEqual([`/de/werk.txt | ${GERMAN}`, `/he/werk.txt | ${HEBREW}`, '/leer.txt'])
    expect(steps(opened)[0]).toEqual({ zip: 'a.zip', entry: 'de/werk.txt' })
  })
  test('names in UTF-8, stated or not, and in code page 437', async () => {
    const names = [
      { name: 'größe.txt', flags: 0x800 },
      { name: 'עברית.txt' },
      { name: Buffer.from('M\x81nchen.txt', 'latin1') },
      { name: 'ordner\\x.txt' },
    ]
    const opened = await open('zip', zipFile(names))
    expect(opened.map(({ suffix }) => suffix)).toEqual(['/größe.txt', '/עברית.txt', '/München.txt', '/ordner/x.txt'])
  })
  test.each([
    ['../evil.txt', 'out of the archive'],
    ['a/../../evil.txt', 'out of the archive'],
    ['..\\evil.txt', 'out of the archive'],
    ['/etc/evil.txt', 'absolute'],
    ['C:\\evil.txt', 'absolute'],
    ['a\nb.txt', 'control characters'],
  ])('%s is refused, the next is given', async (name, why) => {
    const opened = await open(
      'zip',
      zipFile([
        { name, data: 'x' },
        { name: 'good.txt', data: 'y' },
      ]),
    )
    expect(opened[0]).toMatchObject({ suffix: '', code: 'UNREADABLE', message: expect.stringContaining(why) })
    expect(told(opened.slice(1))).toEqual(['/good.txt | y'])
  })
  test.each([
    ['encrypted', { flags: 1 }, 'UNREADABLE', 'password'],
    ['another method', { method: 14 }, 'UNSUPPORTED_FORMAT', 'method 14'],
    ['a link', { attributes: 0xa1ff }, 'UNREADABLE', 'link'],
    ['damaged', { crc: 1 }, 'UNREADABLE', 'checksum'],
  ] as const)('%s', async (_, wrong, code, why) => {
    const opened = await open(
      'zip',
      zipFile([
        { name: 'x.txt', data: 'xyz', ...wrong },
        { name: 'y.txt', data: 'y' },
      ]),
    )
    expect(opened[0]).toMatchObject({ suffix: '/x.txt', code, message: expect.stringContaining(why) })
    expect(told(opened.slice(1))).toEqual(['/y.txt | y'])
  })
  test('the second of two entries of one name is refused', async () => {
    const opened = await open(
      'zip',
      zipFile([
        { name: 'x.txt', data: 'one' },
        { name: 'x.txt', data: 'two' },
      ]),
    )
    expect(told(opened)).toEqual(['/x.txt | one', '/x.txt UNREADABLE'])
  })
  test('an archive of hidden files alone is told of', async () => {
    expect(told(await open('zip', zipFile([{ name: '.x' }])))).toEqual([' EMPTY'])
  })
})

test('gzip, of one and of two members', async () => {
  expect(told(await open('gzip', gzipSync(GERMAN)))).toEqual([`${GERMAN}`])
  expect(told(await open('gzip', Buffer.concat([gzipSync('a'), gzipSync('b')])))).toEqual(['ab'])
  expect(told(await open('gzip', gzipSync(GERMAN).subarray(0, 30)))).toEqual([' UNREADABLE'])
})

const HEAD = [
  'From: "Elbwerk Presse" <presse@elbwerk.example>',
  'Date: Tue, 3 Mar 2026 23:30:00 -0800',
  'MIME-Version: 1.0',
]

describe('mail', () => {
  test('Hebrew in windows-1255 as base64, with a subject in words', async () => {
    const subject = `=?windows-1255?B?${HEBREW_BYTES.toString('base64')}?=`
    const type = ['Content-Type: text/plain; charset=windows-1255', 'Content-Transfer-Encoding: base64']
    const lines = [`Subject: ${subject}`, 'Content-Language: he', ...type, '', HEBREW_BYTES.toString('base64')]
    const opened = await open('mail', mail(...HEAD, ...lines), { name: 'a.eml' })
    expect(told(opened)).toEqual([`text | windows-1255 | ${HEBREW}`])
    expect(opened[0]).toMatchObject({ suffix: '', step: { mail: 'a.eml', part: '1' } })
    expect(facts(opened)).toEqual([{ title: HEBREW, date: '2026-03-03', publisher: 'Elbwerk Presse', language: 'he' }])
  })
  test('quoted-printable', async () => {
    const lines = ['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable', '']
    const opened = await open('mail', mail(...HEAD, ...lines, 'Die Elbwerk AG er=F6ffnet ein Werk in =', 'G=F6rlitz.'))
    expect(told(opened)).toEqual([`text | windows-1252 | ${GERMAN}\n`])
  })
  test('a charset that cannot be true is not handed on', async () => {
    const lines = ['Content-Type: text/plain; charset=utf-8', '', LATIN1.toString('latin1')]
    expect(await open('mail', mail(...HEAD, ...lines))).toMatchObject([
      { bytes: Buffer.concat([LATIN1, Buffer.from('\n')]) },
    ])
    expect(await open('mail', mail(...HEAD, ...lines))).not.toHaveProperty('0.charset')
  })
  test.each([
    ['', 'Elbwerk opens a plant.\n\nIt is large.\n'],
    ['; delsp=yes', 'Elbwerk opensa plant.\n\nIt is large.\n'],
  ])('format=flowed%s', async (more, text) => {
    const lines = [
      `Content-Type: text/plain; charset=utf-8; format=flowed${more}`,
      '',
      'Elbwerk opens ',
      'a plant.',
      '',
      'It is large.',
    ]
    expect(told(await open('mail', mail(...HEAD, ...lines)))).toEqual([`text | utf-8 | ${text}`])
  })

  const alternative = (plain: string, html: string) =>
    mail(
      ...[...HEAD, 'Content-Type: multipart/alternative; boundary=b', '', '--b', 'Content-Type: text/plain', '', plain],
      ...[
        '--b',
        'Content-Type: multipart/related; boundary=c',
        '',
        '--c',
        'Content-Type: text/html; charset=utf-8',
        '',
        html,
      ],
      ...[
        '--c',
        'Content-Type: image/png',
        'Content-ID: <logo>',
        'Content-Transfer-Encoding: base64',
        '',
        'AAAA',
        '--c--',
        '--b--',
      ],
    )
  test('of alternatives the plain text, if it says as much', async () => {
    const html = '<style>p { color: red }</style><p>Elbwerk opens a plant.</p>'
    expect(told(await open('mail', alternative('Elbwerk opens a plant.', html)))).toEqual([
      'text | Elbwerk opens a plant.\n',
    ])
    const opened = await open('mail', alternative('Read it at https://elbwerk.example/very/long/address', html))
    expect(told(opened)).toEqual([`html | utf-8 | ${html}\n`])
    expect(steps(opened)).toEqual([{ mail: 'box', part: '2.1' }])
  })

  const attached = (name: string, type: string, body: string) => [
    ...['--b', `Content-Type: ${type}`, `Content-Disposition: attachment; filename="${name}"`, '', body],
  ]
  test('attachments by name, a second text, a mail inside', async () => {
    const lines = [
      ...[...HEAD, 'Subject: Elbwerk', 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'See the files.'],
      ...attached('../werk.txt', 'text/plain; charset=utf-8', 'one'),
      ...attached('werk.txt', 'text/plain', 'two'),
      ...['--b', 'Content-Type: text/plain', '', 'Sent from a train.'],
      ...['--b', 'Content-Type: message/rfc822', '', 'Subject: Inner', 'Content-Type: text/html', '', '<p>x</p>'],
      ...['--b', 'Content-Type: application/pdf; name="=?utf-8?Q?Gr=C3=B6=C3=9Fe.pdf?="', '', '%PDF-', '--b--'],
    ]
    const opened = await open('mail', mail(...lines), { name: 'a.eml' })
    expect(opened.map(({ suffix }) => suffix)).toEqual(['', '#2', '/werk.txt', '#4/werk.txt', '#5', '/Größe.pdf'])
    expect(steps(opened).map(step => (step as { part: string }).part)).toEqual(['1', '4', '2', '3', '5', '6'])
    expect(facts(opened)[0]).toHaveProperty('title', 'Elbwerk')
    expect(facts(opened)[2]).toEqual({ date: '2026-03-03', publisher: 'Elbwerk Presse' })
    expect(opened[4]).toMatchObject({ format: 'mail', facts: {} })
    expect(told(opened).slice(1, 3)).toEqual(['#2 | text | Sent from a train.\n', '/werk.txt | utf-8 | one\n'])
  })
  test('no text', async () => {
    expect(told(await open('mail', mail(...HEAD, '', '')))).toEqual([' EMPTY'])
  })
})

test('mbox', async () => {
  const one = ['From a@b Tue Mar  3 10:00:00 2026', 'Subject: One', '', 'Text', '>From here', 'From there 2026', '']
  const bytes = mail(...one, 'From c@d Tue Mar  3 10:00:00 2026', 'Subject: Two', '', 'Text')
  const opened = await open('mbox', bytes, { name: 'a.mbox' })
  expect(opened.map(({ suffix }) => suffix)).toEqual(['#1', '#2'])
  expect(steps(opened)[1]).toEqual({ mbox: 'a.mbox', message: 2 })
  expect(told(opened)[0]).toContain('Text\r\nFrom here\r\nFrom there 2026')
  const inner = opened[1] as { bytes: Uint8Array }
  expect(facts(await open('mail', inner.bytes))).toEqual([{ title: 'Two' }])
})

describe('days', () => {
  test.each([
    ['Tue, 3 Mar 2026 23:30:00 -0800', '2026-03-03'],
    ['3 March 2026', '2026-03-03'],
    ['Tuesday, 03-Mar-26 10:00:00 GMT', '2026-03-03'],
    ['Tue Mar  3 10:15:00 2026', '2026-03-03'],
    ['March 3, 2026', '2026-03-03'],
    ['2026-03-03T23:30:00-08:00', '2026-03-03'],
    ['2026-03', '2026-03'],
    ['20260303T101500Z', '2026-03-03'],
    ['3.3.2026', '2026-03-03'],
    [1772532000, '2026-03-03'],
    [1772532000000, '2026-03-03'],
    ['03/04/2026', undefined],
    ['2026-02-30', undefined],
    ['soon', undefined],
    [7, undefined],
  ])('%s', (value, day) => {
    expect(statedDay(value)).toBe(day)
  })
})

test('zip in zip, opened by the caller', async () => {
  const inner = zipFile([{ name: 'x.txt', data: GERMAN }])
  const [found] = await openFile('a.zip', zipFile([{ name: 'b.zip', data: inner }]))
  expect(told(await openFile(`a.zip${found!.suffix}`, (found as { bytes: Uint8Array }).bytes))).toEqual([
    `/x.txt | ${GERMAN}`,
  ])
})
