/** Says what becomes of findings: looked into, accepted as they are until a day, no problem. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { type Verdict, type VerdictRefusal, acceptVerdict } from '../rules/finding.ts';
import { type FindingKey, recordVerdict } from '../store/findings.ts';

export async function answerFindings(
  context: Context,
  wish: { readonly keys: readonly FindingKey[]; readonly verdict: Verdict },
  companies: CompanyScope,
): Promise<Outcome<{ answered: number }, VerdictRefusal | 'finding.no_such_finding'>> {
  const verdict = acceptVerdict(wish.verdict, context.today);
  if (!verdict.ok) return verdict;
  const answered = await recordVerdict(context, wish.keys, verdict.value, companies);
  if (answered === 0) return refuse('finding.no_such_finding');
  const { state } = verdict.value;
  context.did({ what: 'findings answered', facts: { count: answered, state } });
  return accept({ answered });
}
