/** Feeds, tables, JSON and NewsML-G2: a text an item, with what is stated of it. */
import { describe, expect, test } from 'vitest'
import { isRefused, type Opened } from '../src/containers/containers.js'
import { UserError } from '../src/errors.js'
import { openFile, told } from './container-files.js'

const facts = (opened: readonly Opened[]) => opened.map(inner => (isRefused(inner) ? inner.code : inner.facts))
const file = (name: string, text: string, settings = {}) => openFile(name, Buffer.from(text), settings)

describe('feeds', () => {
  const rss = (items: string, head = '') =>
    `<?xml version="1.0"?>${head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Elbwerk &amp; Co</title><language>de-de</language>' +
    `${items}</channel></rss>`
  const item = (inside: string) => `<item>${inside}</item>`

  test('RSS 2.0: content before description, title before content, language and date', async () => {
    const opened = await file(
      'a.xml',
      rss(
        item(
          '<title>Werk &amp;amp; Tor</title><link>https://elbwerk.example/1</link><description>kurz</description>' +
            '<content:encoded><![CDATA[<p>Die Elbwerk AG &ouml;ffnet.</p>]]></content:encoded>' +
            '<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><dc:language>it</dc:language>',
        ) + item('<title>Zwei</title><description>A &lt; B</description><guid>https://elbwerk.example/2</guid>'),
      ),
    )
    expect(told(opened)).toEqual([
      '#1 | html | utf-8 | <h1>Werk &amp; Tor</h1>\n<p>Die Elbwerk AG &ouml;ffnet.</p>',
      '#2 | text | utf-8 | Zwei\n\nA < B',
    ])
    const publisher = 'Elbwerk & Co'
    const first = {
      title: 'Werk & Tor',
      language: 'it',
      date: '2026-03-03',
      publisher,
      url: 'https://elbwerk.example/1',
    }
    expect(facts(opened)).toEqual([
      first,
      { title: 'Zwei', language: 'de-DE', publisher, url: 'https://elbwerk.example/2' },
    ])
    expect(opened[1]).toMatchObject({ step: { feed: 'a.xml', item: 2 } })
  })
  test('a title that the body begins with is not put twice', async () => {
    const opened = await file(
      'a.xml',
      rss(item('<title>Ein Werk</title><description>&lt;h2&gt;Ein  Werk&lt;/h2&gt;x</description>')),
    )
    expect(told(opened)).toEqual(['#1 | html | utf-8 | <h2>Ein  Werk</h2>x'])
  })
  test('RSS 0.91 with its DOCTYPE; an item without text is told of', async () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">'
    const opened = await file(
      'a.xml',
      rss(item('<title>A</title><description>B</description>') + item('<title>C</title>'), doctype),
    )
    expect(told(opened)).toEqual(['#1 | text | utf-8 | A\n\nB', '#2 EMPTY'])
  })
  test('RSS 1.0, in ISO 8859-1', async () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ' +
      'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Værk</title>' +
      '<dc:language>da</dc:language></channel><item rdf:about="https://vaerk.example/1"><title>Åbning</title>' +
      '<description>Værket åbner.</description><dc:date>2026-03-02</dc:date></item></rdf:RDF>'
    const opened = await openFile('a.rdf', Buffer.from(text, 'latin1'))
    expect(told(opened)).toEqual(['#1 | text | utf-8 | Åbning\n\nVærket åbner.'])
    const url = 'https://vaerk.example/1'
    expect(facts(opened)).toEqual([{ title: 'Åbning', language: 'da', date: '2026-03-02', publisher: 'Værk', url }])
  })
  test('Atom: XHTML, plain text, other languages', async () => {
    const text =
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl"><title>Elbwerk</title><entry><title type="html">A &lt;b&gt;B&lt;/b&gt; </title>' +
      '<link href="https://elbwerk.example/nl"/><link rel="alternate" hreflang="de" href="https://elbwerk.example/de"/>' +
      '<updated>2026-03-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hallo</p></div>' +
      '</content></entry><entry xml:lang="de"><title>P</title><content type="text">3 &lt; 4 &amp;amp;</content></entry></feed>'
    const opened = await file('a.atom', text)
    expect(told(opened)).toEqual([
      '#1 | html | utf-8 | <h1>A B</h1>\n<p>Hallo</p>',
      '#2 | text | utf-8 | P\n\n3 < 4 &amp;',
    ])
    const translations = [{ language: 'de', url: 'https://elbwerk.example/de' }]
    expect(facts(opened)[0]).toMatchObject({ title: 'A B', language: 'nl', date: '2026-03-01', translations })
    expect(facts(opened)[1]).toEqual({ title: 'P', language: 'de', publisher: 'Elbwerk' })
  })
  test('JSON Feed', async () => {
    const feed = {
      ...{ version: 'https://jsonfeed.org/version/1.1', title: 'Elbwerk', language: 'de' },
      items: [{ id: '1', title: 'A', content_text: 'B', date_published: '2026-03-03T10:00:00Z' }],
    }
    const opened = await file('a.json', JSON.stringify(feed))
    expect(told(opened)).toEqual(['#1 | text | utf-8 | A\n\nB'])
    expect(facts(opened)).toEqual([{ title: 'A', language: 'de', date: '2026-03-03', publisher: 'Elbwerk' }])
  })
  test('no entity is expanded', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(1000)}">]>`
    const opened = await file('a.xml', rss(item('<title>A</title><description>x &b; &b;</description>'), bomb))
    expect(told(opened)).toEqual(['#1 | text | utf-8 | A\n\nx &b; &b;'])
  })
})

