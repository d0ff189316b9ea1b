/**
 * `parawire build` beside what a user would put together instead: ftfy's port on each text and franc on each paragraph, and
 * where PARAWIRE_HUNALIGN names its binary also `hunalign -realign` on every pair of texts of a release. A folder holds
 * `RELEASE.LANGUAGE.txt`, in UTF-8. Whole processes of one thread in turn; the median ratio of processor time.
 *
 *     node tests/bench/assembled.bench.mjs DIR [--runs 5]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measured } from './corpus/process.mjs'
import { peerFixText } from './peer.mjs'

const BIN = fileURLToPath(new URL('../../bin/parawire.js', import.meta.url))
const SELF = fileURLToPath(import.meta.url)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' }, peer: { type: 'boolean' }, hunalign: { type: 'string' } },
})
const [folder] = positionals
if (folder === undefined) {
  console.error('usage: node tests/bench/assembled.bench.mjs DIR [--runs N]')
  process.exit(2)
}

const paragraphsOf = text => text.split(/\n\s*\n/).map(paragraph => paragraph.replace(/\s+/g, ' ').trim())

/** The peer's process. */
async function assembled() {
  const fixText = await peerFixText()
  const { franc } = await import('franc')
  const releases = new Map()
  for (const name of readdirSync(folder).filter(file => file.endsWith('.txt'))) {
    const paragraphs = paragraphsOf(fixText(readFileSync(join(folder, name), 'utf8')))
    for (const paragraph of paragraphs) franc(paragraph)
    const release = name.split('.').slice(0, -2).join('.')
    releases.set(release, [...(releases.get(release) ?? []), paragraphs])
  }
  if (values.hunalign !== undefined) for (const texts of releases.values()) alignPairs(texts)
}

/** Every pair of texts, without a dictionary. */
function alignPairs(texts) {
  const work = mkdtempSync(join(tmpdir(), 'hunalign-'))
  const write = (name, lines) => writeFileSync(join(work, name), lines.map(line => `${line}\n`).join(''))
  try {
    write('empty.dic', [])
    for (const [k, lines] of texts.entries()) write(`${k}`, lines)
    for (let a = 0; a < texts.length; a++) {
      for (let b = a + 1; b < texts.length; b++) {
        const { status, error } = spawnSync(values.hunalign, ['-utf', '-realign', 'empty.dic', `${a}`, `${b}`], {
          cwd: work,
        })
        if (status !== 0) throw error ?? new Error(`${values.hunalign} ended with ${status}`)
      }
    }
  } finally {
    rmSync(work, { recursive: true })
  }
}

/** Median ratio of processor time over runs in turn. */
async function beside(title, extra) {
  const ratios = []
  for (let run = 0; run < Number(values.runs); run++) {
    const own = await measured(process.execPath, [
      BIN,
      'build',
      folder,
      '--include',
      '*.txt',
      '--jobs',
      '1',
      '-q',
      '-o',
      '/dev/null',
    ])
    const peer = await measured(process.execPath, [SELF, folder, '--peer', ...extra])
    ratios.push(own.processor / peer.processor)
    console.log(`  parawire ${own.processor.toFixed(2)} s, ${title} ${peer.processor.toFixed(2)} s of processor time`)
  }
  const sorted = ratios.sort((a, b) => a - b)
  console.log(`parawire / ${title}: ${sorted[sorted.length >> 1].toFixed(2)}`)
}

if (values.peer) await assembled()
else {
  await peerFixText()
  await beside('ftfy + franc', [])
  const hunalign = process.env.PARAWIRE_HUNALIGN
  if (hunalign) await beside('ftfy + franc + hunalign', ['--hunalign', hunalign])
  else console.log('skipped: hunalign: PARAWIRE_HUNALIGN does not name its binary')
}
