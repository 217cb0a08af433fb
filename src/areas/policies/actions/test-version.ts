/** Writes down how the examples of a version come out now, when they are run again. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type PolicyName, insertAct, lockVersion } from '../store/versions.ts';
import type { Tested } from './propose-version.ts';

export async function testVersion(
  context: Context,
  wish: PolicyName & { readonly version: number },
  tested: Tested,
): Promise<Outcome<{ version: number }, 'policies.no_such_version'>> {
  const { key, version } = wish;
  const locked = await lockVersion(context.tx, wish, version);
  if (!locked) return refuse('policies.no_such_version', { key, version });
  const { document, author } = locked;
  const { passed, failed, results } = tested;
  const facts = { passed, failed, results };
  await insertAct(context, { document, version, kind: 'tested', author, facts });
  context.did({ what: 'policy tested', id: document, facts: { key, version, passed, failed } });
  return accept({ version });
}
