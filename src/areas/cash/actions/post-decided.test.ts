import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { fileOf, line, statementOf } from '#test/support/bank-files.ts';
import { amountIn } from '#test/support/builders.ts';
import { deskMatching } from '#test/support/matching-desk.ts';
import { receiveLines } from './receive-lines.ts';

/** Payers in dollars and in euros, one after the other; no rate of the euro is known by then. */
async function deskOfTwoCurrencies(inTurn: readonly ('USD' | 'EUR')[]) {
  const desk = await deskMatching('2026-06-03');
  const { companyId } = desk;
  const euros = { name: 'Euros', number: '9978', cashAccount: '1020' };
  await desk.done((context) =>
    registerBankAccount(context, { companyId, ...euros, currency: currency('EUR') }),
  );
  await desk.rate('EUR', '1.25', '2026-04-20');
  const accountId = await desk.account('NORTHWIND');
  for (const [at, code] of inTurn.entries()) {
    const number = `INV-${4100 + at}`;
    const amount = `${120 + at}`;
    await desk.invoice(accountId, { amount, number, issued: '2026-04-20', currency: code });
    const told = line('2026-06-03', amount, number, { payerName: 'NORTHWIND' });
    const more = code === 'EUR' ? { account: '9978', currency: currency('EUR') } : {};
    const paid = { ...told, amount: amountIn(amount, code), externalId: `T${at}` };
    await desk.takeIn(fileOf(statementOf([paid], more)));
  }
  await desk.done(async (context) => accept(await receiveLines(context, companyId)));
  return { ...desk, accountId };
}

test('what the ledger refuses waits with its reason, and all the others are posted', async () => {
  const inTurn = ['USD', 'EUR', 'EUR', 'USD', 'USD', 'USD', 'EUR', 'USD'] as const;
  await using desk = await deskOfTwoCurrencies(inTurn);
  const matched = await desk.match();
  const became = matched.map(({ receipt, posted, hindered }) => [
    receipt.amount.currency,
    posted,
    hindered,
  ]);
  expect(became).toEqual(
    inTurn.map((code) => (code === 'USD' ? ['USD', true, null] : ['EUR', false, 'ledger.no_rate'])),
  );
  expect(await desk.open(desk.accountId)).toHaveLength(3);

  await desk.rate('EUR', '1.20', '2026-06-03');
  expect((await desk.match()).map(({ posted }) => posted)).toEqual([true, true, true]);
  expect(await desk.open(desk.accountId)).toEqual([]);
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});
