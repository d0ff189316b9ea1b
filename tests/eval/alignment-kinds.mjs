/**
 * Kinds of text made of the gold sets, from a seed, so that nothing is tuned to one kind.
 *
 * - sentences: the paragraphs of news and newsletters cut into sentences where all languages have as many, then joined,
 *   dropped and inserted as the hard sets do it.
 * - unknown pair: the same of two languages, every letter exchanged for another of its kind, so that no pack and no word
 *   list knows them, while what is alike stays alike.
 * - short items: headings and list items of the newsletters only, two languages.
 * - real differences: translations that leave out a tenth to a fifth in a row, have paragraphs of their own, and
 *   summarise; one language is as the source was. Nothing is moved.
 * - long texts: all releases of a set one behind the other, as one.
 * - moved paragraphs: one paragraph of one language stands three places or more from where it belongs.
 * - side by side: every two languages of every release, or a text and one of another release, which have nothing in common.
 */
export const mapValues = (object, f) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, f(value, key)]))
/** One of the list; undefined where it is empty. */
export const pick = (list, next) => list[Math.floor(next() * list.length)]

/** A release whose n-th paragraphs belong together. */
export const fromRows = (name, paragraphs, files) => ({
  name,
  ...(files && { files }),
  paragraphs,
  types: mapValues(paragraphs, own => own.map(() => 'para')),
  units: mapValues(paragraphs, own => own.map((_, i) => [i])),
})

export function sentences(releases, next) {
  const cut = releases.map(({ name, paragraphs }) => {
    const split = mapValues(paragraphs, own => own.map(sentencesIn))
    const tags = Object.keys(split)
    const rows = Object.fromEntries(tags.map(tag => [tag, []]))
    split[tags[0]].forEach((_, i) => {
      const same = tags.every(tag => split[tag][i].length === split[tags[0]][i].length)
      for (const tag of tags) rows[tag].push(...(same ? split[tag][i] : [split[tag][i].join(' ')]))
    })
    return fromRows(name, rows)
  })
  return cut.map(release => ({
    ...release,
    ...edited(release, tag => perturb(release.paragraphs[tag], strangers(cut, release, tag), next)),
  }))
}

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })
export const sentencesIn = text => [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean)

/** New rows for every language as `[text, units]`. */
export function edited({ paragraphs }, rowsOf) {
  const rows = mapValues(paragraphs, (_, tag) => rowsOf(tag))
  return {
    paragraphs: mapValues(rows, own => own.map(([text]) => text)),
    units: mapValues(rows, own => own.map(([, units]) => units)),
    types: mapValues(rows, own => own.map(() => 'para')),
  }
}

/** Paragraphs of other releases in the same language. */
export const strangers = (releases, release, tag) =>
  releases.filter(other => other !== release && other.paragraphs[tag]).flatMap(other => other.paragraphs[tag])

/** About one row in eight is joined with the next, dropped, or has a stranger before it. */
function perturb(texts, others, next) {
  const rows = []
  for (let i = 0; i < texts.length; i++) {
    const dice = next()
    if (dice < 0.04 && texts.length > 3) continue
    if (dice < 0.07) rows.push([pick(others, next), []])
    if (dice > 0.94 && i + 1 < texts.length) rows.push([`${texts[i]} ${texts[i + 1]}`, [i, ++i]])
    else rows.push([texts[i], [i]])
  }
  return rows
}

const LETTERS = ['aeiou', 'bcdfghjklmnpqrstvwxz']
const turned = new Map(LETTERS.flatMap(own => [...own].map((letter, i) => [letter, own[(i + 2) % own.length]])))
const strange = text =>
  text.replace(/[a-z]/gi, letter => {
    const other = turned.get(letter.toLowerCase()) ?? letter
    return letter === letter.toLowerCase() ? other : other.toUpperCase()
  })

/** Languages called `x-1` and `x-2`, which are none. */
export function unknownPair(releases) {
  return releases.map(release => {
    const two = Object.keys(release.paragraphs)
      .filter(tag => tag !== 'he')
      .slice(-2)
    const both = (lists, f = x => x) => Object.fromEntries(two.map((tag, i) => [`x-${i + 1}`, lists[tag].map(f)]))
    return {
      name: release.name,
      paragraphs: both(release.paragraphs, strange),
      types: both(release.types),
      units: both(release.units),
    }
  })
}

export function shortItems(releases, next) {
  return releases.flatMap(release => {
    const tags = Object.keys(release.paragraphs)
    const two = [
      'en',
      pick(
        tags.filter(tag => tag !== 'en'),
        next,
      ),
    ].sort()
    const kept = two.map(tag => [tag, release.types[tag].flatMap((type, i) => (type === 'para' ? [] : [i]))])
    if (kept.some(([, own]) => own.length < 3)) return []
    const only = lists => Object.fromEntries(kept.map(([tag, own]) => [tag, own.map(i => lists[tag][i])]))
    return [
      {
        name: release.name,
        paragraphs: only(release.paragraphs),
        types: only(release.types),
        units: only(release.units),
      },
    ]
  })
}

