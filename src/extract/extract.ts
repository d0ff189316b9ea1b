/**
 * Reads what a release says of itself out of its blocks: title and summary, dateline, contacts, links. A pure function
 * of the blocks and the pack, so that it can be asked again when siblings have mended a block.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Anatomy, Block, Dateline } from '../model.js'
import { firstDateline } from '../text/dateline.js'
import { placeKeyOf } from '../text/places.js'
import { contactsOf, linksOf } from './contacts.js'

/** The anatomy of a release in one language; `crawled` is the date of a crawler's prefix. */
export function extract(blocks: readonly Block[], pack: LanguagePack, crawled: string | null): Anatomy {
  const summary = blocks.filter(block => block.kind === 'summary').map(block => block.text)
  return {
    title: blocks.find(block => block.kind === 'title')?.text ?? null,
    summary: summary.length > 0 ? summary.join('\n\n') : null,
    dateline: datelineOf(blocks, pack),
    crawled,
    contacts: contactsOf(blocks, pack),
    links: linksOf(blocks),
  }
}

function datelineOf(blocks: readonly Block[], pack: LanguagePack): Dateline | null {
  const news = firstDateline(
    blocks.map(({ text, kind }) => ({ text, skip: kind === 'list-item' || kind === 'table' })),
    pack,
  )
  if (!news) return null
  const block = blocks[news.at]!
  const { place, region, date, wire, end } = news.found
  const placeKey = place && placeKeyOf(place, region, pack.tag)
  return { place, placeKey, region, date, wire, text: block.text.slice(0, end).trimEnd(), block: block.id }
}
