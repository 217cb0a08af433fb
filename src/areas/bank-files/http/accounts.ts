/** Our bank accounts: listed, registered, changed. */
import { id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { editBankAccount } from '../actions/edit-bank-account.ts';
import { registerBankAccount } from '../actions/register-bank-account.ts';
import { wireAccount } from '../answers/wire.ts';
import * as contract from '../contract/accounts.ts';
import { listAccounts } from '../store/list-files.ts';
import { companyFor } from './whose.ts';

export const accountRoutes: readonly Served[] = [
  serve(contract.bankAccounts, async ({ query, desk, session }) => {
    const rows = await listAccounts(desk.db, visibleCompanies(session, query.company));
    return accept({ rows: rows.map(wireAccount) });
  }),

  serve(contract.registerBankAccount, async ({ query, body, session, perform }) => {
    const company = companyFor(session, query.company);
    if (!company.ok) return company;
    const wish = { ...body, companyId: company.value, currency: currency(body.currency) };
    return perform('bank_files.register_bank_account', `account ${body.name}`, (context) =>
      registerBankAccount(context, wish),
    );
  }),

  serve(contract.editBankAccount, async ({ params, body, session, perform }) => {
    const { reason, ...said } = body;
    const bankAccountId = id(params.bankAccountId);
    const wish = { ...said, bankAccountId, companies: session.companyIds };
    const done = await perform('bank_files.edit_bank_account', reason, (context) =>
      editBankAccount(context, wish),
    );
    return done.ok ? accept({ bankAccountId }) : done;
  }),
];