describe('tables', () => {
  test('a row a text, with quotes and line ends in fields', async () => {
    const text =
      'Titel;Headline;Full Text;Lang;Published\nx;Ein Werk;"Die ""Elbwerk"" AG\nöffnet.";de_at;3.3.2026\n;;;;\ny;;<p>Zwei</p>;;\n'
    const opened = await file('a.csv', text)
    expect(told(opened)).toEqual([
      '#1 | text | utf-8 | Ein Werk\n\nDie "Elbwerk" AG\nöffnet.',
      '#2 EMPTY',
      '#3 | html | utf-8 | <p>Zwei</p>',
    ])
    expect(facts(opened)).toEqual([{ title: 'Ein Werk', language: 'de-AT', date: '2026-03-03' }, 'EMPTY', {}])
    expect(opened[0]).toMatchObject({ step: { table: 'a.csv', row: 1 } })
  })
  test('bytes of a table that is not UTF-8 stay as they are', async () => {
    const row = Buffer.from('Größe;Die Elbwerk AG eröffnet ein Werk in Görlitz, das größte im Süden.', 'latin1')
    const opened = await openFile('a.csv', Buffer.concat([Buffer.from('title;text\n'), row]))
    const bytes = Buffer.from('Größe\n\nDie Elbwerk AG eröffnet ein Werk in Görlitz, das größte im Süden.', 'latin1')
    expect(opened).toMatchObject([{ bytes, facts: { title: 'Größe' }, format: 'text' }])
    expect(opened[0]).not.toHaveProperty('charset')
  })
  test('UTF-16, tabs, what Excel says of the separator, rows of other lengths', async () => {
    const utf16 = Buffer.from('\uFEFFtitle\ttext\nA\tÄ\n', 'utf16le')
    expect(told(await openFile('a.csv', utf16))).toEqual(['#1 | text | utf-8 | A\n\nÄ'])
    expect(told(await file('a.csv', 'sep=|\r\ntitle|text\r\nA|B|C\r\nD\r\n'))).toEqual([
      '#1 | text | utf-8 | A\n\nB',
      '#2 EMPTY',
    ])
  })
  test('columns by name', async () => {
    const text = 'id;inhalt;text\n1;A;B\n'
    expect(told(await file('a.csv', text, { textField: 'Inhalt' }))).toEqual(['#1 | text | utf-8 | A'])
    const wrong = file('a.csv', text, { textField: 'body' })
    await expect(wrong).rejects.toThrow(UserError)
    await expect(wrong).rejects.toThrow(
      '--text-field names "body", which a.csv does not have; it has: id, inhalt, text',
    )
    await expect(file('a.csv', text, { dateField: 'day' })).rejects.toThrow('--date-field')
  })
})

