/** What holds for one file, whatever its bytes are: each law that is broken as `law: where`. */
import { decode, readDocument, repair, segment } from '../../src/index.js'
import type { Document } from '../../src/model.js'
import { fileOf } from '../decided.js'
import { brokenTextLaws } from '../text-laws.js'

const joined = (document: Pick<Document, 'blocks'>) => document.blocks.map(b => b.text).join('\n\n')

/** The broken laws of a file; an exception is one. */
export function brokenLaws(bytes: Uint8Array): string[] {
  try {
    const decoded = decode(bytes).text
    const document = readDocument({ path: 'x.txt', bytes })
    const fresh = JSON.parse(JSON.stringify(document)) as Document
    return [
      ...brokenTextLaws(document, decoded),
      ...brokenTextLaws(fresh, decoded).map(law => `${law}, from JSON`),
      ...idempotent(decoded, document),
      ...impossibleDates(document),
      ...decidedOn(decoded, bytes, document),
    ]
  } catch (error) {
    const { name, message, stack = '' } = error as Error
    return [`throws: ${name}: ${message} ${/\/(?:src|dist)\/([^\s)]+)/.exec(stack)?.[1] ?? ''}`]
  }
}

/** A repaired text is clean: nothing finds anything in it. */
function idempotent(decoded: string, document: Document): string[] {
  const { text } = repair(decoded)
  const again = repair(text).repairs[0]
  if (again) return [`again: repair finds ${shown(again)} in its own text`]
  const language = document.language.tag === 'und' ? {} : { language: document.language.tag }
  const inBlocks = repair(joined(document)).repairs[0] ?? repair(joined(document), language).repairs[0]
  if (inBlocks) return [`again: repair finds ${shown(inBlocks)} in the blocks`]
  const cut = segment(joined(document), language)
  if (cut.blocks.length !== document.blocks.length || cut.repairs.length > 0)
    return [`again: segment finds ${cut.repairs[0] ? shown(cut.repairs[0]) : 'other blocks'} in its own blocks`]
  // Half of a surrogate pair cannot be written down.
  if (/\p{Cs}/u.test(joined(document))) return []
  const read = readDocument({ path: 'x.txt', bytes: Buffer.from(joined(document)) })
  // One character beyond ASCII may be two of another charset (`pƒ`).
  if (read.charset.name !== 'utf-8') return []
  const [edit] = read.repairs
  return edit || joined(read) !== joined(document)
    ? [`again: reading finds ${edit ? shown(edit) : 'other blocks'} in a file of the blocks`]
    : []
}

const shown = ({ kind, evidence, before, after }: { kind: string; evidence: string; before: string; after: string }) =>
  `${kind} (${evidence}) ${JSON.stringify(before)} -> ${JSON.stringify(after)}`

const DAY = /^(?:(\d{4})|-)(?:-(\d\d)(?:-(\d\d))?|-Q[1-4])?$/

/** Dates are dates of the calendar, in the forms that the model promises. */
function impossibleDates({ dates, dateline, header, crawled, embargo }: Document): string[] {
  const stated = [
    ...dates.map(({ date }) => date),
    dateline?.date,
    header?.date,
    crawled,
    embargo?.until?.slice(0, 10),
  ].filter(date => typeof date === 'string')
  return stated
    .filter(date => {
      const [from, to, ...more] = date.split('/')
      return (
        !isDate(from!) || more.length > 0 || (to !== undefined && !(isDate(to) && !from!.startsWith('-') && from! < to))
      )
    })
    .map(date => `dates: ${date} is no date`)
}

function isDate(date: string): boolean {
  const [, year, month, day] = DAY.exec(date) ?? []
  if (!DAY.test(date) || Number(year ?? 2000) < 1000) return false
  if (month === undefined) return true
  const time = new Date(Date.UTC(Number(year ?? 2000), Number(month) - 1, Number(day ?? 1)))
  return time.getUTCMonth() === Number(month) - 1 && (day === undefined || time.getUTCDate() === Number(day))
}

/** A person decides on every repair: the laws hold as before, and each decision shows, or is told not to be applied. */
function decidedOn(decoded: string, bytes: Uint8Array, { repairs, sha256 }: Document): string[] {
  const decisions = repairs.map(({ start, end, before, after, kind }, i) => {
    const verdict = i % REJECTED === 0 ? ('reject' as const) : ('accept' as const)
    return { about: 'repair' as const, verdict, sha256, start, end, before, after, kind }
  })
  const read = readDocument({ path: 'x.txt', bytes }, { decisions: fileOf(...decisions) })
  const accepted = read.repairs.filter(({ decided }) => decided === 'accepted').length
  const told = read.warnings.filter(({ code }) => code === 'DECISION_NOT_APPLIED').length
  const shown = accepted + (read.rejected?.length ?? 0) + told
  const broken = brokenTextLaws(read, decoded)
  if (shown !== decisions.length) broken.push(`${shown} of ${decisions.length} are applied or told`)
  return broken.map(law => `decisions: ${law}`)
}

/** One repair of so many is rejected. */
const REJECTED = 3
