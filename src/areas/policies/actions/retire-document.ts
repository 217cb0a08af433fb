/** Ends a policy from a day on without another version in its place. */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { LifeRefusal } from '../rules/life.ts';
import { publishedDocuments } from '../store/in-force.ts';
import { type PolicyName, insertAct, lastPublishedFrom, lockVersion } from '../store/versions.ts';

export type RetireDocument = PolicyName & { readonly on: Day };

/** Refuses while others inherit from it, or when a version of it starts after that day. */
export async function retireDocument(
  context: Context,
  wish: RetireDocument,
): Promise<Outcome<{ on: Day }, LifeRefusal>> {
  const { kind, key, on } = wish;
  const { tx, today } = context;
  if (on < today) return refuse('policies.starts_in_the_past', { from: on, today });
  const inForce = await publishedDocuments(tx, kind, on);
  const current = inForce.find((each) => each.key === key);
  const locked = current && (await lockVersion(tx, wish, current.version));
  if (!current || !locked) return refuse('policies.not_in_force', { key, on });
  const followers = inForce.filter(({ follows }) => follows === key).map((each) => each.key);
  if (followers.length > 0) {
    return refuse('policies.followed', { key, followers: followers.join(', ') });
  }
  const { document, author } = locked;
  const { version } = current;
  const later = await lastPublishedFrom(tx, document);
  if (later !== null && later > on) {
    return refuse('policies.starts_before_another', { from: on, later });
  }
  await insertAct(context, { document, version, kind: 'retired', author, effectiveOn: on });
  context.did({ what: 'policy retired', id: document, facts: { kind, key, version, on } });
  await context.tell({
    name: 'policies.document_retired',
    accountId: null,
    payload: { kind, key, version, on },
  });
  return accept({ on });
}
