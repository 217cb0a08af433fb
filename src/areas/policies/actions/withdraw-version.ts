/** Takes a version back before it came into force; what was in force is retired instead. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type LifeRefusal, mayWithdraw } from '../rules/life.ts';
import { type PolicyName, insertAct, lockVersion } from '../store/versions.ts';

export async function withdrawVersion(
  context: Context,
  wish: PolicyName & { readonly version: number },
): Promise<Outcome<{ version: number }, LifeRefusal | 'policies.no_such_version'>> {
  const { kind, key, version } = wish;
  const locked = await lockVersion(context.tx, wish, version);
  if (!locked) return refuse('policies.no_such_version', { key, version });
  const may = mayWithdraw(locked, context.today);
  if (!may.ok) return may;
  const { document, author } = locked;
  await insertAct(context, { document, version, kind: 'withdrawn', author });
  context.did({ what: 'policy withdrawn', id: document, facts: { kind, key, version } });
  return accept({ version });
}
