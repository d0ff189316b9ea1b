/** Explanations of groups as text. All companies and places are invented. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explanationText } from '../src/cli/stages/group-report.js'
import { widthOf } from '../src/cli/terminal.js'
import { explainGroup } from '../src/group/explain.js'
import { type GroupableDocument, groupProfiles } from '../src/group/group.js'
import { profileOf } from '../src/group/profile.js'
import { packOf } from '../src/languages/index.js'
import { english, german, groupable } from './group-texts.js'

const doc = (tag: string, path: string, texts: readonly string[], date: string | null = '2031-05-04') =>
  groupable(tag, texts, date, path)
const otherFigures = german.map(text => text.replace('312', '97').replace('840', '55').replace('455', '71'))

function explainedOf(documents: readonly GroupableDocument[]) {
  const groups = groupProfiles({ count: documents.length, profileAt: k => profileOf(documents[k]!, packOf) })
  return groups.map(group => explainGroup(group, k => documents[k]!, packOf))
}
const reported = (documents: readonly GroupableDocument[]) =>
  explainedOf(documents).flatMap((group, k) => explanationText(group, k + 1, k => documents[k]!.path))

describe('a report of groups', () => {
  test('names files, versions, scores and what is shared', () => {
    const corrected = doc('en', 'c.txt', ['CORRECTION:', ...english.map(text => text.replace('312', '321'))])
    const lines = reported([doc('en', 'a.txt', english), doc('de', 'b.txt', german), corrected])
    expect(lines.slice(0, 5)).toEqual([
      'release 1: 3 files',
      '  de  b.txt',
      '  en  a.txt',
      '  en  c.txt',
      '        a correction of a.txt',
    ])
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}b\.txt \+ a\.txt: score \d\.\d\d$/))
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}a\.txt \+ c\.txt: versions, \d\d % alike$/))
    expect(lines).toContainEqual(expect.stringMatching(/^ {4}\d\d % of each is found in the other; /))
    expect(lines).toContainEqual(expect.stringMatching(/^ {4}names: .*Ostermoor/))
    expect(lines).toContainEqual(expect.stringMatching(/^ {4}numbers: .*840/))
  })

  test('a file alone has the nearest one and the reason', () => {
    const lines = reported([doc('en', 'a.txt', english), doc('de', 'b.txt', otherFigures)])
    expect(lines.filter(line => line.startsWith('release'))).toEqual(['release 1: 1 file', 'release 2: 1 file'])
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}nearest: b\.txt, score 0\.\d\d$/))
    expect(lines).toContain('    not together: it says the same with other figures: another release of a series')
  })

  test('a file that is like nothing says so', () => {
    expect(reported([doc('en', 'a.txt', english)])).toEqual([
      'release 1: 1 file',
      '  en  a.txt',
      '  nothing is like it',
    ])
    expect(reported([])).toEqual([])
  })

  test('law: no line is wider than 100, none drives a terminal, whatever files are called', () => {
    const explained = [german, otherFigures].flatMap(texts =>
      explainedOf([doc('en', 'a.txt', english), doc('de', 'b.txt', texts)]),
    )
    const path = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })
    const law = fc.property(fc.tuple(path, path), paths => {
      const drives = /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/
      const lines = explained.flatMap((group, k) => explanationText(group, k + 1, k => paths[k]!))
      expect(lines.filter(line => widthOf(line) > 100 || drives.test(line))).toEqual([])
    })
    fc.assert(law)
  })
})
