/** The gate on a real database: what it answers, what it stores, what the database refuses. */
import { describe, expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { queueMessage } from '#areas/correspondence/index.ts';
import { intend, locate, reachable } from '#test/support/gate.ts';
import { askPermit, askPermits } from './ask-permits.ts';
import { recordContact } from './record-contact.ts';

/** On Friday, 20 November, at noon in New York, NORTH owes $400 since October. */
async function deskOwed400() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const told = { amount: '400', issued: '2026-09-01', due: '2026-10-01', number: 'I-1' };
  const itemId = await desk.invoice(accountId, told);
  const ask = (more: Parameters<typeof intend>[1] = {}) =>
    desk.done(async (context) => accept(await askPermit(context, intend(accountId, more))));
  return { ...desk, accountId, itemId, ask };
}

/** An e-mail that asks for money has left, and no word has come back. */
async function underWay(desk: Story, accountId: Id, contactId: Id): Promise<void> {
  const { messageId } = await desk.done((context) =>
    queueMessage(context, {
      key: 'one',
      accountId,
      contactId,
      channel: 'email',
      toName: 'Ann Orr',
      toAddress: 'ann@north.example',
      language: 'en',
      subject: 'Past due',
      text: 'Please pay.',
      html: '',
      templateKey: null,
      templateVersion: null,
      purpose: 'collect',
      itemIds: [],
      attachments: [],
      state: 'queued',
    }),
  );
  await desk.db.run(sql`
    update correspondence.message_now set state = 'sending' where message_id = ${messageId}`);
}

describe('a permit', () => {
  test('is stored for a contact that may be made', async () => {
    await using desk = await deskOwed400();
    const contactId = await reachable(desk, desk.accountId);
    const permit = await desk.ask({ contactId, itemIds: [desk.itemId] });
    expect(permit).toMatchObject({ allowed: true, reasons: [], nextAllowedAt: null });
    const [row] = await desk.db.all(sql`
      select kind, may_contact, channel, address, purpose, rules @> '{US.STAY@1}' as stay,
             inputs -> 'packs' as packs, inputs -> 'zones' as zones
        from compliance.permit where permit_id = ${permit.permitId}`);
    expect(row).toEqual({
      kind: 'allowed',
      may_contact: true,
      channel: 'call',
      address: '+12155550142',
      purpose: 'collect',
      stay: true,
      packs: ['POLICY-B2B', 'US.STAY'],
      zones: ['America/New_York'],
    });
  });

  test('is stored with its reasons for one that may not', async () => {
    await using desk = await deskOwed400();
    const blocked = await desk.ask({ channel: 'email', address: 'ann@north.example' });
    expect(blocked).toMatchObject({ allowed: false, nextAllowedAt: null });
    expect(blocked.reasons.map(({ id }) => id)).toEqual(['MISSING.state', 'MISSING.zones']);
    const letter = await desk.ask({ channel: 'letter', address: '' });
    expect(letter.allowed).toBe(true);
    const kinds = await desk.db.all(sql`
      select kind from compliance.permit where account_id = ${desk.accountId} order by asked_at`);
    expect(kinds).toEqual([{ kind: 'blocked' }, { kind: 'allowed' }]);
  });

  test('says when waiting alone would allow the contact', async () => {
    await using desk = await deskOwed400();
    await locate(desk, desk.accountId, { zone: 'Pacific/Auckland' });
    const permit = await desk.ask();
    expect(permit.reasons.map(({ id }) => id)).toEqual(['B2B.HOURS']);
    // Saturday morning there; Monday at eight.
    expect(permit.nextAllowedAt).toBe('2026-11-22T19:00:00.000000Z');
  });
});

