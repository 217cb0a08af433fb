/**
 * An insurer pays claims: the bank credits one sum, the 835 says claim by claim what was paid, what
 * the contract takes off and what is the patient's. All of it is posted, to the cent, or nothing.
 */
import { describe, expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { readX12 } from '#formats/x12/read.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import {
  postClaims,
  postReadyClaims,
  claimsGranted,
} from '#areas/cash/actions/claims/post-claims.ts';
import { receiveLines } from '#areas/cash/actions/receive-lines.ts';
import { answerOf } from '#test/support/builders.ts';
import { advice, claims } from '#test/support/claim-files.ts';
import { type MatchingDesk, deskMatching } from '#test/support/matching-desk.ts';

const on = '2026-06-03';

async function deskInsured() {
  const desk = await deskMatching(on);
  const insurer = await desk.account('Blue Shield');
  const told = { issued: '2026-05-01', due: '2026-06-01' };
  await desk.invoice(insurer, { ...told, amount: '600', number: 'C-1' });
  await desk.invoice(insurer, { ...told, amount: '400', number: 'C-2' });
  const { companyId } = desk;
  const receive = () =>
    desk.done(async (context) => ({ ok: true, value: await receiveLines(context, companyId) }));
  return {
    ...desk,
    insurer,
    /** The 835 comes in a file of its own. */
    async sent(bytes: Uint8Array) {
      const read = readX12(bytes, 'x12-835');
      if (!read.ok) throw new Error(read.refusal);
      await desk.takeIn(read.value.neutral());
      await receive();
    },
    paid: (amount: string) =>
      desk.bank(on, amount, 'HCCLAIMPMT TRN*1*EFT7788*1512345678', { channel: 'ach' }),
    byItself: () =>
      desk.done(async (context) => ({
        ok: true,
        value: await postReadyClaims(context, companyId),
      })),
    async known() {
      const row = await desk.db.one(sql<{ id: typeof insurer }>`
        select remittance_id as id from bank_files.remittance`);
      return row.id;
    },
  };
}

async function posted(desk: MatchingDesk): Promise<string[]> {
  const rows = await desk.db.all(sql<{ told: string }>`
    select concat_ws(' ', claim, paid_minor, adjusted_minor, patient_minor, left_minor) as told
      from cash.claim_posted
     order by line_no`);
  return rows.map(({ told }) => told);
}

async function proved(desk: MatchingDesk): Promise<void> {
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

describe('a payment of claims', () => {
  test('is posted by itself: paid, written down, the patient’s share left', async () => {
    await using desk = await deskInsured();
    await desk.sent(advice('780', claims));
    expect(await desk.byItself()).toBe(0);
    await desk.paid('780');
    // No other hand takes it meanwhile.
    expect(await desk.match()).toEqual([]);
    expect(await desk.byItself()).toBe(1);
    expect(await posted(desk)).toEqual(['C-1 48000 8000 4000 4000', 'C-2 30000 10000 0 0']);
    expect(await desk.open(desk.insurer)).toEqual(['C-1 40.00']);
    const lines = await desk.db.all(sql<{ debit: string; sum: bigint }>`
      select debit, sum(amount_minor)::bigint as sum
        from ledger.line
       where credit = 'ar'
       group by debit
       order by debit`);
    expect(lines).toEqual([
      { debit: 'cash-clearing', sum: 78_000n },
      { debit: 'revenue-adjustments', sum: 18_000n },
    ]);
    expect(await desk.byItself()).toBe(0);
    const again = await desk.act(async (context) =>
      postClaims(context, { remittanceId: await desk.known(), payerId: undefined }),
    );
    expect(answerOf(again)).toBe('cash.claims_posted_already');
  });

  test('that holds one claim nobody knows posts nothing of it', async () => {
    await using desk = await deskInsured();
    await desk.paid('790');
    const unknown = ['CLP*C-9*1*10*10*0*12*P9*11*1'];
    await desk.sent(advice('790', [...claims, ...unknown]));
    expect(await desk.byItself()).toBe(0);
    const remittanceId = await desk.known();
    const refused = await desk.act((context) =>
      postClaims(context, { remittanceId, payerId: undefined }),
    );
    expect(answerOf(refused)).toBe('cash.claim_unknown C-9');
    expect(await desk.open(desk.insurer)).toEqual(['C-1 600.00', 'C-2 400.00']);
    expect(await posted(desk)).toEqual([]);
  });

  test('less than its claims leaves what was kept back open as a deduction', async () => {
    await using desk = await deskInsured();
    await desk.paid('730');
    await desk.sent(advice('730', claims, ['PLB*6543210903*20261231*WO:OLD-9*50']));
    expect(await desk.byItself()).toBe(1);
    expect(await desk.open(desk.insurer)).toEqual(['C-1 40.00', 'PLB-WO-OLD-9 50.00']);
  });

  test('with interest added leaves it on account', async () => {
    await using desk = await deskInsured();
    await desk.paid('785');
    await desk.sent(advice('785', claims, ['PLB*6543210903*20261231*L6*-5']));
    expect(await desk.byItself()).toBe(1);
    expect((await desk.open(desk.insurer)).some((each) => each.endsWith(' -5.00'))).toBe(true);
  });

  test('of another amount than the money waits, with both amounts', async () => {
    await using desk = await deskInsured();
    await desk.paid('779');
    await desk.sent(advice('780', claims));
    const remittanceId = await desk.known();
    const refused = await desk.act((context) =>
      postClaims(context, { remittanceId, payerId: undefined }),
    );
    expect(answerOf(refused)).toBe('cash.claims_not_this_payment 779.00 780.00 USD');
  });
});

test('adjustments above the limit are posted once another person has granted them', async () => {
  await using desk = await deskInsured();
  await desk.policy({ adjustmentLimitMinor: '17999' });
  await desk.paid('780');
  await desk.sent(advice('780', claims));
  expect(await desk.byItself()).toBe(0);
  const poster = await desk.member('poster');
  const remittanceId = await desk.known();
  const asked = await desk.done(
    (context) => postClaims(context, { remittanceId, payerId: undefined }),
    poster,
  );
  expect(asked).toMatchObject({ posted: false, claims: 2 });
  expect(await posted(desk)).toEqual([]);
  const requestId = asked.requestId ?? remittanceId;
  const granter = await desk.member('controller');
  await desk.done(
    (context) => decideRequest(context, { requestId, said: 'yes', companies: 'all' }),
    granter,
  );
  const done = await desk.done((context) => claimsGranted(context, requestId));
  expect(done).toEqual({ done: true });
  expect(await posted(desk)).toHaveLength(2);
  await proved(desk);
});