/** A third of the releases only lends its paragraphs: they must not lead to a release of the set. */
export function realDifferences(releases, next) {
  const lenders = releases.filter((_, i) => i % 3 === 2)
  return releases
    .filter((_, i) => i % 3 < 2)
    .map(release => {
      const source = pick(Object.keys(release.paragraphs), next)
      const differ = tag => {
        const rows = release.paragraphs[tag].map((text, i) => [text, [i]])
        return tag === source ? rows : differing(rows, strangers(lenders, release, tag), next)
      }
      return { ...release, files: undefined, ...edited(release, differ) }
    })
}

function differing(rows, others, next) {
  const at = size => Math.floor(next() * (rows.length - size + 1))
  if (next() < 0.5 && rows.length > 6) {
    const size = 2 + Math.floor(next() * 2)
    const from = at(size)
    const run = rows.slice(from, from + size)
    rows.splice(from, size, [run.map(([text]) => sentencesIn(text)[0]).join(' '), run.flatMap(([, units]) => units)])
  }
  if (next() < 0.6) {
    const size = Math.max(1, Math.round(rows.length * (0.1 + 0.1 * next())))
    rows.splice(at(size), size)
  }
  if (next() < 0.5) {
    const from = Math.floor(next() * others.length)
    rows.splice(at(0), 0, ...others.slice(from, from + 1 + Math.floor(next() * 4)).map(text => [text, []]))
  }
  return rows
}

/** For each list of tags a release that holds all that have these tags. */
export function longTexts(releases, ...lists) {
  return lists.map(tags => {
    const own = releases.filter(({ paragraphs }) => tags.every(tag => paragraphs[tag]))
    const joined = of => Object.fromEntries(tags.map(tag => [tag, own.flatMap((release, n) => of(release, n)[tag])]))
    return {
      name: `all ${tags.join('-')}`,
      paragraphs: joined(({ paragraphs }) => paragraphs),
      types: joined(({ types }) => types),
      units: joined(({ units }, n) => mapValues(units, all => all.map(ids => ids.map(id => n * APART + id)))),
    }
  })
}

/** More than a release has units. */
const APART = 100_000
const LEAST_ROWS = 8
const LEAST_STEP = 3

export function movedParagraphs(releases, next) {
  const long = releases.filter(({ units }) => Object.values(units).every(({ length }) => length >= LEAST_ROWS))
  return long.map(({ name, paragraphs, types, units }) => {
    const tag = pick(Object.keys(paragraphs), next)
    const order = movedOrder(paragraphs[tag].length, next)
    const put = lists => ({ ...lists, [tag]: order.map(i => lists[tag][i]) })
    return { name, paragraphs: put(paragraphs), types: put(types), units: put(units) }
  })
}

/** The numbers below `length` in order, but for one. */
function movedOrder(length, next) {
  const order = Array.from({ length }, (_, i) => i)
  const [from, to] = [Math.floor(next() * length), Math.floor(next() * length)]
  if (Math.abs(from - to) < LEAST_STEP) return movedOrder(length, next)
  order.splice(to, 0, ...order.splice(from, 1))
  return order
}

const withOnly = ({ name, paragraphs, types, units }, tags) => {
  const own = lists => Object.fromEntries(tags.map(tag => [tag, lists[tag]]))
  return { name, paragraphs: own(paragraphs), types: own(types), units: own(units) }
}

/** Two languages of each release, whichever. */
export function twoOfEach(releases, next) {
  return releases.map(release => {
    const tags = Object.keys(release.paragraphs)
    const one = pick(tags, next)
    const other = tags.filter(tag => tag !== one)
    return withOnly(release, [one, pick(other, next)].sort())
  })
}

/** Each two languages of each release; the second is taken from the release so many `further` in the list. */
export function sideBySide(releases, further) {
  return releases.flatMap((release, n) => {
    const other = releases[(n + further) % releases.length]
    const tags = Object.keys(release.paragraphs).sort()
    return tags.flatMap((a, k) =>
      tags.slice(k + 1).flatMap(b => {
        if (!other.paragraphs[b]) return []
        const apart = further === 0 ? 0 : APART
        const left = withOnly(release, [a])
        const right = withOnly(other, [b])
        return [
          {
            name: `${release.name} ${a}-${b}`,
            paragraphs: { ...left.paragraphs, ...right.paragraphs },
            types: { ...left.types, ...right.types },
            units: { ...left.units, [b]: right.units[b].map(ids => ids.map(id => id + apart)) },
          },
        ]
      }),
    )
  })
}
