/** `parawire explain`: a person sees why a line became its block. */
import { expect, test } from 'vitest'
import { danish, german } from './cli-texts.js'
import { runCli } from './run-cli.js'
import { wrap } from './segment-texts.js'
import { tempFolder } from './temp-folder.js'

const wrapped = german
  .trim()
  .split('\n\n')
  .map(block => wrap(block, 60).join('\n'))
  .join('\n\n')
const damaged = wrapped.replace('über', '?ber').replace('eröffnet, in der', 'er?ffnet, in der')
const cwd = tempFolder({ 'plain.txt': danish, 'broken.txt': damaged, 'note:3': german, 'data.bin': Buffer.alloc(900) })
const explain = (name: string) => runCli(['explain', name], { cwd })

test('a whole file: charset, language, layout, kinds with their reasons, damage', async () => {
  const { code, out } = await explain('broken.txt')
  expect(code).toBe(0)
  expect(out).toMatch(/charset +ascii|charset +utf-8/)
  expect(out).toMatch(/language +de \(words, margin/)
  expect(out).toMatch(/layout +hard-wrapped, 5\d columns; unwrap \d+/)
  expect(out).toMatch(/damage +lost-character 2/)
  expect(out).toMatch(/line 1 +de:0 {2}label, has words/)
  expect(out).toMatch(/line 3 +de:1 {2}title, stands before/)
  expect(out).toMatch(/lines 5-\d+ +de:2 {2}paragraph, begins with a dateline.*dateline "ESBJERG, 4. Mai 2026 -"/)
  expect(out).toMatch(/lost-character "\?" -> "ö" in "eröffnet," \(document, 0\.\d+\)/)
  expect(out).not.toContain('unwrap "')
})

test('one line: its block and every edit that touches it', async () => {
  const line = damaged.split('\n').findIndex(text => text.includes('er?ffnet')) + 1
  const { code, out } = await explain(`broken.txt:${line}`)
  expect(code).toBe(0)
  expect(out).toContain('de:2  paragraph')
  expect(out).toMatch(new RegExp(`line ${line} +lost-character "\\?" -> "ö"`))
  expect(out).toContain('unwrap "\\n" -> " "')
  expect(out).not.toContain('de:3')
})

test('a line between blocks', async () => {
  expect((await explain('plain.txt:2')).out).toContain('line 2 is in no block')
})

test('a file whose name looks like a line of another', async () => {
  expect((await explain('note:3')).out).toContain('de:4')
})

test('standard input', async () => {
  const { code, out } = await runCli(['explain'], { cwd, stdin: danish })
  expect({ code, title: out.includes('da:1  title') }).toEqual({ code: 0, title: true })
})

test.each([
  ['plain.txt:99', 'plain.txt has no line 99; it has 9'],
  ['missing.txt', 'cannot read missing.txt: no such file or folder'],
  ['missing.txt:2', 'cannot read missing.txt: no such file or folder'],
  ['data.bin', 'cannot explain data.bin'],
])('%s is refused', async (name, message) => {
  const { code, out, err } = await explain(name)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(message)
})
