/** Corpora at random keep the laws of a corpus. In CI for a minute, and for as long as `npm run soak` says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.js'
import { search, timeout } from './campaign.js'
import { corpora, filesOf } from './corpora.js'
import { brokenCorpusLaws } from './corpus-laws.js'

test('corpora keep the laws', { timeout }, async () => {
  const folder = tempFolder()
  const faults = await search({
    what: 'corpora',
    recipes: corpora(),
    laws: recipe => brokenCorpusLaws(filesOf(recipe), folder),
    show: recipe => fc.stringify(recipe),
  })
  expect(faults).toEqual([])
})
