/**
 * Processor time of each stage, in milliseconds. The functions are given, so that the tests measure the sources and the
 * bench a build. Processor time, for a machine that is shared does other things in between; the least of several runs,
 * for whatever else happens only adds.
 */

const milliseconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const timed = (times, stage, run) => {
  const start = milliseconds()
  const made = run()
  times[stage] = milliseconds() - start
  return made
}

/** The stages of one file, in the order of `readDocument`. */
export function fileTimes({ decode, repair, detect, segment, documentOf, packs, packOf, undetermined }, bytes) {
  const times = {}
  const decoded = timed(times, 'decode', () => decode(bytes, packs))
  const repaired = timed(times, 'repair', () => repair(decoded.text, packs))
  const language = timed(times, 'detect', () => detect(repaired.text, packs))
  const pack = packOf(language.tag) ?? undetermined
  const segmented = timed(times, 'segment', () => segment(repaired.text, pack, language.tag))
  const parts = { decoded, repaired, language, pack, segmented, sha256: '', decided: null }
  timed(times, 'extract', () => documentOf({ path: 'a.txt', bytes }, parts))
  return times
}

/** What is done with a release of two documents whose languages are given, from their bytes on. */
export function releaseTimes(
  { readDocument, releaseRecord, oneRelease, check, newReport, recordIn, lawProblems },
  texts,
) {
  const times = {}
  const read = (bytes, language) => readDocument({ path: `${language}.txt`, bytes }, { language })
  const documents = timed(times, 'read', () => [read(texts[0], 'de'), read(texts[1], 'en')])
  const record = timed(times, 'record', () => releaseRecord(oneRelease(documents)))
  const findings = timed(times, 'check', () => check(record))
  const report = newReport()
  timed(times, 'report', () => [report.add(record, findings), ...report.finish()])
  const text = JSON.stringify(record)
  timed(times, 'validate', () => {
    const { record: sound, problems } = recordIn(JSON.parse(text))
    return sound ? lawProblems(sound) : problems
  })
  return { times, record }
}

/** Keeps the least of each stage. */
export function keepLeast(least, times) {
  for (const [stage, time] of Object.entries(times)) least[stage] = Math.min(least[stage] ?? Infinity, time)
  return least
}
