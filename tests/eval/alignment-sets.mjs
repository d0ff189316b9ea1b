/**
 * What alignment is measured on: the gold sets of a folder, and kinds of text made of them at run time
 * (`alignment-kinds.mjs`, `other-shape.mjs`). A set is a list of releases `{ name, paragraphs, types, units }`, each by language tag;
 * paragraphs that share a unit belong together.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as kinds from './alignment-kinds.mjs'
import { otherShape } from './other-shape.mjs'
import { random } from './relay.mjs'

const paragraphsOf = file =>
  readFileSync(file, 'utf8')
    .trim()
    .split(/\n\s*\n/)
const mapValues = (object, f) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, f(value, key)]))

/** All sets, each made when it is asked for. */
export function alignmentSets(sets, seed) {
  const gold = name => goldSet(sets, name)
  const news = () => cleanNews(sets)
  const both = () => [...news(), ...gold('newsletter')]
  const hard = () => [...gold('news-hard'), ...gold('newsletter-hard')]
  return {
    'news-hard': () => gold('news-hard'),
    'newsletter-hard': () => gold('newsletter-hard'),
    news,
    newsletter: () => gold('newsletter'),
    sentences: () => kinds.sentences(both(), random(seed)),
    'unknown pair': () => kinds.unknownPair(kinds.sentences(both(), random(seed))),
    'short items': () => kinds.shortItems(gold('newsletter-hard'), random(seed)),
    'real differences': () => kinds.realDifferences(both(), random(seed)),
    'other shape': () => otherShape(both(), random(seed)),
    ...mapValues(ALIGNED_ONLY, make => () => make({ gold, news, hard, next: random(seed) })),
  }
}

/** Sets that no folder of files would tell more of: they are aligned, and not built. */
const ALIGNED_ONLY = {
  'long two-language texts': ({ gold }) => [
    ...kinds.longTexts(gold('news-hard'), ['da', 'he'], ['he', 'it'], ['de', 'nl'], ['de', 'he']),
    ...kinds.longTexts(gold('newsletter-hard'), ['de', 'en']),
  ],
  'long six-language texts': ({ gold }) => kinds.longTexts(gold('news-hard'), ['da', 'de', 'en', 'he', 'it', 'nl']),
  'moved paragraphs': ({ news, next }) => kinds.movedParagraphs(news(), next),
  'moved paragraphs of two': ({ news, next }) => kinds.movedParagraphs(kinds.twoOfEach(news(), next), next),
  'two texts side by side': ({ hard }) => kinds.sideBySide(hard(), 0),
  'unrelated texts side by side': ({ hard }) => kinds.sideBySide(hard(), 7),
}

/** Is the set aligned only? */
export const isAlignedOnly = name => Object.hasOwn(ALIGNED_ONLY, name)

function goldSet(sets, name) {
  const { releases } = JSON.parse(readFileSync(join(sets, name, 'gold.json'), 'utf8'))
  return Object.entries(releases).map(([release, { files, units, types }]) => ({
    name: release,
    files: mapValues(files, file => join(sets, name, file)),
    paragraphs: mapValues(files, file => paragraphsOf(join(sets, name, file))),
    types: mapValues(types, own => own.map(type => (type === 'segment' ? 'para' : type))),
    units,
  }))
}

/** `clean/<tag>/<release>.txt`: the same paragraphs in every language. */
function cleanNews(sets) {
  const tags = readdirSync(join(sets, 'clean')).sort()
  return readdirSync(join(sets, 'clean', tags[0]))
    .sort()
    .map(name => {
      const files = Object.fromEntries(tags.map(tag => [tag, join(sets, 'clean', tag, name)]))
      return kinds.fromRows(name.replace('.txt', ''), mapValues(files, paragraphsOf), files)
    })
}
