/** Says what becomes of findings: looked into, accepted as they are until a day, no problem. */
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type ChoosingRefusal, acceptChoice } from '../rules/choosing.ts';
import { type Verdict, type VerdictRefusal, acceptVerdict } from '../rules/finding.ts';
import { type Chosen, stakeOf } from '../store/chosen.ts';
import { lockFindings, recordVerdict } from '../store/findings.ts';

export type Choice = {
  readonly chosen: Chosen;
  /** How many whoever asks has seen; null when each was named. */
  readonly expected: number | null;
};

/** To what it was done, for people: amounts as they are written. */
export type Touched = {
  readonly count: number;
  readonly amounts: { amount: string; currency: string }[];
};

export async function answerFindings(
  context: Context,
  wish: Choice & { readonly verdict: Verdict },
): Promise<Outcome<Touched, VerdictRefusal | ChoosingRefusal>> {
  const verdict = acceptVerdict(wish.verdict, context.today);
  if (!verdict.ok) return verdict;
  const touched = await lockChosen(context, wish);
  if (!touched.ok) return touched;
  await recordVerdict(context, wish.chosen, verdict.value);
  const { state } = verdict.value;
  context.did({ what: 'findings answered', facts: { count: touched.value.count, state } });
  return touched;
}

/** What is chosen, held until the end of the transaction. */
export async function lockChosen(
  { tx }: Context,
  { chosen, expected }: Choice,
): Promise<Outcome<Touched, ChoosingRefusal>> {
  await lockFindings(tx);
  const { count, amounts } = await stakeOf(tx, chosen);
  const accepted = acceptChoice(count, expected);
  if (!accepted.ok) return accepted;
  const written = amounts.map((each) => {
    return { amount: formatMoney(each), currency: each.currency };
  });
  return accept({ count, amounts: written });
}
