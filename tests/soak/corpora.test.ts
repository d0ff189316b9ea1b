/** Corpora at random keep the laws of a corpus. In CI for a minute, and for as long as `npm run soak` says. */
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.js'
import { search, timeout } from './campaign.js'
import { corpora, filesOf } from './corpora.js'
import { brokenCorpusLaws } from './corpus-laws.js'

test('corpora keep the laws', { timeout }, async () => {
  const folder = tempFolder()
  expect(await search('corpora', corpora(), recipe => brokenCorpusLaws(filesOf(recipe), folder))).toEqual([])
})
