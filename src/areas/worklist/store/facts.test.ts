import { expect, test } from 'vitest';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { deskOn } from '#test/support/builders.ts';
import { gatherFacts } from './facts.ts';

const measures = { moreThanDays: 3, edges: bucketSets.standard };

test('the oldest item that is overdue is named, and the one that money would clear', async () => {
  await using desk = await deskOn('2026-06-01');
  await desk.rate('EUR', '1.10', '2026-05-01');
  const accountId = await desk.account('NORTH');
  const due = { issued: '2026-05-01' };
  await desk.invoice(accountId, { ...due, amount: '300', due: '2026-06-10', number: 'OLD' });
  await desk.invoice(accountId, { ...due, amount: '200', due: '2026-06-20', number: 'EXACT' });
  await desk.invoice(accountId, { ...due, amount: '50', due: '2026-06-15', number: 'EARLIER' });
  await desk.invoice(accountId, {
    ...due,
    amount: '70',
    due: '2026-06-12',
    number: 'EURO',
    currency: 'EUR',
  });
  await desk.receipt(accountId, { amount: '200', on: '2026-06-01' });
  desk.on('2026-07-01');
  const scope = { accountIds: [accountId] };
  const [facts] = await gatherFacts(desk.db, scope, desk.clock.today(), measures);
  const documents = facts?.owed.map(({ currency, oldestDocument, clearsDocument }) => [
    currency,
    oldestDocument,
    clearsDocument,
  ]);
  expect(documents?.toSorted()).toEqual([
    ['EUR', 'EURO', ''],
    ['USD', 'OLD', 'EXACT'],
  ]);
});

test('money without an item of its amount clears the oldest that it covers', async () => {
  await using desk = await deskOn('2026-06-01');
  const accountId = await desk.account('NORTH');
  await desk.invoice(accountId, { amount: '300', issued: '2026-04-01', number: 'OLD' });
  await desk.invoice(accountId, { amount: '90', issued: '2026-05-01', number: 'NEWER' });
  await desk.receipt(accountId, { amount: '100', on: '2026-06-01' });
  const scope = { accountIds: [accountId] };
  const [facts] = await gatherFacts(desk.db, scope, desk.clock.today(), measures);
  expect(facts?.owed).toMatchObject([{ oldestDocument: 'OLD', clearsDocument: 'NEWER' }]);
});
