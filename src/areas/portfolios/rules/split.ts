/**
 * Shares accounts out among several people, so that each has about the same to do.
 *
 * The heaviest family goes first and always to whoever has least so far; families stay
 * together, which matters more than the last minute of fairness.
 */
import type { Id } from '#kernel/ids.ts';
import type { AccountFeatures } from './condition.ts';
import { minutesOf } from './load.ts';

/** Every account with its person; throws when there is nobody, which the contract refuses. */
export function split(accounts: readonly AccountFeatures[], memberIds: readonly Id[]): Map<Id, Id> {
  const [first] = memberIds;
  if (first === undefined) throw new Error('nobody to share the accounts out among');
  const families = Map.groupBy(accounts, (account) => account.headId);
  const weighed = [...families.values()].map((family) => ({
    family,
    weight: family.reduce((sum, account) => sum + minutesOf(account), 0),
  }));
  weighed.sort((one, other) => other.weight - one.weight);
  const loads = new Map(memberIds.map((memberId) => [memberId, 0]));
  const owners = new Map<Id, Id>();
  for (const { family, weight } of weighed) {
    const [least] = [...loads].reduce((one, other) => (other[1] < one[1] ? other : one));
    loads.set(least, (loads.get(least) ?? 0) + weight);
    for (const account of family) owners.set(account.accountId, least);
  }
  return owners;
}
