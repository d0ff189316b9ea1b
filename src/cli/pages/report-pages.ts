/** `parawire report`: a corpus as pages that open from a disk, for people who look through it. */
import { join } from 'node:path'
import { check } from '../../api.js'
import { UserError } from '../../errors.js'
import { newReport } from '../../report/report.js'
import { interruptible } from '../interruption.js'
import type { Io } from '../io.js'
import { sayTo, usableRecords } from '../records/usable-records.js'
import { openReportFolder } from './report-folder.js'

/** The options of the command line. */
export interface ReportFlags {
  readonly output?: string
  readonly keepGoing?: boolean
  readonly quiet?: boolean
}

/** Writes the pages. Exit code 1 where records were left out. Throws a UserError for bad records and a bad folder. */
export async function reportPages(path: string | undefined, flags: ReportFlags, io: Io): Promise<number> {
  const { output, keepGoing = false, quiet } = flags
  if (output === undefined || output === '' || output === '-')
    throw new UserError('report makes many pages; name a folder for them with -o FOLDER')
  const say = sayTo(io, quiet)
  return interruptible(io, 'nothing was written', async signal => {
    const folder = await openReportFolder(output, io)
    const report = newReport()
    let [releases, findings, left] = [0, 0, 0]
    const onSkipped = (problem: string) => {
      left++
      say(`skipped: ${problem}`)
    }
    try {
      for await (const { record } of usableRecords(path, { keepGoing, onSkipped }, io)) {
        signal.throwIfAborted()
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
    const besides = left === 0 ? '' : `, ${left} skipped`
    say(
      `${releases} ${releases === 1 ? 'release' : 'releases'}, ${findings} ${findings === 1 ? 'finding' : 'findings'}${besides}; open ${join(output, 'index.html')}`,
    )
    return left > 0 ? 1 : 0
  })
}
