/** A sentence in English for each finding. Values of texts are quoted as they are, cut short; a face escapes what is odd. */
import type { Finding, FindingCode, Statement } from '../model.js'

const LONGEST = 60
/** So many places of one value are quoted: pages repeat the message at each of them. */
const MOST_QUOTED = 10

type Said = Pick<Finding, 'code' | 'values' | 'minority'>

/** What a finding means, in one sentence; `about` is the part of the release or the language that it is about. */
export function messageOf(finding: Said, about: string | null): string {
  const ids = Object.keys(finding.values)
  const silent = ids.filter(id => finding.values[id]!.length === 0)
  const speaking = ids.filter(id => finding.values[id]!.length > 0)
  const what = finding.code.replace(/-(?:differs|missing|moved)$/, '')
  switch (finding.code) {
    case 'untranslated':
      return `${list(speaking)}: a block is in another language (${about ?? 'und'})`
    case 'block-differs':
      return `${list(finding.minority)}: a block says something else than the others have in its place`
    case 'block-moved':
      return `${list(finding.minority.length > 0 ? finding.minority : ids)}: a block stands elsewhere than in the others`
    case 'sentence-missing':
      return `${about ?? list(ids)}: a sentence seems to be missing`
    case 'issued-differs':
      return `the date of publication differs: ${quoted(finding.values, speaking)}; ${about ?? ''}`
    case 'block-missing':
    case 'contact-missing':
    case 'dateline-missing':
      return `${what} only in ${list(speaking)}; not in ${list(silent)}`
    default:
      return finding.code.endsWith('-differs')
        ? `${nameOf(finding.code, about)} differs: ${quoted(finding.values, speaking)}`
        : `${what} ${quoted(finding.values, speaking)}; none in ${list(lackingOf(finding, silent))}`
  }
}

/** Some that do not state it in figures may state it otherwise; the outvoted ones do not. */
const lackingOf = ({ minority }: Said, silent: readonly string[]) => {
  const outvoted = silent.filter(id => minority.includes(id))
  return outvoted.length > 0 ? outvoted : silent
}

const nameOf = (code: FindingCode, about: string | null) =>
  code === 'dateline-differs' ? `${about ?? 'text'} of the dateline` : code.replace(/-differs$/, '')

const list = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.join(', '))

/** `"16.5" (de, en), "17,5" (it)`. */
function quoted(values: Finding['values'], ids: readonly string[]): string {
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const text = quotation(values[id]!)
    groups.set(text, [...(groups.get(text) ?? []), id])
  }
  return [...groups].map(([text, by]) => `"${text}" (${by.join(', ')})`).join(', ')
}

function quotation(statements: readonly Statement[]): string {
  const said = statements.slice(0, MOST_QUOTED).map(shown).join(' ')
  return statements.length > MOST_QUOTED ? `${said} and ${statements.length - MOST_QUOTED} more` : said
}

function shown({ text, value }: Statement): string {
  const said = text === '' || text.length > LONGEST ? value || text : text
  return said.length > LONGEST ? `${said.slice(0, LONGEST - 1)}…` : said
}
