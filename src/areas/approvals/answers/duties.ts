/** Who of the team holds duties that one person should not hold together, and by which role. */
import { allMembers } from '#areas/team/index.ts';
import type { Language } from '#kernel/words.ts';
import { dutiesOf, heldPairs } from '#platform/auth/duties.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireHolder } from '../contract/duties.ts';
import { words } from '../words/duties.ts';

/** Everybody who is active, those with forbidden pairs first. */
export async function dutyHolders(db: Queries, language: Language): Promise<WireHolder[]> {
  const members = (await allMembers(db)).filter(({ active }) => active);
  const holders = members.map(({ memberId, name, roles }) => ({
    memberId,
    name,
    roles: [...roles],
    duties: dutiesOf(roles).map((duty) => ({ duty, name: dutyName(duty, language) })),
    pairs: heldPairs(roles).map(({ one, other, within }) => ({
      one,
      oneName: dutyName(one, language),
      other,
      otherName: dutyName(other, language),
      within,
    })),
  }));
  return holders.toSorted((a, b) => b.pairs.length - a.pairs.length);
}

function dutyName(duty: string, language: Language): string {
  return say(words, `approvals.duty_${duty}`, {}, language);
}
