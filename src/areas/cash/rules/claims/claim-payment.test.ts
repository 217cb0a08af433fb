import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { readX12 } from '#formats/x12/read.ts';
import { newId } from '#platform/ids.ts';
import {
  type Claim,
  type ClaimItem,
  claimPaymentOf,
  planClaims,
  speaksOfClaims,
} from './claim-payment.ts';

const usd = currency('USD');
const item = (number: string, open: bigint, reference = ''): ClaimItem => ({
  itemId: newId(),
  accountId: newId(),
  number,
  reference,
  open,
});
const reduced = (group: string, code: string, amount: bigint) => ({ group, code, amount });
const claim = (number: string, told: Partial<Claim> = {}): Claim => ({
  claim: number,
  status: '1',
  charged: 100n,
  paid: 100n,
  reductions: [],
  ...told,
});

const known = (items: readonly ClaimItem[]) => ({ items, firsts: [] });

test('an 835 is read as its claims and what the payer added or kept back', () => {
  const file = path.join(import.meta.dirname, '../../../../../samples/x12');
  const read = readX12(readFileSync(path.join(file, '835-provider-adjustment.edi')), 'x12-835');
  const [remittance] = read.ok ? read.value.neutral().remittances : [];
  const lines = remittance?.lines ?? [];
  expect(speaksOfClaims(lines)).toBe(true);
  expect(claimPaymentOf(lines)).toEqual({
    claims: [
      {
        claim: '666123',
        status: '1',
        charged: 21_136_697n,
        paid: 13_801_840n,
        reductions: [reduced('CO', '45', 7_334_857n)],
      },
      {
        claim: '777777',
        status: '1',
        charged: 1_500_000n,
        paid: 1_198_033n,
        reductions: [reduced('CO', '45', 301_967n)],
      },
    ],
    deductions: [{ reason: 'CV', reference: 'CP', amount: -127n }],
  });
  const items = [item('666123', 21_136_697n), item('777777', 1_500_000n)];
  const plan = planClaims(15_000_000n, claimPaymentOf(lines), known(items), usd);
  expect(plan).toMatchObject({
    ok: true,
    value: { adjusted: 7_636_824n, kept: [], added: 127n, lines: [{ left: 0n }, { left: 0n }] },
  });
});

describe('a claim', () => {
  test('is paid, written down by contract, and the patient’s share stays open', () => {
    const reductions = [reduced('CO', '45', 20n), reduced('PR', '1', 15n), reduced('CO', '16', 5n)];
    const told = claim('C-1', { paid: 60n, reductions });
    const plan = planClaims(
      60n,
      { claims: [told], deductions: [] },
      known([item('c-1', 100n)]),
      usd,
    );
    expect(plan).toMatchObject({
      ok: true,
      value: { lines: [{ paid: 60n, adjusted: 20n, patient: 15n, left: 20n }], adjusted: 20n },
    });
  });

  test('is found by the patient control number when no document bears it', () => {
    const items = [item('INV-1', 100n, 'P-77'), item('P-7', 100n)];
    const plan = planClaims(100n, { claims: [claim('P-77')], deductions: [] }, known(items), usd);
    expect(plan).toMatchObject({
      ok: true,
      value: { lines: [{ item: { itemId: items[0]?.itemId } }] },
    });
  });

  test.each([
    ['cash.claims_differ', 99n, claim('C-1'), ['C-1']],
    ['cash.claim_differs', 90n, claim('C-1', { paid: 90n }), ['C-1']],
    ['cash.claim_taken_back', 100n, claim('C-1', { status: '22' }), ['C-1']],
    ['cash.claim_unknown', 100n, claim('C-1'), ['C-10']],
    ['cash.claim_cites_several', 100n, claim('C-1'), ['C-1', 'C-1']],
    ['cash.claim_more_than_open', 101n, claim('C-1', { paid: 101n, charged: 101n }), ['C-1']],
  ] as const)('is refused as %s, and all with it', (refusal, total, told, numbers) => {
    const items = numbers.map((number) => item(number, 100n));
    const plan = planClaims(total, { claims: [told], deductions: [] }, known(items), usd);
    expect(plan).toMatchObject({ ok: false, refusal });
  });

  test('twice in one payment is a question', () => {
    const claims = [
      claim('C-1', { charged: 40n, paid: 40n }),
      claim('C-1', { charged: 60n, paid: 60n }),
    ];
    const plan = planClaims(100n, { claims, deductions: [] }, known([item('C-1', 100n)]), usd);
    expect(plan).toMatchObject({ ok: false, refusal: 'cash.claim_twice' });
  });
});

test('what the payer takes back lowers the payment, and the corrected claim pays it anew', () => {
  const back = claim('C-1', { status: '22', charged: -100n, paid: -100n });
  const claims = [
    claim('C-2', { charged: 90n, paid: 90n }),
    back,
    claim('C-1', { paid: 80n, reductions: [reduced('CO', '45', 20n)] }),
  ];
  const plan = planClaims(70n, { claims, deductions: [] }, known([item('C-2', 90n)]), usd);
  expect(plan).toMatchObject({
    ok: true,
    value: {
      takenBack: [{ claim: 'C-1', paid: 100n, first: undefined }],
      lines: [{ claim: 'C-2' }, { claim: 'C-1', item: null, paid: 80n, adjusted: 20n, left: 0n }],
    },
  });
  const denied = claim('C-9', { status: '22', charged: 0n, paid: 0n });
  const nothing = planClaims(0n, { claims: [denied], deductions: [] }, known([]), usd);
  expect(nothing).toMatchObject({ ok: true, value: { takenBack: [], lines: [] } });
});

test('what the payer kept back lowers the payment, what it added raises it', () => {
  const deductions = [
    { reason: 'WO', reference: 'OLD-9', amount: 30n },
    { reason: 'L6', reference: '', amount: -2n },
  ];
  const plan = planClaims(
    72n,
    { claims: [claim('C-1')], deductions },
    known([item('C-1', 100n)]),
    usd,
  );
  expect(plan).toMatchObject({ ok: true, value: { kept: [{ amount: 30n }], added: 2n } });
});
