/** How JSON is read: a value a line, an array, or values one after another over many lines; each with its place. */
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JsonItem, readJson } from '../src/cli/records/json.js'

/** The items of a text, or of the chunks in which it comes. */
async function read(...chunks: readonly (string | Uint8Array)[]): Promise<JsonItem[]> {
  const stdin = new PassThrough()
  for (const chunk of chunks) stdin.write(chunk)
  stdin.end()
  const sink = new PassThrough()
  const items: JsonItem[] = []
  for await (const item of readJson('-', { stdin, stdout: sink, stderr: sink, cwd: '/', env: {} })) items.push(item)
  return items
}

const told = (items: readonly JsonItem[]) =>
  items.map(item => `${item.where}: ${'problem' in item ? item.problem : JSON.stringify(item.value)}`)

describe('the same values in every form', () => {
  const objects = fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), { maxLength: 5 })
  const forms: readonly [name: string, print: (values: readonly unknown[], indent: number) => string][] = [
    ['a line each', values => values.map(value => `${JSON.stringify(value)}\n`).join('')],
    ['a line each, with CR LF and empty lines', values => values.map(v => `${JSON.stringify(v)}\r\n\r\n`).join('')],
    ['one array', (values, indent) => JSON.stringify(values, null, indent)],
    ['an array of a line each', values => `[\n${values.map(value => JSON.stringify(value)).join(',\n')}\n]\n`],
    ['an array with commas in front', values => `[\n${values.map(value => JSON.stringify(value)).join('\n, ')}]`],
    // An empty object is a line of its own in this form.
    ['one after another', (values, indent) => values.map(value => JSON.stringify(value, null, indent)).join('\n')],
  ]

  test.each(forms)('%s', async (_, print) => {
    await fc.assert(
      fc.asyncProperty(
        objects,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 9 }),
        async (values, n, size) => {
          const bytes = Buffer.from(print(values, n))
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
            bytes.subarray(i * size, (i + 1) * size),
          )
          const items = await read(...chunks)
          expect(items.map(item => ('value' in item ? item.value : item.problem))).toEqual(
            JSON.parse(JSON.stringify(values)),
          )
        },
      ),
    )
  })

  test('any bytes give items, and never an exception', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'[]{},:"\\ \n1a\u2028') })
    await fc.assert(fc.asyncProperty(text, async source => void (await read(source))))
    await fc.assert(fc.asyncProperty(fc.uint8Array(), async bytes => void (await read(bytes))))
  })
})

describe('places', () => {
  test.each<[text: string, items: string[]]>([
    ['{"a":1}\n\n{"a":2}', ['line 1: {"a":1}', 'line 3: {"a":2}']],
    ['\ufeff{"a":1}\n', ['line 1: {"a":1}']],
    ['[{"a":1},{"a":2}]', ['line 1, item 1: {"a":1}', 'line 1, item 2: {"a":2}']],
    ['[\n  {\n    "a": "],{"\n  },\n  2\n]\n', ['line 2, item 1: {"a":"],{"}', 'line 5, item 2: 2']],
    ['{\n "a": 1\n}\n{\n "a": 2\n}\n{"a":3}\n', ['line 1: {"a":1}', 'line 4: {"a":2}', 'line 7: {"a":3}']],
    ['[]\n', []],
    ['[ ]', []],
    ['', []],
    ['\n \r\n', []],
  ])('%j', async (text, items) => {
    expect(told(await read(text))).toEqual(items)
  })
})

describe('what is no JSON', () => {
  test.each<[text: string, problems: RegExp[]]>([
    ['{"a":"b', [/^line 1: not JSON: .* \(is the line cut off\?\)$/]],
    ['{"a":1\n{"a":2}', [/^line 1: not JSON: .* \(is the line cut off\?\)$/, /^line 2: \{"a":2\}$/]],
    ['Dear Sir\n{}', [/^line 1: not JSON: [^(]*$/, /^line 2: \{\}$/]],
    ['{"a":1}{"a":2}', [/^line 1: not JSON: [^(]*$/]],
    ['[{"a":1},\n{"a":', [/^line 1, item 1: \{"a":1\}$/, /^line 2, item 2: not JSON: it ends before .*cut off\?\)$/]],
    ['[\n{"a":1},', [/^line 2, item 1: /, /^line 2, item 2: not JSON: it ends before/]],
    ['[{"a":1}', [/^line 1, item 1: not JSON: it ends before/]],
    ['{\n"a": 1', [/^line 1: not JSON: it ends before/]],
    ['[1,,2]', [/^line 1, item 1: 1$/, /^line 1, item 2: not JSON/, /^line 1, item 3: 2$/]],
    ['[1,]', [/^line 1, item 1: 1$/, /^line 1, item 2: not JSON/]],
    ['[1] 2\n3', [/^line 1, item 1: 1$/, /^line 1.*: 2$/, /^line 2: 3$/]],
    ['[1 2]\n3', [/^line 1, item 1: not JSON/, /^line 2: 3$/]],
  ])('%j', async (text, problems) => {
    const items = told(await read(text))
    expect(items.length).toBe(problems.length)
    for (const [i, problem] of problems.entries()) expect(items[i]).toMatch(problem)
  })

  test.each<[name: string, bytes: Uint8Array, items: RegExp[]]>([
    ['Latin-1', Buffer.from('{"a":"ä"}\n{"a":1}\n', 'latin1'), [/^line 1: not UTF-8$/, /^line 2: \{"a":1\}$/]],
    ['UTF-16', Buffer.from('\ufeff{"a":1}', 'utf16le'), [/^line 1: not UTF-8; it is UTF-16, .*PowerShell/]],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0]), [/^line 1: not UTF-8; it is compressed: unpack it with gzip -dc$/]],
  ])('%s', async (_, bytes, items) => {
    const found = told(await read(bytes))
    expect(found.length).toBe(items.length)
    for (const [i, item] of items.entries()) expect(found[i]).toMatch(item)
  })

  test('a line of 20 MB is told in a short one', async () => {
    const [item] = told(await read('x'.repeat(20e6)))
    expect(item).toMatch(/^line 1: not JSON/)
    expect(item!.length).toBeLessThan(200)
    const open = told(await read('{"a":"', 'x'.repeat(20e6)))
    expect(open.join('\n')).toMatch(/^line 1: not JSON: .{1,100} \(is the line cut off\?\)$/)
  })
})
