/**
 * What a made-up release says, in no language: blocks of sentences of tokens, where a token is a phrase by its number or
 * a fact (name, amount, date). Everything is a pure function of seed and k. Half of the releases are in series: four issuers for
 * every forty releases, whose weekly reports have the same sentences and other figures, or at least one boilerplate.
 */
import { CITIES } from './languages.mjs'
import { companyOf, personOf, productOf, villageOf } from './names.mjs'
import { randomOf } from './random.mjs'

const LEAST_BLOCKS = 4
const MOST_BLOCKS = 40
const LEANING = 2 // most releases are short: the count of blocks is drawn by this power
const SERIES = 0.5 // of all releases are by an issuer of a series
const NEIGHBOURHOOD = 40 // releases that share the issuers of series
const ISSUERS = 4 // in a neighbourhood
const REPORTS = 0.5 // of the series are reports with the same sentences
const DAYS = 900
const WEEK = 7

/** @param k whole; below zero are the releases without translation. @param phrases count of phrases that there are */
export function planOf(seed, k, phrases) {
  const own = randomOf(seed, 'release', k)
  const issuer = issuerOf(seed, k, own)
  const wording = issuer.reports ? randomOf(seed, 'wording', issuer.key) : own
  const facts = { ...factsOf(wording, issuer), page: own.between(1000, 99999) }
  const day = issuer.reports ? issuer.day + WEEK * (k % NEIGHBOURHOOD) : own.below(DAYS)
  const writer = { random: wording, figures: own, facts, phrases, day }
  return {
    issuer,
    facts,
    day,
    wire: own.of(['NORDWIRE', 'GLOBE NEWSWIRE', null]),
    ...blocksOf(writer),
    about: aboutOf(seed, issuer, phrases),
  }
}

function issuerOf(seed, k, own) {
  const inSeries = own.chance(SERIES)
  const key = inSeries ? `${Math.floor(k / NEIGHBOURHOOD)}/${own.below(ISSUERS)}` : `alone ${k}`
  const random = randomOf(seed, 'issuer', key)
  const company = companyOf(random)
  const contact = personOf(random)
  const line = () => String(random.between(1000, 9999))
  return {
    key,
    company,
    contact,
    phone: `+${random.between(30, 49)} ${random.between(20, 99)} ${line()} ${line()}`,
    city: random.below(CITIES),
    day: random.below(DAYS),
    reports: inSeries && random.chance(REPORTS),
  }
}

function factsOf(random, { company, contact }) {
  const some = (least, most, make) => Array.from({ length: random.between(least, most) }, () => make(random))
  return {
    company: company.name,
    people: [...some(1, 3, personOf), contact],
    products: some(1, 3, productOf),
    villages: some(1, 4, villageOf),
    hebrewProducts: random.chance(0.5),
  }
}

function blocksOf(writer) {
  const { random } = writer
  const count = LEAST_BLOCKS + Math.floor((MOST_BLOCKS - LEAST_BLOCKS + 1) * random.next() ** LEANING)
  const title = sentence(writer, 2, 2)
  const blocks = []
  while (blocks.length < count - 4) {
    const dice = random.next()
    if (blocks.length > 1 && dice < 0.15) blocks.push({ kind: 'heading', sentences: [sentence(writer, 1, 1)] })
    else if (blocks.length > 1 && dice < 0.22) blocks.push(listOf(writer))
    else blocks.push({ kind: dice > 0.85 ? 'quote' : 'paragraph', sentences: sentencesOf(writer, 1, 4) })
  }
  return { title, lede: sentencesOf(writer, 1, 3), blocks }
}

const listOf = writer => ({ kind: 'list', sentences: sentencesOf(writer, 2, 4) })

const sentencesOf = (writer, least, most) =>
  Array.from({ length: writer.random.between(least, most) }, () => sentence(writer, 2, 5))

/** Phrases with a fact behind each second one. */
function sentence(writer, least, most) {
  const { random, phrases } = writer
  return Array.from({ length: random.between(least, most) }, () => {
    const phrase = { phrase: random.below(phrases) }
    return random.chance(0.5) ? [phrase, fact(writer)] : [phrase]
  }).flat()
}

function fact({ random, figures, facts, day }) {
  const dice = random.next()
  if (dice < 0.15) return { name: facts.company }
  if (dice < 0.27) return { person: random.of(facts.people) }
  if (dice < 0.37) return { product: random.of(facts.products) }
  if (dice < 0.5) return { village: random.of(facts.villages) }
  if (dice < 0.58) return { day: day + figures.between(-90, 200) }
  if (dice < 0.7) return { number: figures.between(1, 999) / 10, unit: 'percent' }
  if (dice < 0.8) return { number: figures.between(11, 9999) / 10, unit: 'million' }
  return { number: figures.between(2, figures.of([30, 900, 90000])), unit: null }
}

/** The boilerplate of an issuer: the same in all of its releases. */
function aboutOf(seed, issuer, phrases) {
  const random = randomOf(seed, 'about', issuer.key)
  const facts = factsOf(random, issuer)
  return sentencesOf({ random, figures: random, facts, phrases, day: issuer.day }, 2, 3)
}
