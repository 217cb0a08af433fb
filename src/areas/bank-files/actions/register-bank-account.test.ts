import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskWithBank } from '#test/support/bank-files.ts';
import { type RegisterBankAccount, registerBankAccount } from './register-bank-account.ts';

test('an account is registered, its number shown by its end only', async () => {
  await using desk = await deskWithBank('2026-06-03');
  const [card] = await desk.db.all(sql`select * from bank_files.bank_account_card`);
  expect(card).toMatchObject({ name: 'Operating', number_end: '123', cash_account: '1010' });
});

test.each<[string, Partial<RegisterBankAccount>, string | undefined]>([
  ['a number without a figure', { number: ' - ' }, 'bank_files.account_number_empty'],
  ['a number that another one has', { number: '123' }, 'bank_files.account_number_taken'],
  ['a name that another one has', { name: 'Operating' }, 'bank_files.account_name_taken'],
  ['a clearing account that is taken', { cashAccount: '1010' }, 'bank_files.cash_account_taken'],
  ['the number in another currency', { number: '123', currency: currency('EUR') }, undefined],
])('%s', async (_, part, refusal) => {
  await using desk = await deskWithBank('2026-06-03');
  const outcome = await desk.act((context) =>
    registerBankAccount(context, {
      companyId: desk.companyId,
      name: 'Payroll',
      number: '000777',
      currency: currency('USD'),
      cashAccount: '1020',
      ...part,
    }),
  );
  expect(outcome.ok ? undefined : outcome.refusal).toBe(refusal);
});
