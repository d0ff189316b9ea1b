/** Cards into releases: by what the texts say, or by what somebody said of them. */
import { groupProfiles } from '../group/group.js'
import { groupByFolder, groupByManifest, groupByName } from '../group/modes.js'
import { languageWords, nameKey } from '../group/names.js'
import { unpackProfile } from '../group/packed.js'
import type { Profile } from '../group/profile.js'
import { packs } from '../languages/index.js'
import { issueDateOf } from '../reconcile/issued.js'
import { releaseId } from '../record/record.js'
import type { Store } from '../store/store.js'
import type { Card } from './card.js'

/** By content (names are heard a little), by names alone, by folders alone, or the release of each path. */
export type Grouping = 'content' | 'name' | 'dir' | ReadonlyMap<string, string>

/** Which cards are one release; the releases by the date of issue, those without one at last, and then their ids. */
export function releasesOf(cards: readonly Card[], store: Store, grouping: Grouping = 'content'): Card[][] {
  const releases = groupsOf(cards, store, grouping).map(group => {
    const release = group.map(k => cards[k]!)
    return { release, key: `${issueDateOf(release) ?? '~'} ${releaseId(release)}` }
  })
  return releases.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ release }) => release)
}

function groupsOf(cards: readonly Card[], { profiles }: Store, grouping: Grouping): number[][] {
  const paths = cards.map(({ path }) => path)
  const words = languageWords(packs)
  if (grouping === 'name') return groupByName(paths, words)
  if (grouping === 'dir') return groupByFolder(paths)
  if (grouping !== 'content') return groupByManifest(paths, grouping)
  const profileAt = (k: number): Profile => {
    const { sha256, path } = cards[k]!
    return { ...unpackProfile(profiles.readSync(profiles.find(sha256)!))!, path }
  }
  const nameAt = (k: number) => nameKey(paths[k]!, words)
  const groups = groupProfiles({ count: cards.length, profileAt, nameAt })
  return groups.map(({ members }) => members.map(member => member.document))
}
