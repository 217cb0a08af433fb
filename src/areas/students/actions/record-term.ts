/** Says when a student's term runs, when classes begin and which breaks it has. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { type Term, insertTerm } from '../store/terms.ts';
import { weighTerm } from './weigh-term.ts';

export async function recordTerm(
  context: Context,
  term: Term,
): Promise<Outcome<{ term: string }, 'students.no_such_account' | 'students.ends_before_start'>> {
  if (!(await lockAccount(context.tx, term.accountId))) return refuse('students.no_such_account');
  const wrong = [{ start: term.startsOn, end: term.endsOn }, ...term.breaks].find(
    ({ start, end }) => end < start,
  );
  if (wrong) return refuse('students.ends_before_start', { day: wrong.end });
  await insertTerm(context, term);
  context.did({ what: 'term', facts: { term: term.term } });
  await weighTerm(context, term);
  return accept({ term: term.term });
}
