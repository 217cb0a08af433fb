/** Who of the team holds duties that one person should not hold together, and by which role. */
import { allMembers } from '#areas/team/index.ts';
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { dutiesOf, heldPairs } from '#platform/auth/duties.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { WireHolder } from '../contract/duties.ts';
import { type AcceptedPair, acceptedPairs } from '../store/duties.ts';
import { words } from '../words/duties.ts';

/** Everybody who is active, those with forbidden pairs first. */
export async function dutyHolders(
  db: Queries,
  { language, today }: { readonly language: Language; readonly today: Day },
): Promise<WireHolder[]> {
  const accepted = await acceptedPairs(db);
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
      accepted: wireAccepted(
        accepted.find(
          (each) => each.memberId === memberId && each.one === one && each.other === other,
        ),
        today,
      ),
    })),
  }));
  return holders.toSorted((a, b) => b.pairs.length - a.pairs.length);
}

function wireAccepted(found: AcceptedPair | undefined, today: Day): Accepted | null {
  if (!found) return null;
  const { by, untilOn, reason, at } = found;
  return { by, untilOn, reason, at, stands: untilOn > today };
}

type Accepted = NonNullable<WireHolder['pairs'][number]['accepted']>;

/** For how many of the pairs nobody answers today. */
export function unanswered(holders: readonly WireHolder[]): number {
  return holders.flatMap(({ pairs }) => pairs).filter(({ accepted }) => !accepted?.stands).length;
}

function dutyName(duty: string, language: Language): string {
  return say(words, `approvals.duty_${duty}`, {}, language);
}
