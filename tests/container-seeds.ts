/** One good file of each container, and changes to its bytes that a seed decides. */
import { gzipSync } from 'node:zlib'
import type { ContainerFormat } from '../src/containers/containers.js'
import { mail, zipFile } from './container-files.js'

const TEXT =
  'The Elbwerk AG opens a plant in Görlitz.\n\nIt is the third of its kind. “We are glad”, says Anna Beispiel.\n'

const MAIL = mail(
  ...[
    'From a@elbwerk.example Tue Mar  3 10:00:00 2026',
    'From: =?utf-8?Q?Gr=C3=B6=C3=9Fe?= <a@elbwerk.example>',
    'Subject: Elbwerk',
  ],
  ...[
    'Date: Tue, 3 Mar 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
  ],
  ...[
    'Content-Type: multipart/alternative; boundary=c',
    '',
    '--c',
    'Content-Type: text/plain; format=flowed; charset=utf-8',
  ],
  ...[
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'The Elbwerk AG opens =',
    'a plant in G=C3=B6rlitz.',
    '',
    '--c',
  ],
  ...[
    'Content-Type: text/html',
    '',
    '<p>The Elbwerk AG opens a plant.</p>',
    '--c--',
    '--b',
    'Content-Transfer-Encoding: base64',
  ],
  ...[
    'Content-Disposition: attachment; filename="a.txt"',
    '',
    Buffer.from(TEXT).toString('base64'),
    '--b',
    'Content-Type: message/rfc822',
  ],
  ...['', 'Subject: Inner', '', 'x', '--b--', ''],
)

const FEED =
  '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>' +
  '<title>A &amp; B</title><item><title>One</title><description><![CDATA[<p>Two &auml;</p>]]></description><dc:language>de</dc:language>' +
  `<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate></item><!-- x --><item><description>${TEXT}</description></item></channel></rss>`

const ATOM =
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><entry><title type="html">A &lt;b&gt;</title><link hreflang="de" href="https://e.example/"/>' +
  `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${TEXT}</p></div></content></entry></feed>`

const NEWSML =
  '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><newsItem xml:lang="en"><contentMeta><headline>A &amp; B</headline></contentMeta>' +
  `<contentSet><inlineXML><html><body><p>${TEXT}</p><br/></body></html></inlineXML></contentSet></newsItem></newsMessage>`

/** Name, format and bytes. */
export const SEEDS: readonly (readonly [name: string, format: ContainerFormat, bytes: Buffer])[] = [
  [
    'a.zip',
    'zip',
    zipFile([
      { name: 'größe.txt', data: TEXT },
      { name: 'b.txt', data: TEXT, method: 0 },
      { name: 'c.zip', data: zipFile([]) },
    ]),
  ],
  ['a.gz', 'gzip', gzipSync(TEXT)],
  ['a.eml', 'mail', MAIL],
  ['a.mbox', 'mbox', Buffer.concat([MAIL, Buffer.from('\n'), MAIL])],
  ['a.rss', 'feed', Buffer.from(FEED)],
  ['a.atom', 'feed', Buffer.from(ATOM)],
  ['a.xml', 'newsml', Buffer.from(NEWSML)],
  ['a.csv', 'csv', Buffer.from(`title,text,date\nA,"${TEXT}",2026-03-03\nB,"x ""y""",\n`)],
  ['a.json', 'json', Buffer.from(JSON.stringify([{ title: 'A', body: [TEXT], date: 1772532000 }, { text: TEXT }]))],
  [
    'a.ndjson',
    'json',
    Buffer.from(`${JSON.stringify({ text: TEXT })}\n${JSON.stringify({ content: { rendered: TEXT } })}\n`),
  ],
]

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The bytes with one to eight changes: a byte, a bit, a stretch that is cut out, doubled or moved, an end that is cut off. */
export function mutated(bytes: Buffer, seed: number): Buffer {
  const random = randomOf(seed)
  const below = (n: number) => Math.floor(random() * n)
  let out = Buffer.from(bytes)
  for (let left = 1 + below(8); left > 0; left--) {
    const [at, size] = [below(out.length), 1 + below(40)]
    const change = below(6)
    if (change === 0) out[at] = below(256)
    else if (change === 1) out[at]! ^= 1 << below(8)
    else if (change === 2) out = Buffer.concat([out.subarray(0, at), out.subarray(at + size)])
    else if (change === 3) out = Buffer.concat([out.subarray(0, at + size), out.subarray(at)])
    else if (change === 4) out.copy(out, below(out.length), at, at + size)
    else if (random() < 0.2) out = out.subarray(0, at)
    if (out.length === 0) out = Buffer.from('x')
  }
  return out
}
