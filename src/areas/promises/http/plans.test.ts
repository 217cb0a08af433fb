/** Plans and settlements over HTTP, from the drawing to the signed document. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { wholePlan } from '../answers/plans.ts';

/** On 20 November an account owes $1,000; a collector is at a browser. */
async function deskOwed1000() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const doing = {
    action: 'test.book',
    actor: { ref: 'job:test', memberId: null },
    reason: 'for the test',
    input: null,
  };
  const done = await perform(desk, doing, async (context) => {
    const stated = [{ customerNumber: 'NORTH', name: 'North' }];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get('NORTH')?.accountId ?? companyId;
    const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' });
    accepted(await postItem(context, wish));
    return accept({ accountId });
  });
  const { accountId } = accepted(done).answer;
  const rosa = await desk.signIn(await desk.member('collector'));
  const path = `/api/v1/accounts/${accountId}`;
  const offer = async (part: object = {}) => {
    const terms = { currency: 'USD', firstOn: '2026-11-30', offeredTo: 'Ms Orr', ...part };
    const { body } = await rosa.send('POST', `${path}/plans`, terms);
    // The contract's answer.
    return body as { planId: string; requestId: string | null };
  };
  return { ...desk, accountId, rosa, path, offer };
}

test('a plan is drawn up with its figures, and refused by name and in words', async () => {
  await using desk = await deskOwed1000();
  const terms = { currency: 'USD', firstOn: '2026-11-30', count: 5, party: 'consumer' };
  const drawn = await desk.rosa.send('POST', `${desk.path}/plans/preview`, terms);
  expect(drawn.body).toMatchObject({
    total: '1000.00',
    mine: true,
    broken: [],
    disclosure: { reason: 'more_than_4_installments', aprPct: '0.00', financeCharge: '0.00' },
  });
  const wrong = {
    ...terms,
    count: 2,
    edits: [
      { no: 1, amount: '1' },
      { no: 2, amount: '2' },
    ],
  };
  const refused = await desk.rosa.send('POST', `${desk.path}/plans/preview`, wrong);
  expect(refused).toMatchObject({
    status: 422,
    body: {
      code: 'plan.sum_differs',
      detail: 'The instalments add up to 3.00, not 1,000.00: 997.00 apart.',
    },
  });
});

test('a plan is offered, read, signed with its document, moved and cancelled', async () => {
  await using desk = await deskOwed1000();
  const { planId, requestId } = await desk.offer();
  expect(requestId).toBeNull();
  const path = `${desk.path}/plans/${planId}`;
  const pdf = await desk.rosa.get(`${path}/agreement?language=es`);
  expect(pdf.status).toBe(200);
  const signed = await desk.rosa.send('POST', `${path}/signature`, {
    name: 'Ms Orr',
    language: 'es',
    agreed: 'yes',
  });
  expect(signed.body).toMatchObject({ state: 'active' });
  const page = await desk.rosa.get(path);
  // As above.
  const { signatures } = page.body as { signatures: { sha256: string; how: string }[] };
  expect(signatures).toMatchObject([{ how: 'typed', name: 'Ms Orr', language: 'es' }]);
  expect(signatures[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u);
  expect(createHash('sha256').update('').digest('hex')).not.toBe(signatures[0]?.sha256);
  expect(page.body).toMatchObject({
    state: 'active',
    nextDueOn: '2026-11-30',
    installments: [{ no: 1, state: 'coming' }, { no: 2 }, { no: 3 }],
    items: [{ document: 'D-2026-09-01', covered: '1000.00' }],
  });
  const today = desk.clock.today();
  const ref = { accountId: desk.accountId, planId: id(planId) };
  const inSpanish = await wholePlan(desk.db, ref, { language: 'es', today });
  const reasons = inSpanish?.history.map(({ reason }) => reason);
  expect(reasons).toEqual(['ofrecido a Ms Orr', 'firmado por Ms Orr', 'según el dinero recibido']);
  expect(inSpanish?.versions[0]?.reason).toBe('ofrecido a Ms Orr');
  const edits = [{ no: 1, dueOn: '2026-12-10' }];
  const moved = { edits, reason: 'Pay day' };
  const amended = await desk.rosa.send('POST', `${path}/amendments`, moved);
  expect(amended.body).toEqual({ version: 2, requestId: null });
  const list = await desk.rosa.get('/api/v1/plans?state=active');
  expect(list.body).toMatchObject({ count: 1, rows: [{ planId, nextDueOn: '2026-12-10' }] });
  const gone = await desk.rosa.send('POST', `${path}/cancellation`, { reason: 'They sold up' });
  expect(gone.body).toEqual({ state: 'cancelled' });
  expect((await desk.rosa.get('/api/v1/plans?state=active')).body).toMatchObject({ rows: [] });
});

test('a plan beyond the bounds, and a settlement, wait for approval', async () => {
  await using desk = await deskOwed1000();
  const far = await desk.offer({ count: 14 });
  expect(far.requestId).not.toBeNull();
  const path = `${desk.path}/plans/${far.planId}`;
  const early = await desk.rosa.send('POST', `${path}/signature`, {
    name: 'Ms Orr',
    agreed: 'yes',
  });
  expect(early).toMatchObject({ status: 422, body: { code: 'plan.not_approved' } });
  const offer = { currency: 'USD', offer: '600', payBy: '2026-12-15', offeredTo: 'Ms Orr' };
  const settled = await desk.rosa.send('POST', `${desk.path}/settlements`, offer);
  expect(settled.status).toBe(200);
  const listed = await desk.rosa.get('/api/v1/settlements');
  expect(listed.body).toMatchObject({
    more: false,
    rows: [{ state: 'asked', offer: '600.00', balance: '1000.00', needsRole: 'cfo' }],
  });
  // As above.
  const { settlementId } = settled.body as { settlementId: string };
  const back = `${desk.path}/settlements/${settlementId}/withdrawal`;
  const gone = await desk.rosa.send('POST', back, { reason: 'They pay in full' });
  expect(gone.body).toEqual({ state: 'withdrawn' });
});
