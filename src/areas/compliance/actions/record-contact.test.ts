import { describe, expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { instant } from '#kernel/instant.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { intend, locate, reachable } from '#test/support/gate.ts';
import { askPermit } from './ask-permits.ts';
import {
  type MadeContact,
  type ReportedContact,
  recordContact,
  recordContacts,
  reportContact,
  settleContact,
} from './record-contact.ts';

async function deskWithPermit() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  await desk.invoice(accountId, { amount: '400', issued: '2026-09-01' });
  const contactId = await reachable(desk, accountId);
  const ask = (more: Parameters<typeof intend>[1] = {}) =>
    desk.done(async (context) => accept(await askPermit(context, intend(accountId, more))));
  const made = {
    accountId,
    channel: 'call',
    direction: 'out',
    result: 'no_answer',
    at: instant('2026-11-20T16:55:00Z'),
    address: '(215) 555-0142',
    contactId,
    itemIds: [],
    by: 'member:someone',
    about: { kind: 'call', id: contactId },
  } as const satisfies Omit<MadeContact, 'permitId'>;
  const record = (permitId: MadeContact['permitId'], more: Partial<MadeContact> = {}) =>
    desk.act((context) => recordContact(context, { ...made, permitId, ...more }));
  const report = (more: Partial<ReportedContact> = {}) =>
    desk.done((context) => reportContact(context, { ...made, purpose: 'collect', ...more }));
  return { ...desk, accountId, ask, made, record, report };
}

describe('many contacts', () => {
  test('are recorded together, or none of them when one is refused', async () => {
    await using desk = await deskWithPermit();
    const permits = [(await desk.ask()).permitId, (await desk.ask()).permitId];
    const [first = desk.companyId, second = desk.companyId] = permits;
    const all = (...permitIds: MadeContact['permitId'][]) =>
      desk.act((context) =>
        recordContacts(
          context,
          permitIds.map((permitId) => ({ ...desk.made, permitId })),
        ),
      );
    const made = () => desk.db.one(sql`select count(*)::int as made from compliance.contact`);
    expect(answerOf(await all(first, first))).toBe(`compliance.permit_used ${first}`);
    expect(answerOf(await all(first, desk.companyId))).toBe(
      `compliance.no_such_permit ${desk.companyId}`,
    );
    expect(await made()).toEqual({ made: 0 });
    expect(answerOf(await all(first, second))).toBe('accepted');
    expect(await made()).toEqual({ made: 2 });
  });
});

describe('a contact is refused', () => {
  test('without a permit, under a blocked one, twice, and by another channel', async () => {
    await using desk = await deskWithPermit();
    expect(answerOf(await desk.record(desk.companyId))).toBe(
      `compliance.no_such_permit ${desk.companyId}`,
    );
    const blocked = await desk.ask({ address: '' });
    expect(answerOf(await desk.record(blocked.permitId))).toBe(
      `compliance.permit_blocked ${blocked.permitId}`,
    );
    const { permitId } = await desk.ask();
    expect(answerOf(await desk.record(permitId, { channel: 'email' }))).toBe(
      'compliance.permit_for_another_channel email call',
    );
    expect(answerOf(await desk.record(permitId))).toBe('accepted');
    expect(answerOf(await desk.record(permitId))).toBe(`compliance.permit_used ${permitId}`);
    expect(await desk.db.one(sql`select count(*)::int as made from compliance.contact`)).toEqual({
      made: 1,
    });
  });
});

describe('what has happened already', () => {
  test('is recorded although it broke a rule, and shows the breach', async () => {
    await using desk = await deskWithPermit();
    const late = instant('2026-11-21T02:00:00Z');
    const told = await desk.report({ channel: 'visit', result: 'conversation', at: late });
    expect(told.breaches).toEqual(['B2B.HOURS']);
    expect(
      await desk.db.all(sql`select permit_kind, channel, reasons from compliance.contact_card`),
    ).toMatchObject([
      { permit_kind: 'reported', channel: 'visit', reasons: [{ id: 'B2B.HOURS' }] },
    ]);
  });

  test('breaks none when the customer called', async () => {
    await using desk = await deskWithPermit();
    const told = await desk.report({ direction: 'in', at: instant('2026-11-21T02:00:00Z') });
    expect(told.breaches).toEqual([]);
    const [row] = await desk.db.all(sql`select invited from compliance.contact`);
    expect(row).toEqual({ invited: true });
  });

  test('is recorded for an account of which nothing is known', async () => {
    await using desk = await deskWithPermit();
    const other = await desk.account('SOUTH');
    const told = await desk.report({ accountId: other, contactId: null, direction: 'in' });
    expect(told.breaches).toEqual([]);
    await locate(desk, other);
  });
});

test('what came of a contact later counts instead of what was thought first', async () => {
  await using desk = await deskWithPermit();
  const { permitId } = await desk.ask();
  await desk.record(permitId, { result: 'left_message' });
  expect((await desk.ask()).allowed).toBe(false);
  const settled = { accountId: desk.accountId, permitId, result: 'wrong_number' } as const;
  await desk.done(async (context) => accept(await settleContact(context, settled)));
  expect((await desk.ask()).allowed).toBe(true);
});
