/**
 * A plan said in one language: the blocks of a press release, as texts. Translations differ a little, each in its own
 * way: now and then a sentence or a paragraph is missing, two paragraphs are one, a name is not repeated.
 */
import { dayIn, LANGUAGES, numberIn } from './languages.mjs'
import { inHebrew } from './names.mjs'

const LOST_SENTENCE = 0.02
const LOST_BLOCK = 0.015
const JOINED_BLOCK = 0.02
const LOST_NAME = 0.05

/** Paragraphs of the release in a language; `random` decides how this translation differs from the others. */
export function textOf(plan, tag, phrases, random) {
  const language = LANGUAGES[tag]
  const say = tokens => sayIn(plan, tag, phrases, tokens, random)
  const { issuer, day, wire } = plan
  const city = tag === 'en' || tag === 'de' ? language.cities[issuer.city].toUpperCase() : language.cities[issuer.city]
  const lead = `${city}, ${dayIn(language, day)} ${wire ? `(${wire}) -- ` : '– '}`
  const sentences = list => list.map(tokens => `${say(tokens)}.`).join(' ')
  return [
    ...(random.chance(0.6) ? [language.label] : []),
    say(plan.title),
    lead + sentences(plan.lede),
    ...bodyOf(plan.blocks, language, say, sentences, random),
    `${language.about} ${issuer.company.name}: ${issuer.company.full} ${lowered(sentences(plan.about))}`,
    `${language.contact}: ${issuer.contact}, ${language.phone} ${issuer.phone}, press@${issuer.company.host}`,
    ...(plan.facts.page % 2 ? [`https://www.${issuer.company.host}/news/${plan.facts.page}`] : []),
    ...(random.chance(0.5) ? [language.end] : []),
  ]
}

function bodyOf(blocks, language, say, sentences, random) {
  const out = []
  for (const { kind, sentences: list } of blocks) {
    if (blocks.length > 6 && random.chance(LOST_BLOCK)) continue
    const kept = list.filter((_, k) => k === 0 || !random.chance(LOST_SENTENCE))
    if (kind === 'heading') out.push(say(kept[0]))
    else if (kind === 'list') out.push(kept.map(tokens => `• ${say(tokens)}`).join('\n'))
    else if (kind === 'quote') {
      const [open, close] = language.quotes
      out.push(`${open}${sentences(kept).slice(0, -1)}${close}, ${language.says} ${say([{ speaker: true }])}.`)
    } else if (out.length > 0 && random.chance(JOINED_BLOCK) && out.at(-1).endsWith('.'))
      out.push(`${out.pop()} ${sentences(kept)}`)
    else out.push(sentences(kept))
  }
  return out
}

function sayIn({ facts }, tag, phrases, tokens, random) {
  const language = LANGUAGES[tag]
  const spelled = name => (tag === 'he' ? inHebrew(name) : name)
  const words = tokens.map(token => {
    if (token.phrase !== undefined) return phrases[tag][token.phrase]
    if (token.speaker) return spelled(facts.people[0])
    if (token.number !== undefined) return numberIn(language, token.number) + (token.unit ? language[token.unit] : '')
    if (token.day !== undefined) return dayIn(language, token.day)
    if (random.chance(LOST_NAME)) return ''
    if (token.product !== undefined) return facts.hebrewProducts ? spelled(token.product) : token.product
    return spelled(token.name ?? token.person ?? token.village)
  })
  return raised(words.filter(word => word !== '').join(' '))
}

const raised = text => text.slice(0, 1).toUpperCase() + text.slice(1)
const lowered = text => text.slice(0, 1).toLowerCase() + text.slice(1)
