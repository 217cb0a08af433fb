import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

const root = '/api/v1/cash';
const nobody = '00000000-0000-7000-8000-000000000000';
const reason = 'because';
const bank = `${root}/bank-accounts/${nobody}`;
const why = { reason };
const policy = { secondPerson: false, bankAnswerDays: 3, keepPaperDays: 14, cardLagDays: 3 };
const batch = { processor: 'stripe', batch: '1', currency: 'USD' };
const rows = { lineIds: [nobody], entryKeys: ['a b 1'], reason };

/** What only who reconciles may write, and what only who closes periods may. */
const reconciling = [
  ['POST', `${root}/days/2026-11-20/signature`, {}, undefined],
  ['POST', `${bank}/statements/${nobody}/signature`, {}, 'cash.no_such_bank_account'],
  ['POST', `${bank}/clearings`, rows, 'cash.no_such_bank_account'],
  ['POST', `${bank}/lines/${nobody}/unclearing`, why, 'cash.no_such_bank_account'],
  ['POST', `${bank}/lines/${nobody}/treatment`, { treatment: 'interest', reason }, undefined],
  ['POST', `${bank}/notes`, { entryKey: 'a b 1', reason }, 'cash.no_such_bank_account'],
  ['POST', `${root}/clearings`, {}, undefined],
  ['POST', `${root}/reviews/${nobody}/signature`, {}, 'cash.no_such_review'],
  ['POST', `${root}/cards/settlements`, batch, 'cash.no_such_card_batch'],
] as const;
const closing = [['PUT', `${root}/closing-policy`, { ...policy, reason }]] as const;
/** What whoever deposits or applies may write. */
const depositing = [
  ['POST', `${root}/deposits/${nobody}/checks`, { micr: 'x' }, 'cash.no_such_deposit'],
  ['POST', `${root}/deposits/${nobody}/checks/1/removal`, why, 'cash.no_such_deposit'],
  ['POST', `${root}/deposits/${nobody}/acts`, { act: 'close' }, 'cash.no_such_deposit'],
  ['POST', `${root}/holdings/${nobody}/end`, why, 'cash.no_such_hold'],
] as const;

async function deskWithPeople() {
  const desk = await openDesk();
  await desk.company('ACME');
  const signedIn = async (role: 'collector' | 'poster' | 'manager' | 'controller') =>
    desk.signIn(await desk.member(role));
  const [collector, poster] = [await signedIn('collector'), await signedIn('poster')];
  const [manager, controller] = [await signedIn('manager'), await signedIn('controller')];
  return { ...desk, collector, poster, manager, controller };
}

test('who posts neither reconciles nor signs; who signs does not say how it is done', async () => {
  await using desk = await deskWithPeople();
  for (const [method, path, body] of [...reconciling, ...closing]) {
    expect([path, (await desk.poster.send(method, path, body)).status]).toEqual([path, 403]);
  }
  for (const [method, path, body] of closing) {
    expect((await desk.manager.send(method, path, body)).status).toBe(403);
    expect((await desk.controller.send(method, path, body)).status).toBe(200);
  }
  for (const [method, path, body] of depositing) {
    expect([path, (await desk.collector.send(method, path, body)).status]).toEqual([path, 403]);
  }
});

test('what is not there, or of a company out of sight, is refused by name', async () => {
  await using desk = await deskWithPeople();
  await desk.company('OTHER');
  const stranger = await desk.signIn(await desk.member('controller', { companies: ['OTHER'] }));
  const asked = [
    ...reconciling.map((each) => [desk.manager, ...each] as const),
    ...depositing.map((each) => [desk.poster, ...each] as const),
  ];
  for (const [by, method, path, body, code] of asked) {
    if (code === undefined) continue;
    expect((await by.send(method, path, body)).body).toMatchObject({ code });
  }
  for (const [method, path, body] of reconciling) {
    const answer = await stranger.send(method, path, { ...body, company: 'ACME' });
    expect(answer.body).toMatchObject({ code: 'team.no_such_company' });
  }
});

test('an amount that is none of the deposit’s currency is not the receipt’s', async () => {
  await using desk = await deskWithPeople();
  const account = { name: 'Main', number: '123', currency: 'USD', cashAccount: '1010' };
  const made = await desk.manager.send('POST', '/api/v1/bank-accounts', account);
  // The answer of an account registered.
  const { bankAccountId } = made.body as { bankAccountId: string };
  const counted = { bankAccountId, currency: 'USD', count: 1, amount: '100.00' };
  const opened = await desk.poster.send('POST', `${root}/deposits`, counted);
  // The answer of a deposit opened.
  const { depositId } = opened.body as { depositId: string };
  const check = { micr: 'u1042u t021000021t 123456789u', amount: '100.005' };
  const added = await desk.poster.send('POST', `${root}/deposits/${depositId}/checks`, check);
  expect(added.body).toMatchObject({ code: 'cash.amount_unreadable' });
});
