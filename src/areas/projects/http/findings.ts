/** The queue over the wire: page by page, found again, answered and given, one or many. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { type PageRefusal, listName, makeCursor, readCursor } from '#platform/page.ts';
import { answerFindings } from '../actions/answer-findings.ts';
import { findEverywhere } from '../actions/find-doubtful.ts';
import { giveFindings } from '../actions/give-findings.ts';
import { wireAmounts, wireFinding } from '../answers/wire.ts';
import * as contract from '../contract.ts';
import { stakeOf } from '../store/chosen.ts';
import { countFindings } from '../store/findings.ts';
import { type After, type ListedFinding, listFindings } from '../store/list.ts';
import { choiceOf, filterOf } from './chosen.ts';

export const findingRoutes: readonly Served[] = [
  serve(contract.findings, async ({ query, desk, session }) => {
    const list = listName('verification', query);
    const after = readAfter(list, query.cursor);
    if (!after.ok) return after;
    const filter = filterOf(query, session);
    const [rows, stake, kinds] = await Promise.all([
      // One more than asked for tells whether there is a next page.
      listFindings(desk.db, filter, { limit: query.limit + 1, after: after.value }),
      stakeOf(desk.db, filter),
      countFindings(desk.db, visibleCompanies(session, query.company)),
    ]);
    const shown = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return accept({
      rows: shown.map(wireFinding),
      count: stake.count,
      amounts: wireAmounts(stake.amounts),
      nextCursor: last ? cursorAfter(list, last) : null,
      kinds: kinds.map(({ baseMinor, currency, ...each }) => {
        return { ...each, currency, amount: formatMoney(money(baseMinor, currency)) };
      }),
    });
  }),
  serve(contract.findDoubtful, ({ perform }) =>
    perform('projects.find_doubtful', 'asked for', findEverywhere),
  ),
  serve(contract.answerFindings, async ({ body, session, perform }) => {
    const { state, note } = body;
    const choice = choiceOf(body, session);
    if (!choice.ok) return choice;
    const until = body.until === null ? null : day(body.until);
    const wish = { ...choice.value, verdict: { state, note, until } };
    return perform('projects.answer_findings', note === '' ? state : note, (context) =>
      answerFindings(context, wish),
    );
  }),
  serve(contract.giveFindings, async ({ body, session, perform }) => {
    const choice = choiceOf(body, session);
    if (!choice.ok) return choice;
    const memberId = body.memberId === null ? null : id(body.memberId);
    return perform('projects.give_findings', 'given', (context) =>
      giveFindings(context, { ...choice.value, memberId }),
    );
  }),
];

function cursorAfter(list: string, { base, accountId, kind, subject }: ListedFinding): string {
  return makeCursor(list, [base.minor.toString(), accountId, kind, subject]);
}

function readAfter(
  list: string,
  cursor: string | undefined,
): Outcome<After | undefined, PageRefusal> {
  const read = readCursor(list, cursor);
  if (!read.ok) return read;
  if (read.value === undefined) return accept(undefined);
  const [minor, accountId, kind, subject] = read.value;
  const known = contract.findingKinds.find((each) => each === kind);
  const fits = /^-?\d{1,18}$/u.test(String(minor)) && /^[\da-f-]{36}$/u.test(String(accountId));
  if (known === undefined || !fits) return refuse('page.bad_cursor');
  const key = { accountId: id(String(accountId)), kind: known, subject: String(subject) };
  return accept({ ...key, baseMinor: BigInt(String(minor)) });
}
