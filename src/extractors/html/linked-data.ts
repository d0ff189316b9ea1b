/** Facts of JSON-LD (schema.org) in a page: when an article was published, and by whom. */

import { isoDate } from './iso-date.js'
import { type PageTree, textIn } from './page-tree.js'

export interface LinkedFacts {
  readonly title: string | null
  readonly date: string | null
  readonly publisher: string | null
}

type Node = Readonly<Record<string, unknown>>

/** More than this is no description of an article. */
const LONGEST = 200_000
const NODES = 1000
const ARTICLE = /(?:Article|Posting|Report|WebPage|PressRelease)$/

/** What the articles of a page's JSON-LD say; broken JSON says nothing. */
export function linkedData(tree: PageTree): LinkedFacts {
  const nodes = tree.flatMap(element => {
    const { type } = element.attributes
    return element.name === 'script' && /^application\/ld\+json/i.test(type?.trim() ?? '')
      ? nodesOf(textOf(element))
      : []
  })
  const articles = nodes.filter(node => typesOf(node).some(type => ARTICLE.test(type)))
  const first = <T>(read: (node: Node) => T | null): T | null =>
    articles.map(read).find(value => value !== null) ?? null
  return {
    title: first(({ headline }) => text(headline)),
    date: first(({ datePublished }) => isoDate(text(datePublished) ?? undefined)),
    publisher: first(({ publisher }) => nameOf(publisher)) ?? first(({ author }) => organisation(author)),
  }
}

const textOf = (element: Parameters<typeof textIn>[0]) => {
  const content = textIn(element)
  return content.length > LONGEST ? '' : content
}

/** All objects of a JSON text, from the outermost inwards. */
function nodesOf(json: string): Node[] {
  const found: Node[] = []
  let level: unknown[] = [parsed(json)]
  while (level.length > 0 && found.length < NODES) {
    const nodes = level.flat().filter((value): value is Node => typeof value === 'object' && value !== null)
    found.push(...nodes.slice(0, NODES))
    level = nodes.slice(0, NODES).flatMap(node => Object.values(node))
  }
  return found
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

const typesOf = (node: Node): string[] => [node['@type']].flat().filter(type => typeof type === 'string')

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.replace(/\s+/g, ' ').trim() : null

/** The name of a person or an organisation, the first of several. */
function nameOf(value: unknown): string | null {
  const [first] = [value].flat()
  return text(first) ?? (typeof first === 'object' && first !== null ? text((first as Node).name) : null)
}

function organisation(value: unknown): string | null {
  const found = [value]
    .flat()
    .find(one => typeof one === 'object' && one !== null && typesOf(one as Node).includes('Organization'))
  return nameOf(found)
}
