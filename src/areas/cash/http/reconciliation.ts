/** Bank reconciliation over HTTP: accounts and statements, the proof, what people say of rows. */
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import {
  clearCompany,
  clearLinesByHand,
  noteEntry,
  unclearLine,
} from '../actions/reconciliation/clear-lines.ts';
import { signStatement } from '../actions/reconciliation/sign-statement.ts';
import { treatLine } from '../actions/reconciliation/treat-line.ts';
import { told } from '../answers/closing/day.ts';
import { readStatement, wireBank, wireStatement } from '../answers/reconciliation/statement.ts';
import * as contract from '../contract/reconciliation.ts';
import { bankAccount, bankAccountsOf, statementsOf } from '../store/reconciliation/accounts.ts';
import { clearedOnStatement } from '../store/reconciliation/facts.ts';
import { companyOf } from './closing.ts';

const readings: readonly Served[] = [
  serve(contract.bankAccounts, async ({ query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const banks = await bankAccountsOf(desk.db, company.value.companyId);
    const rows = [];
    for (const bank of banks) {
      const statements = await statementsOf(desk.db, bank, query.limit);
      rows.push({
        ...wireBank(bank),
        statements: statements.map((each) => wireStatement(each, bank.currency, session.language)),
      });
    }
    return accept({ company: company.value.code, rows });
  }),
  serve(contract.statementProof, async ({ params, query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const bank = await bankAccount(desk.db, company.value.companyId, id(params.bankAccountId));
    if (!bank) return refuse('cash.no_such_bank_account');
    const { language } = session;
    const answer = await readStatement(desk.db, bank, id(params.statementId), language);
    return answer ? accept(answer) : refuse('cash.no_such_statement');
  }),
  serve(contract.clearedRows, async ({ params, query, desk, session }) => {
    const company = companyOf(session, query.company);
    if (!company.ok) return company;
    const bank = await bankAccount(desk.db, company.value.companyId, id(params.bankAccountId));
    if (!bank) return refuse('cash.no_such_bank_account');
    const { currency } = bank;
    const found = await clearedOnStatement(desk.db, bank, id(params.statementId));
    const rows = found.map((row) => ({
      ...row,
      amount: told(row.amount, currency),
      by: actorName(row.by, session.language),
    }));
    return accept({ currency, rows });
  }),
];

const writings: readonly Served[] = [
  serve(contract.signStatement, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const wish = {
      companyId: company.value.companyId,
      bankAccountId: id(params.bankAccountId),
      statementId: id(params.statementId),
      note: body.note,
    };
    return perform('cash.sign_statement', body.note || 'both sides agree', (context) =>
      signStatement(context, wish),
    );
  }),
  serve(contract.clearLines, ({ body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { companyId } = company.value;
    return perform('cash.clear_company', 'what cannot be otherwise', (context) =>
      clearCompany(context, companyId),
    );
  }),
  serve(contract.clearByHand, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const wish = {
      companyId: company.value.companyId,
      bankAccountId: id(params.bankAccountId),
      lineIds: body.lineIds.map(id),
      entryKeys: body.entryKeys,
    };
    return perform('cash.clear_lines_by_hand', body.reason, (context) =>
      clearLinesByHand(context, wish),
    );
  }),
  serve(contract.unclearLine, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { companyId } = company.value;
    const [bankAccountId, lineId] = [id(params.bankAccountId), id(params.lineId)];
    return perform('cash.unclear_line', body.reason, (context) =>
      unclearLine(context, { companyId, bankAccountId, lineId }),
    );
  }),
  serve(contract.treatLine, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { treatment, reason } = body;
    const { companyId } = company.value;
    const [bankAccountId, lineId] = [id(params.bankAccountId), id(params.lineId)];
    return perform('cash.treat_line', reason, (context) =>
      treatLine(context, { companyId, bankAccountId, lineId, treatment }),
    );
  }),
  serve(contract.noteEntry, ({ params, body, session, perform }) => {
    const company = companyOf(session, body.company);
    if (!company.ok) return Promise.resolve(company);
    const { companyId } = company.value;
    const wish = { companyId, bankAccountId: id(params.bankAccountId), entryKey: body.entryKey };
    return perform('cash.note_entry', body.reason, (context) => noteEntry(context, wish));
  }),
];

export const reconciliationRoutes: readonly Served[] = [...readings, ...writings];
