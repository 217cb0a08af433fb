import { describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { intend, locate } from '#test/support/gate.ts';
import { askPermit } from './ask-permits.ts';
import { type SaidOfConsent, recordConsent, recordOptOut } from './record-consent.ts';

/** NORTH owes money; `ask` asks whether a text may go to its number. */
async function deskWithNumber() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  await desk.invoice(accountId, { amount: '400', issued: '2026-09-01' });
  await locate(desk, accountId);
  const words: SaidOfConsent = {
    accountId,
    contactId: null,
    channel: 'sms',
    address: '(215) 555-0142',
    scope: 'channel',
    source: 'sms',
    evidence: 'YES',
  };
  const ask = async (of = accountId, more: Parameters<typeof intend>[1] = {}) => {
    const permit = await desk.done(async (context) =>
      accept(await askPermit(context, intend(of, { channel: 'sms', ...more }))),
    );
    return permit.reasons.map(({ id }) => id);
  };
  const agree = (more: Partial<SaidOfConsent> = {}) =>
    desk.act((context) => recordConsent(context, { ...words, ...more }));
  const stop = (more: Partial<SaidOfConsent> = {}) =>
    desk.act((context) => recordOptOut(context, { ...words, evidence: 'STOP', ...more }));
  return { ...desk, accountId, ask, agree, stop };
}

describe('a word on a channel', () => {
  test('opens it, and closes it at once, for this number only', async () => {
    await using desk = await deskWithNumber();
    expect(await desk.ask()).toEqual(['MISSING.consent']);
    await desk.agree();
    expect(await desk.ask()).toEqual([]);
    await desk.stop();
    expect(await desk.ask()).toEqual(['PERSON.OPTOUT']);
    expect(await desk.ask(desk.accountId, { channel: 'call' })).toEqual([]);
  });

  test('when it refuses, holds for the same number on every account', async () => {
    await using desk = await deskWithNumber();
    const other = await desk.account('SOUTH', { company: await desk.company('TWO') });
    await desk.invoice(other, { amount: '90', issued: '2026-09-01' });
    await locate(desk, other);
    await desk.stop();
    expect(await desk.ask(other)).toEqual(['PERSON.OPTOUT']);
    const another = { address: '+1 215 555 0100' };
    expect(await desk.ask(other, another)).toEqual(['MISSING.consent']);
  });

  test('is a line of the account, with the very words', async () => {
    await using desk = await deskWithNumber();
    await desk.stop();
    expect(
      await desk.db.all(sql`
        select said, channel, address, scope, evidence from compliance.consent_card`),
    ).toEqual([
      { said: 'no', channel: 'sms', address: '+12155550142', scope: 'channel', evidence: 'STOP' },
    ]);
    expect(
      await desk.db.all(sql`
        select phrase, text from customers.activity where phrase like '%consent%'`),
    ).toEqual([{ phrase: 'activity.consent_refused', text: 'STOP' }]);
  });

  test('allows one confirmation, and no more', async () => {
    await using desk = await deskWithNumber();
    await desk.agree();
    await desk.stop();
    expect(await desk.ask(desk.accountId, { purpose: 'answer' })).toEqual([]);
    const late = instant('2026-11-20T17:30:00Z');
    expect(await desk.ask(desk.accountId, { purpose: 'answer', at: late })).toEqual([
      'PERSON.OPTOUT',
    ]);
  });
});

test('a word is refused on no account, or from tomorrow', async () => {
  await using desk = await deskWithNumber();
  expect(answerOf(await desk.agree({ accountId: desk.companyId }))).toBe(
    'compliance.no_such_account',
  );
  expect(answerOf(await desk.stop({ at: instant('2026-11-21T12:00:00Z') }))).toBe(
    'compliance.said_later_than_now 2026-11-21T12:00:00.000000Z',
  );
  expect(await desk.ask()).toEqual(['MISSING.consent']);
});
