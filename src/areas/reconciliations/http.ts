/** Reconciliations over HTTP: begun, their statement entered, differences answered, signed. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { answerDifference } from './actions/answer-difference.ts';
import { beginReconciliation } from './actions/begin-reconciliation.ts';
import { enterTheirs } from './actions/enter-theirs.ts';
import type { WhichOne } from './actions/open-one.ts';
import { signReconciliation } from './actions/sign-reconciliation.ts';
import { reconciliationFile } from './answers/files.ts';
import { readPage, wireCard } from './answers/page.ts';
import { fileRows, textRows } from './answers/read-rows.ts';
import * as contract from './contract.ts';
import { type Reconciliation, reconciliationsOf } from './store/reconciliations.ts';

const readingRoutes: readonly Served[] = [
  serve(contract.reconciliations, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const accountId = query.accountId === undefined ? undefined : id(query.accountId);
    const rows = await reconciliationsOf(desk.db, { companies, accountId });
    return accept({ rows: rows.map(wireCard) });
  }),
  serve(contract.reconciliation, async ({ params, desk }) => {
    const found = await oneOf(desk.db, params);
    return found.ok ? accept(await readPage(desk.db, found.value)) : found;
  }),
  serveFile(contract.exportReconciliation, async ({ params, query, desk, session }) => {
    const found = await oneOf(desk.db, params);
    if (!found.ok) return found;
    const page = await readPage(desk.db, found.value);
    return accept(await reconciliationFile(page, query.format, session.language));
  }),
];

const workingRoutes: readonly Served[] = [
  serve(contract.beginReconciliation, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const code = body.currency === undefined ? undefined : currency(body.currency);
    const { fromOn, toOn, family, reason } = body;
    const wish = { accountId, currency: code, fromOn: day(fromOn), toOn: day(toOn), family };
    return perform(
      'reconciliations.begin_reconciliation',
      reason,
      (context) => beginReconciliation(context, wish),
      accountId,
    );
  }),
  serve(contract.enterTheirs, async ({ params, body, desk, perform }) => {
    const found = await oneOf(desk.db, params);
    if (!found.ok) return found;
    const stated = body.closing;
    const closing = stated === undefined ? null : parseMoney(stated, found.value.currency);
    if (closing === undefined) return refuse('reconciliation.nothing_read');
    const rows = textRows(body.text);
    const said = { source: '—', rows, closing: closing?.minor ?? null };
    return perform(
      'reconciliations.enter_theirs',
      'what the customer says it owes',
      (context) => enterTheirs(context, { ...whichOf(params), ...said }),
      id(params.accountId),
    );
  }),
  serveUpload(contract.uploadTheirs, async ({ params, files, perform }) => {
    const [file] = files;
    if (!file) return refuse('reconciliation.nothing_read');
    const rows = await fileRows(file);
    if (!rows.ok) return rows;
    const said = { source: file.name, rows: rows.value, closing: null };
    return perform(
      'reconciliations.enter_theirs',
      `what the customer says it owes: ${file.name}`,
      (context) => enterTheirs(context, { ...whichOf(params), ...said }),
      id(params.accountId),
    );
  }),
  serve(contract.answerDifference, ({ params, body, perform }) => {
    const wish = { ...whichOf(params), ...body };
    return perform(
      'reconciliations.answer_difference',
      body.note,
      (context) => answerDifference(context, wish),
      wish.accountId,
    );
  }),
  serve(contract.signReconciliation, ({ params, body, perform }) => {
    const wish = { ...whichOf(params), ...body };
    return perform(
      'reconciliations.sign_reconciliation',
      body.note,
      (context) => signReconciliation(context, wish),
      wish.accountId,
    );
  }),
];

export const reconciliationRoutes: readonly Served[] = [...readingRoutes, ...workingRoutes];

type Params = { readonly accountId: string; readonly reconciliationId: string };

function whichOf({ accountId, reconciliationId }: Params): WhichOne {
  return { accountId: id(accountId), reconciliationId: id(reconciliationId) };
}

async function oneOf(
  db: Queries,
  params: Params,
): Promise<Outcome<Reconciliation, 'reconciliation.no_such_reconciliation'>> {
  const [found] = await reconciliationsOf(db, whichOf(params));
  return found ? accept(found) : refuse('reconciliation.no_such_reconciliation');
}
