/** Puts an approved version into force from a day on, which is never a day that has passed. */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type LifeRefusal, mayPublish } from '../rules/life.ts';
import { type PolicyName, insertAct, lastPublishedFrom, lockVersion } from '../store/versions.ts';

export type PublishVersion = PolicyName & { readonly version: number; readonly from: Day };

/** The version that was in force until then is superseded by it. */
export async function publishVersion(
  context: Context,
  wish: PublishVersion,
): Promise<Outcome<{ from: Day }, LifeRefusal | 'policies.no_such_version'>> {
  const { kind, key, version, from } = wish;
  const { tx, today } = context;
  const locked = await lockVersion(tx, wish, version);
  if (!locked) return refuse('policies.no_such_version', { key, version });
  const { document, author } = locked;
  const later = await lastPublishedFrom(tx, document);
  const may = mayPublish(locked, from, { today, later });
  if (!may.ok) return may;
  await insertAct(context, { document, version, kind: 'published', author, effectiveOn: from });
  context.did({ what: 'policy published', id: document, facts: { kind, key, version, from } });
  await context.tell({
    name: 'policies.version_published',
    accountId: null,
    payload: { kind, key, version, from },
  });
  return accept({ from });
}
