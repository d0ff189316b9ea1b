/** `parawire report`: a corpus as pages that open from a disk, for people who look through it. */
import { join } from 'node:path'
import { UserError } from '../errors.js'
import { type Command, KEEP_GOING, RECORDS } from './command.js'
import { interruptible } from './io.js'
import { sayTo, tolerantRecords } from './records/usable-records.js'
import { count } from './summary.js'

export const reportCommand: Command = {
  name: 'report',
  description: 'Write HTML pages of a corpus: translations side by side, repairs, findings',
  operands: [RECORDS],
  options: [KEEP_GOING, ['-o, --output <folder>', 'write into this folder: new, empty, or an earlier report']],
  examples: [
    ['parawire report corpus.ndjson -o report', 'write a report, then open report/index.html'],
    ['parawire releases/ | parawire report -o report --keep-going', 'build and report in one pipe'],
  ],
  /** Writes the pages. Exit code 1 where records were left out. */
  async run({ operands: [path], flags, io }) {
    const { output } = flags
    if (output === undefined || output === '' || output === '-')
      throw new UserError('report makes many pages; name a folder for them with -o FOLDER')
    const [{ check }, { newReport }, { openReportFolder }] = await Promise.all([
      import('../api/records.js'),
      import('../report/report.js'),
      import('./report-folder.js'),
    ])
    return interruptible(io, 'nothing was written', async signal => {
      const { records, skipped } = tolerantRecords(path, 'laws', flags, io, signal)
      const folder = await openReportFolder(output, io)
      const report = newReport()
      let [releases, findings] = [0, 0]
      try {
        for await (const record of records) {
          const found = check(record)
          releases++
          findings += found.length
          for (const page of report.add(record, found)) await folder.write(...page)
        }
        for (const page of report.finish()) await folder.write(...page)
        await folder.finish()
      } catch (error) {
        await folder.abandon()
        throw error
      }
      const besides = skipped() === 0 ? '' : `, ${skipped()} skipped`
      const made = `${count(releases, 'release')}, ${count(findings, 'finding')}${besides}`
      sayTo(io, flags.quiet)(`${made}; open ${join(output, 'index.html')}`)
      return skipped() > 0 ? 1 : 0
    })
  },
}
