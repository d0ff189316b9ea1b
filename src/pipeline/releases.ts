/** Cards into releases: by what the texts say, or by what somebody said of them. */
import { type Group, groupProfiles, versionsOf } from '../group/group.js'
import { groupByFolder, groupByManifest, groupByName } from '../group/modes.js'
import { languageWords, nameKey } from '../group/names.js'
import { unpackProfile } from '../group/packed.js'
import type { Profile } from '../group/profile.js'
import { packs } from '../languages/index.js'
import type { GroupedDocuments } from '../model.js'
import { issueDateOf } from '../reconcile/issued.js'
import { releaseId } from '../record/record.js'
import { PART, type Store } from '../store/store.js'
import type { Card } from './card.js'

/** By content (names are heard a little), by names alone, by folders alone, or the release of each path. */
export type Grouping = 'content' | 'name' | 'dir' | ReadonlyMap<string, string>

/** A release before its documents are fetched from the store. */
export interface Release extends Omit<GroupedDocuments, 'documents'> {
  readonly cards: readonly Card[]
}

/** Which cards are one release; the releases by the date of issue, those without one at last, and then their ids. */
export function releasesOf(cards: readonly Card[], store: Store, grouping: Grouping = 'content'): Release[] {
  const releases = groupsOf(cards, store, grouping).map(group => {
    const release = releaseOf(group, cards)
    return { release, key: `${issueDateOf(release.cards) ?? '~'} ${releaseId(release.cards)}` }
  })
  return releases.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ release }) => release)
}

function releaseOf({ members, nearest }: Group, cards: readonly Card[]): Release {
  const placeOf = (document: number) => members.findIndex(member => member.document === document)
  const other = nearest && cards[nearest.document]!
  return {
    cards: members.map(member => cards[member.document]!),
    versions: members.flatMap(({ versionOf, kind }, document) =>
      versionOf === null || kind === null ? [] : [{ document, versionOf: placeOf(versionOf), kind }],
    ),
    nearest: nearest && { path: other!.path, sha256: other!.sha256, score: nearest.score, reason: nearest.reason },
  }
}

function groupsOf(cards: readonly Card[], { files }: Store, grouping: Grouping): Group[] {
  const paths = cards.map(({ path }) => path)
  const words = languageWords(packs)
  const profileAt = (k: number): Profile => {
    const { entry, path } = cards[k]!
    return { ...unpackProfile(files.readSync(entry, PART.profile))!, path }
  }
  const told = (groups: readonly (readonly number[])[]): Group[] =>
    groups.map(group => ({ members: versionsOf(group, profileAt), nearest: null }))
  if (grouping === 'name') return told(groupByName(paths, words))
  if (grouping === 'dir') return told(groupByFolder(paths))
  if (grouping !== 'content') return told(groupByManifest(paths, grouping))
  const nameAt = (k: number) => nameKey(paths[k]!, words)
  return groupProfiles({ count: cards.length, profileAt, nameAt })
}