test('what is asked together counts for each other, and what is under way counts too', async () => {
  await using desk = await deskOwed400();
  const contactId = await reachable(desk, desk.accountId);
  const call = intend(desk.accountId, { contactId });
  const reasons = (count: number) =>
    desk.done(async (context) => {
      const permits = await askPermits(
        context,
        Array.from({ length: count }, () => call),
      );
      return accept(permits.map((permit) => permit.reasons.map(({ id }) => id).join(' ')));
    });
  expect(await reasons(2)).toEqual(['', 'B2B.CALL1IN1']);
  // A permit alone is no contact: nobody dialled.
  expect(await reasons(1)).toEqual(['']);
  const sister = await desk.account('NORTH', { company: await desk.company('TWO') });
  await locate(desk, sister);
  const mail = { contactId, channel: 'email', address: 'ann@north.example' } as const;
  await underWay(desk, sister, contactId);
  const asked = await desk.ask(mail);
  expect(asked.reasons.map(({ id }) => id)).toEqual(['B2B.EMAIL1IN5']);
});

describe('the database refuses a contact', () => {
  const insert = (accountId: string, permitId: string, may = true) => sql`
    insert into compliance.contact (account_id, permit_id, may_contact, channel, direction, result,
                                    at, address, purpose, invited, to_work, about_kind, about_id,
                                    recorded_at, actor)
    values (${accountId}, ${permitId}, ${may}, 'call', 'out', 'no_answer', now(), '', 'collect',
            false, false, 'call', ${permitId}, now(), 'job:test')`;

  test('without a permit', async () => {
    await using desk = await deskOwed400();
    await expect(desk.db.run(insert(desk.accountId, desk.companyId))).rejects.toThrow(
      'contact_needs_its_permit',
    );
  });

  test('under a permit that is blocked, whatever the row says of it', async () => {
    await using desk = await deskOwed400();
    const { permitId } = await desk.ask();
    await expect(desk.db.run(insert(desk.accountId, permitId))).rejects.toThrow(
      'contact_needs_its_permit',
    );
    await expect(desk.db.run(insert(desk.accountId, permitId, false))).rejects.toThrow(
      'contact_may_contact_check',
    );
  });

  test('under the permit of another account, and a second one under its own', async () => {
    await using desk = await deskOwed400();
    await locate(desk, desk.accountId);
    const { permitId } = await desk.ask();
    const other = await desk.account('SOUTH');
    await expect(desk.db.run(insert(other, permitId))).rejects.toThrow('contact_needs_its_permit');
    await desk.db.run(insert(desk.accountId, permitId));
    await expect(desk.db.run(insert(desk.accountId, permitId))).rejects.toThrow('contact_pkey');
  });

  test('and nobody makes a blocked permit an allowed one', async () => {
    await using desk = await deskOwed400();
    await desk.ask();
    await expect(
      desk.db.run(sql`update compliance.permit set kind = 'allowed', may_contact = true`),
    ).rejects.toThrow('permission denied');
  });
});

test('a contact that was made counts when the next is asked for', async () => {
  await using desk = await deskOwed400();
  const contactId = await reachable(desk, desk.accountId);
  const first = await desk.ask({ contactId });
  await desk.done((context) =>
    recordContact(context, {
      accountId: desk.accountId,
      permitId: first.permitId,
      channel: 'voicemail',
      direction: 'out',
      result: 'left_message',
      at: context.at,
      address: '(215) 555-0142',
      contactId,
      itemIds: [],
      by: context.actor.ref,
      about: { kind: 'call', id: context.newId() },
    }),
  );
  const second = await desk.ask({ contactId });
  expect(second.reasons.map(({ id }) => id)).toEqual(['B2B.CALL1IN1']);
  // Monday at eight.
  expect(second.nextAllowedAt).toBe('2026-11-23T13:00:00.000000Z');
});

test('many contacts are answered in their order', async () => {
  await using desk = await deskOwed400();
  await locate(desk, desk.accountId);
  const other = await desk.account('SOUTH');
  const permits = await desk.done(async (context) =>
    accept(
      await askPermits(context, [
        intend(other),
        intend(desk.accountId),
        intend(desk.accountId, { channel: 'sms' }),
      ]),
    ),
  );
  expect(permits.map(({ allowed, reasons }) => [allowed, ...reasons.map(({ id }) => id)])).toEqual([
    [false, 'FACT.NOTHING_OPEN', 'MISSING.state'],
    [true],
    [false, 'MISSING.consent'],
  ]);
});
