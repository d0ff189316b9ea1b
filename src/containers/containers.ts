/**
 * Files that hold other files or texts: archives, mails, feeds, tables. A container is opened into inner files, each of which is
 * read like any other file, and may be a container again. The caller counts how deep it is (`MAX_DEPTH`), and hands on one
 * budget for all that one file of the user holds. What cannot be given is told, never thrown.
 */
import type { ContainerFormat } from './container-format.js'
import { openCsv } from './csv.js'
import { openFeed } from './feed.js'
import { openGzip } from './gzip.js'
import { type Opened, type OpenOptions, refused } from './inner.js'
import { openJson } from './json.js'
import { openMail } from './mail.js'
import { openMbox } from './mbox.js'
import { openNewsml } from './newsml.js'
import { openZip } from './zip.js'

export { type ContainerFormat, containerOf } from './container-format.js'
export {
  type Budget,
  type FieldNames,
  type Inner,
  MAX_DEPTH,
  newBudget,
  type Opened,
  type OpenOptions,
  type Refused,
} from './inner.js'

const OPEN: Readonly<Record<ContainerFormat, typeof openZip>> = {
  zip: openZip,
  gzip: openGzip,
  mail: openMail,
  mbox: openMbox,
  feed: openFeed,
  newsml: openNewsml,
  csv: openCsv,
  json: openJson,
}

/**
 * What a container holds, in its order; something is always given, if only a refusal. `path` is the container's own, as records
 * show it. Throws a UserError where an option names a field that is not there; for no other input.
 */
export async function* openContainer(
  format: ContainerFormat,
  bytes: Uint8Array,
  path: string,
  options: OpenOptions,
): AsyncGenerator<Opened> {
  let isEmpty = true
  for await (const inner of OPEN[format](bytes, path, options)) {
    isEmpty = false
    if (options.budget.files < 1)
      return yield refused('', 'TOO_LARGE', 'the file holds more files and texts than are read of one')
    options.budget.files--
    yield inner
  }
  if (isEmpty) yield refused('', 'EMPTY', 'nothing that can be read is inside')
}

/** Is this what could not be given? */
export const isRefused = (opened: Opened): opened is Extract<Opened, { code: string }> => 'code' in opened
