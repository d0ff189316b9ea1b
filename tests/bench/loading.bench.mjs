/**
 * Milliseconds that the first damaged text of a language takes, most of it for reading word lists and learning from
 * them: one with lost letters, and one in a mixed-up charset. Each figure is the best of seven fresh processes; CPU
 * time of all threads stands behind it. Not run by the tests.
 *
 *     npm run build && node tests/bench/loading.bench.mjs
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const RUNS = 7

const texts = {
  'da ?': 'Bestyrelsen for v?rftet s?ger ogs? flere folk p? ?en, som ligger t?t ved sk?ret, og h?ber p? det bedste.',
  'de ?': 'F?r die n?chste Sitzung des Aufsichtsrats h?lt der Verband sp?ter die Gr??e der Fl?che fest, hie? es.',
  'it ?': 'La societ? ha gi? detto che la qualit? della citt? ? pi? alta, perch? il comune ha s?nto di poterlo fare.',
  'nl ?': 'De co?rdinatie met Itali? en Belgi? is ge?nd door de minister, die de financi?le gevolgen heeft bekeken.',
  'da mix-up':
    'Bestyrelsen for v\u2018rftet s\u203ager ogs\u2020 flere folk p\u2020 \u203aen, som ligger t\u2018t ved sk\u2018ret.',
  'de mix-up':
    'Der Verband h\u201elt in der n\u201echsten Sitzung sp\u201eter die Gr\u201d\u00e1e f\u0081r das Geb\u201eude fest, sagte er.',
  'it mix-up':
    'La societ\u2026 ha gi\u2026 detto che la qualit\u2026 della citt\u2026 \u0160 pi\u2014 alta, perch\u201a il comune la sa.',
  'nl mix-up':
    'De co\u201crdinatie met Itali\u2030 en Belgi\u2030 is na de financi\u2030le crisis ge\u2039nd door de minister.',
}

async function measure(name) {
  const { repair } = await import('../../dist/index.js')
  repair('Plain text, nothing in it.')
  const cpu = process.cpuUsage()
  const start = performance.now()
  const { repairs } = repair(texts[name])
  const time = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  console.log(JSON.stringify({ time, cpu: (user + system) / 1000, repairs: repairs.length }))
}

function report() {
  for (const name of Object.keys(texts)) {
    const runs = Array.from({ length: RUNS }, () =>
      JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: 'utf8' })),
    )
    const [time, cpu] = ['time', 'cpu'].map(key =>
      Math.min(...runs.map(run => run[key]))
        .toFixed(0)
        .padStart(5),
    )
    console.log(`${name.padEnd(12)}${time} ms${cpu} ms of CPU  ${runs[0].repairs} repairs`)
  }
}

if (process.argv[2] === undefined) report()
else await measure(process.argv[2])
