import { describe, expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import type { Id } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { deliverNext } from '#platform/events/dispatcher.ts';
import { makeSeal } from '#platform/auth/sealing.ts';
import { sql } from '#platform/postgres/sql.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { postReceipt } from '#areas/ledger/actions/post-receipt.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { listeners } from '#server/wiring.ts';
import { documentWish, receiptWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

const booking = {
  action: 'test.book',
  actor: { ref: 'job:test', memberId: null },
  reason: 'for the test',
  input: null,
};

async function deskOwing200() {
  const desk = await openDesk({ seal: makeSeal('a key') });
  const companyId = await desk.company('ACME');
  const accountId = await desk.account(companyId, 'NORTH');
  const done = await perform(desk, booking, async (context) => {
    const told = { amount: '200', issued: '2026-11-02', number: 'CM-1' };
    const posted = accepted(await postItem(context, documentWish(accountId, 'credit_memo', told)));
    return accept(posted.itemIds[0]);
  });
  const itemId = accepted(done).answer;
  const path = `/api/v1/accounts/${accountId}`;
  return {
    ...desk,
    accountId,
    itemId,
    path,
    rosa: await desk.signIn(await desk.member('collector')),
    auditor: await desk.signIn(await desk.member('auditor')),
    maya: await desk.signIn(await desk.member('manager')),
    ingrid: await desk.signIn(await desk.member('controller')),
    tess: await desk.signIn(await desk.member('treasurer')),
    heard: async () => {
      const fail = (error: unknown): void => {
        throw error;
      };
      while (await deliverNext(desk, listeners, fail));
    },
  };
}

const wish = { amount: '200.00', currency: 'USD', reason: 'overpaid' };

describe('a refund over HTTP', () => {
  test('is asked for, decided, released and paid by four sessions', async () => {
    await using desk = await deskOwing200();
    const asking = `${desk.path}/credits/${desk.itemId}/refund-requests`;
    expect((await desk.auditor.send('POST', asking, wish)).status).toBe(403);
    const made = await desk.rosa.send('POST', asking, wish);
    // The contract's answer.
    const { refundId, requestId } = made.body as { refundId: Id; requestId: Id };
    const refund = `${desk.path}/refunds/${refundId}`;
    const because = { reason: 'all in order' };
    const early = await desk.tess.send('POST', `${refund}/release`, because);
    expect(early).toMatchObject({ status: 422, body: { code: 'refunds.not_approved' } });
    const decision = { said: 'yes', reason: 'agreed' };
    await desk.maya.send('POST', `/api/v1/approvals/${requestId}/decision`, decision);
    await desk.heard();
    expect((await desk.maya.send('POST', `${refund}/release`, because)).status).toBe(403);
    expect((await desk.tess.send('POST', `${refund}/release`, because)).status).toBe(200);
    const setting = { firstNumber: '5001', bankAccount: '…99', reason: 'new checks' };
    await desk.ingrid.send('PUT', '/api/v1/refunds/settings/ACME/check', setting);
    const payout = { company: 'ACME', method: 'check', currency: 'USD', reason: 'the run' };
    const paid = await desk.tess.send('POST', '/api/v1/refunds/payouts', payout);
    expect(paid.body).toMatchObject({ payments: 1, total: '200.00', currency: 'USD' });
    // As above.
    const { payoutId } = paid.body as { payoutId: Id };
    const file = await desk.tess.get(`/api/v1/refunds/payouts/${payoutId}/file`);
    expect(file.text).toContain('5001,2026-11-20,Customer NORTH,200.00,USD,…99');
    expect((await desk.rosa.get(`/api/v1/refunds/payouts/${payoutId}/file`)).status).toBe(403);
    const sheets = `/api/v1/refunds/payouts/${payoutId}/checks.pdf`;
    expect((await desk.tess.get(sheets)).text).toContain('%PDF');
    expect((await desk.rosa.get(sheets)).status).toBe(403);
    const bankList = '/api/v1/refunds/positive-pay/ACME';
    expect((await desk.tess.get(bankList)).text).toContain('5001,2026-11-20,Customer NORTH,200.00');
    expect((await desk.rosa.get(bankList)).status).toBe(403);
    const department = `${refund}/department-return`;
    expect((await desk.rosa.send('POST', department, because)).status).toBe(403);
    expect((await desk.tess.send('POST', department, because)).body).toMatchObject({
      code: 'refunds.not_title_iv',
    });
    const { body } = await desk.rosa.get(refund);
    expect(body).toMatchObject({
      refund: { state: 'paid', number: '5001', approvals: { needs: 1, given: ['The manager'] } },
      parts: [{ document: 'CM-1', amount: '200.00' }],
      payments: [{ number: '5001' }],
    });
    const { body: list } = await desk.rosa.get('/api/v1/refunds?view=all');
    expect(list).toMatchObject({ count: 1, states: [{ state: 'paid', count: 1 }] });
  });

  test('what cannot be read or is too much is refused by name', async () => {
    await using desk = await deskOwing200();
    const asking = `${desk.path}/credits/${desk.itemId}/refund-requests`;
    const unread = await desk.rosa.send('POST', asking, { ...wish, amount: '1.005' });
    expect(unread.body).toMatchObject({ code: 'refunds.amount_unreadable' });
    const much = await desk.rosa.send('POST', asking, { ...wish, amount: '200.01' });
    expect(much.body).toMatchObject({
      code: 'ledger.more_than_available',
      facts: { available: '200.00' },
    });
    const ach = { parts: [{ itemId: desk.itemId, amount: '1.00' }], currency: 'USD', reason: 'x' };
    const none = await desk.rosa.send('POST', `${desk.path}/refunds`, { ...ach, method: 'ach' });
    expect(none.body).toMatchObject({ code: 'refunds.no_bank_details' });
  });

  test('the credits that may go back stand in a list, each with its origin', async () => {
    await using desk = await deskOwing200();
    const { body } = await desk.rosa.get('/api/v1/refunds/credits');
    expect(body).toMatchObject({
      count: 1,
      rows: [{ document: 'CM-1', origin: 'credit_memo', available: '200.00', ageDays: 18 }],
    });
  });

  test('a list that is cut counts all, and a choice looks behind the cut', async () => {
    await using desk = await deskOwing200();
    await perform(desk, booking, async (context) => {
      for (const amount of ['900', '800', '700']) {
        const told = { amount, on: '2026-11-20', reference: amount };
        const receipt = receiptWish(desk.accountId, told);
        accepted(await postReceipt(context, receipt, standardPolicy));
      }
      return accept(null);
    });
    const credits = '/api/v1/refunds/credits?limit=2';
    expect((await desk.rosa.get(credits)).body).toMatchObject({
      count: 4,
      cut: true,
      rows: [{ available: '900.00' }, { available: '800.00' }],
    });
    expect((await desk.rosa.get(`${credits}&origin=credit_memo`)).body).toMatchObject({
      count: 1,
      cut: false,
      rows: [{ document: 'CM-1' }],
    });
  });
});

test('bank details are sealed, confirmed by a second person, called back by another', async () => {
  await using desk = await deskOwing200();
  const details = {
    kind: 'ach',
    holder: 'North Ltd',
    bank: '021000021',
    accountNumber: '123456789',
    source: 'a letter',
    reason: 'new bank',
  };
  const path = `${desk.path}/bank-details`;
  expect((await desk.rosa.send('POST', path, details)).status).toBe(403);
  const made = await desk.maya.send('POST', path, details);
  // The contract's answer.
  const { payeeId, requestId } = made.body as { payeeId: Id; requestId: Id };
  const { found } = await desk.db.one(sql<{ found: bigint }>`
    select count(*) as found
      from platform.audit
     where personal::text like '%123456789%'`);
  expect(Number(found)).toBe(0);
  const call = { number: '+1 202 555 0100', spokeTo: 'Ms Orr', reason: 'as on file' };
  const own = await desk.maya.send('POST', `${path}/${payeeId}/call-backs`, call);
  expect(own.body).toMatchObject({ code: 'refunds.own_details' });
  expect((await desk.rosa.send('POST', `${path}/${payeeId}/call-backs`, call)).status).toBe(200);
  const decision = { said: 'yes', reason: 'seen the letter' };
  const mine = await desk.maya.send('POST', `/api/v1/approvals/${requestId}/decision`, decision);
  expect(mine.body).toMatchObject({ code: 'approvals.own_request' });
  await desk.ingrid.send('POST', `/api/v1/approvals/${requestId}/decision`, decision);
  await desk.heard();
  expect((await desk.rosa.get(path)).body).toMatchObject({
    rows: [
      {
        number: '…6789',
        state: 'confirmed',
        enteredBy: 'The manager',
        confirmedBy: 'The controller',
        calledBack: { spokeTo: 'Ms Orr' },
        replaces: null,
        heldUntil: '2026-12-19',
      },
    ],
  });
  const next = await desk.maya.send('POST', path, { ...details, accountNumber: '987654321' });
  // As above.
  const { requestId: second } = next.body as { requestId: Id };
  expect((await desk.maya.get(path)).body).toMatchObject({
    rows: [
      {
        state: 'asked',
        replaces: { number: '…6789' },
        mayCallBack: 'You entered these bank details. Another person calls back.',
      },
      { state: 'confirmed' },
    ],
  });
  const refusal = { said: 'no', reason: 'nobody knows the caller' };
  await desk.ingrid.send('POST', `/api/v1/approvals/${second}/decision`, refusal);
  await desk.heard();
  expect((await desk.rosa.get(path)).body).toMatchObject({
    rows: [{ state: 'refused', heldUntil: null }, { state: 'confirmed' }],
  });
});

test('a word of the customer stands with its days until it is taken back', async () => {
  await using desk = await deskOwing200();
  const path = `${desk.path}/refund-authorisations`;
  const word = {
    kind: 'hold_title_iv',
    givenBy: 'Ana Orr',
    givenOn: '2026-11-10',
    untilOn: '2026-11-30',
    evidence: 'form 12',
    reason: 'signed at the desk',
  };
  expect((await desk.auditor.send('POST', path, word)).status).toBe(403);
  const made = await desk.rosa.send('POST', path, word);
  // The contract's answer.
  const { authorisationId } = made.body as { authorisationId: Id };
  expect((await desk.auditor.get(path)).body).toEqual({
    rows: [
      {
        authorisationId,
        kind: 'hold_title_iv',
        givenBy: 'Ana Orr',
        givenOn: '2026-11-10',
        untilOn: '2026-11-30',
        stands: true,
        daysLeft: 10,
        evidence: 'form 12',
      },
    ],
  });
  const revoked = { reason: 'she wrote again' };
  await desk.rosa.send('POST', `${path}/${authorisationId}/revocation`, revoked);
  expect((await desk.auditor.get(path)).body).toEqual({ rows: [] });
});
