/** Lines: listed, looked at with their history, set aside, and questions about them answered. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { type Money, currency, parseMoney } from '#kernel/money.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { listName, nextOffset, readOffset } from '#platform/page.ts';
import { decideAside, setAsideLine } from '../actions/set-aside-line.ts';
import { settleException } from '../actions/settle-exception.ts';
import { wireAct, wireLine, wireQuestion, wireVersion } from '../answers/wire.ts';
import * as contract from '../contract/lines.ts';
import { listAccounts } from '../store/list-files.ts';
import { actsOfLine, countLines, listLines, questionsOf, versionsOf } from '../store/list-lines.ts';

export const lineRoutes: readonly Served[] = [
  serve(contract.bankLines, async ({ query, desk, session }) => {
    const list = listName('bank lines', query);
    const offset = readOffset(list, query.cursor);
    if (!offset.ok) return offset;
    const { from, to, amount, stands, status, direction, search } = query;
    const companies = visibleCompanies(session, query.company);
    const filter = {
      companies,
      bankAccountId: optionalId(query.bankAccountId),
      fileId: optionalId(query.fileId),
      from: from === undefined ? undefined : day(from),
      to: to === undefined ? undefined : day(to),
      amounts: amount === undefined ? undefined : await inEachCurrency(desk.db, companies, amount),
      stands,
      status,
      direction,
      search,
    };
    const [rows, count] = await Promise.all([
      listLines(desk.db, filter, { limit: query.limit, offset: offset.value }),
      countLines(desk.db, filter),
    ]);
    return accept({
      rows: rows.map(wireLine),
      count,
      nextCursor: nextOffset(list, offset.value + rows.length, count),
    });
  }),

  serve(contract.oneBankLine, async ({ params, desk, session }) => {
    const lineId = id(params.lineId);
    const filter = { companies: session.companyIds, lineId };
    const [line] = await listLines(desk.db, filter, { limit: 1, offset: 0 });
    if (!line) return refuse('bank_files.no_such_line');
    const [versions, acts, questions] = await Promise.all([
      versionsOf(desk.db, lineId),
      actsOfLine(desk.db, lineId),
      questionsOf(desk.db, lineId),
    ]);
    return accept({
      line: wireLine(line),
      versions: versions.map(wireVersion),
      acts: acts.map((act) => wireAct(act, session.language)),
      questions: questions.map(wireQuestion),
    });
  }),

  serve(contract.setAsideLine, async ({ params, body, session, perform }) => {
    const wish = { lineId: id(params.lineId), companies: session.companyIds };
    const done = await perform('bank_files.set_aside_line', body.reason, (context) =>
      setAsideLine(context, wish),
    );
    return done.ok ? accept({ stands: 'proposed' as const }) : done;
  }),

  serve(contract.decideAside, async ({ params, body, session, perform }) => {
    const { decision } = body;
    const wish = { lineId: id(params.lineId), companies: session.companyIds, decision };
    const done = await perform('bank_files.decide_aside', body.reason, (context) =>
      decideAside(context, wish),
    );
    if (!done.ok) return done;
    return accept({ stands: decision === 'agreed' ? ('aside' as const) : ('open' as const) });
  }),

  serve(contract.settleException, async ({ params, body, session, perform }) => {
    const { decision } = body;
    const wish = { exceptionId: id(params.exceptionId), companies: session.companyIds, decision };
    const done = await perform('bank_files.settle_exception', body.reason, (context) =>
      settleException(context, wish),
    );
    return done.ok ? accept({ decision }) : done;
  }),
];

function optionalId(text: string | undefined): Id | undefined {
  return text === undefined ? undefined : id(text);
}

/** The amount in each currency that our accounts are in: 1250 is 1250.00 USD and 1250 JPY. */
async function inEachCurrency(
  db: Queries,
  companies: CompanyScope,
  amount: string,
): Promise<Money[]> {
  const accounts = await listAccounts(db, companies);
  const codes = new Set(accounts.map((each) => each.currency));
  return [...codes].flatMap((code) => parseMoney(amount.replace('-', ''), currency(code)) ?? []);
}