describe('JSON', () => {
  test.each([
    ['an array', '[{"title":"A","text":"B"},{"text":"C"},{"title":"D"},7]', ['A\n\nB', 'C', null, null]],
    ['an object that holds one', '{"total":1,"response":{"articles":[{"headline":"A","body":"B"}]}}', ['A\n\nB']],
    ['a single item', '{"title":"A","content":"B"}', ['A\n\nB']],
    ['lines', '{"text":"A"}\r\n\n{"text":"B"}\n{broken\n', ['A', 'B', null]],
    ['WordPress', '[{"title":{"rendered":"A"},"content":{"rendered":"<p>B</p>"}}]', ['<h1>A</h1>\n<p>B</p>']],
    ['schema.org', '{"@type":"NewsArticle","headline":"A","articleBody":"B"}', ['A\n\nB']],
    ['paragraphs', '{"title":"A","body":["B","C"]}', ['A\n\nB\n\nC']],
  ])('%s', async (_, text, texts) => {
    const code = _ === 'lines' ? 'UNREADABLE' : 'EMPTY'
    const wanted = texts.map((t, i) =>
      t === null ? `#${i + 1} ${code}` : `#${i + 1} | ${t.includes('<') ? 'html' : 'text'} | utf-8 | ${t}`,
    )
    expect(told(await file('a.json', text))).toEqual(wanted)
  })
  test('ninjs 1 and 3', async () => {
    const one = {
      uri: 'urn:x',
      versioncreated: '2026-03-03T10:00:00Z',
      language: 'da',
      headline: 'A',
      body_text: 'B',
      body_xhtml: '<p>B</p>',
    }
    const three = {
      ...{ uri: 'https://elbwerk.example/3', contentCreated: '2026-03-04T10:00:00Z', language: 'de' },
      ...{
        headlines: [{ role: 'main', value: 'C' }],
        bodies: [
          { role: 'short', value: 'x' },
          { role: 'main', value: 'D' },
        ],
      },
    }
    const opened = await file('a.json', JSON.stringify([one, three]))
    expect(told(opened)).toEqual(['#1 | text | utf-8 | A\n\nB', '#2 | text | utf-8 | C\n\nD'])
    const last = { title: 'C', language: 'de', date: '2026-03-04', url: 'https://elbwerk.example/3' }
    expect(facts(opened)).toEqual([{ title: 'A', language: 'da', date: '2026-03-03' }, last])
  })
  test('a key that no item has', async () => {
    await expect(file('a.json', '[{"text":"A"}]', { titleField: 'head' })).rejects.toThrow('--title-field names "head"')
  })
})

describe('NewsML-G2', () => {
  const item = (content: string) =>
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en"><itemMeta><versionCreated>2026-03-03T10:00:00Z</versionCreated>' +
    '<provider literal="Nordwire"/></itemMeta><contentMeta><headline>A &amp; B</headline><language tag="de-DE"/></contentMeta>' +
    `<contentSet>${content}</contentSet></newsItem>`
  const stated = { title: 'A & B', language: 'de-DE', date: '2026-03-03', publisher: 'Nordwire' }

  test('NITF inside, and data, in a message', async () => {
    const nitf =
      '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>no</title></head><body>' +
      '<body.head><hedline><hl1>A &amp; B</hl1></hedline></body.head><body.content><p>Eins &lt; <chron>zwei</chron></p></body.content></body></nitf></inlineXML>'
    const data = '<inlineData contenttype="text/plain"><![CDATA[Drei]]></inlineData>'
    const text = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${item(nitf)}${item(data)}${item('')}</itemSet></newsMessage>`
    const opened = await file('a.xml', text)
    expect(told(opened)).toEqual([
      '#1 | html | utf-8 | <h1>A &amp; B</h1><p>Eins &lt; zwei</p>',
      '#2 | text | utf-8 | A & B\n\nDrei',
      '#3 EMPTY',
    ])
    expect(facts(opened)).toEqual([stated, stated, 'EMPTY'])
  })
  test('a message that breaks off gives what is whole', async () => {
    const text = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">${item('<inlineData>A</inlineData>')}<newsItem><conten`
    expect(told(await file('a.xml', text))).toEqual(['#1 | text | utf-8 | A & B\n\nA', ' UNREADABLE'])
  })
  test('no entity is expanded', async () => {
    const text = `<!DOCTYPE n [<!ENTITY a "aaa">]>${item('<inlineData>x &a;</inlineData>')}`
    expect(told(await file('a.xml', text))).toEqual([' UNREADABLE'])
  })
})
