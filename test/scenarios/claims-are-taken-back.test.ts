/**
 * An insurer takes a claim back and pays it anew: what the first 835 posted is undone to the cent,
 * the corrected claim posted onto what is open again, and the patient's share follows it.
 */
import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { readX12 } from '#formats/x12/read.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { postClaims, postReadyClaims } from '#areas/cash/actions/claims/post-claims.ts';
import { receiveLines } from '#areas/cash/actions/receive-lines.ts';
import { advice, claims } from '#test/support/claim-files.ts';
import { deskMatching } from '#test/support/matching-desk.ts';

const on = '2026-06-03';

/** C-1 taken back whole, as the first advice had paid it. */
const undone = ['CLP*C-1*22*-600*-480*-40*12*P1*11*1', 'CAS*CO*45*-80', 'CAS*PR*1*-40'];
/** And paid anew: 450, the contract takes 90, the patient owes 60. */
const corrected = ['CLP*C-1*1*600*450*60*12*P1*11*7', 'CAS*CO*45*90', 'CAS*PR*1*60'];
const another = ['CLP*C-3*1*200*200*0*12*P3*11*1'];

async function deskInsured(reference?: string) {
  const desk = await deskMatching(on);
  const { companyId } = desk;
  const insurer = await desk.account('Blue Shield');
  const told = { issued: '2026-05-01', due: '2026-06-01' };
  await desk.invoice(insurer, {
    ...told,
    amount: '600',
    number: 'C-1',
    ...(reference && { reference }),
  });
  await desk.invoice(insurer, { ...told, amount: '400', number: 'C-2' });
  await desk.invoice(insurer, { ...told, amount: '200', number: 'C-3' });
  const receive = () =>
    desk.done(async (context) => ({ ok: true, value: await receiveLines(context, companyId) }));
  return {
    ...desk,
    insurer,
    /** An 835 and its money; how many payments of claims the desk posted by itself. */
    async pays(trace: string, amount: string, said: readonly string[], plb: string[] = []) {
      const text = new TextDecoder().decode(advice(amount, said, plb)).replaceAll('EFT7788', trace);
      const read = readX12(new TextEncoder().encode(text), 'x12-835');
      if (!read.ok) throw new Error(read.refusal);
      if (amount !== '0') {
        await desk.bank(on, amount, `HCCLAIMPMT TRN*1*${trace}*1512345678`, { channel: 'ach' });
      }
      await desk.takeIn(read.value.neutral());
      await receive();
      return desk.done(async (context) => ({
        ok: true,
        value: await postReadyClaims(context, companyId),
      }));
    },
    async proved() {
      const { checks } = await proveLedger(desk.db);
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    },
  };
}

test('a claim taken back and corrected in one 835 ends as if it had come right', async () => {
  await using desk = await deskInsured();
  expect(await desk.pays('EFT1', '780', claims)).toBe(1);
  expect(await desk.open(desk.insurer)).toEqual(['C-1 40.00', 'C-3 200.00']);
  // 200 for C-3, and 450 − 480 for C-1.
  expect(await desk.pays('EFT2', '170', [...undone, ...corrected, ...another])).toBe(1);
  expect(await desk.open(desk.insurer)).toEqual(['C-1 60.00']);
  const taken = await desk.db.all(sql`
    select claim, paid_minor, adjusted_minor, first_remittance_id is not null as known
      from cash.claim_taken_back`);
  expect(taken).toEqual([
    { claim: 'C-1', paid_minor: 48_000n, adjusted_minor: 8_000n, known: true },
  ]);
  await desk.proved();
});

test('a claim only taken back is open again as it was before it was paid', async () => {
  await using desk = await deskInsured();
  await desk.pays('EFT1', '780', claims);
  const more = ['CLP*C-3*1*200*200*0*12*P3*11*1'];
  // The payer carries what it could not keep into its next payment: 480 − 200.
  expect(await desk.pays('EFT2', '0', [...undone, ...more], ['PLB*65*20261231*FB*-280'])).toBe(0);
  const [waiting] = await desk.db.all(sql<{ id: typeof desk.insurer }>`
    select m.remittance_id as id
      from bank_files.remittance m
     where m.payment_reference = 'EFT2'`);
  await desk.done((context) =>
    postClaims(context, { remittanceId: waiting?.id ?? desk.insurer, payerId: undefined }),
  );
  const open = await desk.open(desk.insurer);
  expect(open).toHaveLength(2);
  expect(open).toContain('C-1 600.00');
  expect(open.some((each) => each.endsWith(' -280.00'))).toBe(true);
  await desk.proved();
});

test('a claim whose first payment nobody posted here is an open deduction', async () => {
  await using desk = await deskInsured();
  const old = undone.map((line) => line.replace('C-1', 'OLD-7'));
  expect(await desk.pays('EFT1', '300', [...claims, ...old])).toBe(1);
  const open = await desk.open(desk.insurer);
  expect(open).toEqual(['C-1 40.00', 'C-3 200.00', '22-OLD-7 560.00']);
  await desk.proved();
});

test('the corrected claim of one that nobody posted here pays that deduction', async () => {
  await using desk = await deskInsured();
  const old = [...undone, ...corrected].map((line) => line.replace('C-1', 'OLD-7'));
  expect(await desk.pays('EFT1', '170', [...another, ...old])).toBe(1);
  // 480 + 80 are open again; 450 are paid and 90 written down.
  const open = await desk.open(desk.insurer);
  expect(open).toContain('22-OLD-7 20.00');
  await desk.proved();
});

test('the patient’s share goes to the patient’s account and comes back from it', async () => {
  await using desk = await deskInsured('P-77');
  const patient = await desk.account('P-77');
  await desk.pays('EFT1', '780', claims);
  expect(await desk.open(desk.insurer)).toEqual(['C-3 200.00']);
  expect(await desk.open(patient)).toEqual(['PR-C-1 40.00']);
  await desk.pays('EFT2', '170', [...undone, ...corrected, ...another]);
  expect(await desk.open(desk.insurer)).toEqual([]);
  expect(await desk.open(patient)).toEqual(['PR-C-1 60.00']);
  await desk.proved();
});
