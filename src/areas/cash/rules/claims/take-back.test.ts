import { describe, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { type FirstClaim, openAgain, planTakeBack } from './take-back.ts';

const applied = (number: string, amount: bigint) => ({
  applicationId: newId(),
  creditItemId: newId(),
  number,
  amount,
});
const first = (told: Partial<FirstClaim> = {}): FirstClaim => ({
  claim: 'C-1',
  remittanceId: newId(),
  lineNo: 1,
  itemId: newId(),
  accountId: newId(),
  reference: '',
  open: 20n,
  paid: 60n,
  adjusted: 20n,
  moved: null,
  standing: [applied('EFT-1', 60n), applied('CO-C-1', 20n)],
  ...told,
});
const undo = {
  claim: 'c-1',
  status: '22',
  charged: -100n,
  paid: -60n,
  reductions: [
    { group: 'CO', code: '45', amount: -20n },
    { group: 'PR', code: '1', amount: -20n },
  ],
};

describe('a claim taken back', () => {
  test('reverses exactly what the first claim posted', () => {
    const known = first();
    const plan = planTakeBack(undo, -20n, [known]);
    expect(plan).toMatchObject({ paid: 60n, adjusted: 20n });
    expect(plan.first?.payments).toEqual([known.standing[0]]);
    expect(plan.first?.writeDown).toEqual(known.standing[1]);
    expect(plan.first && openAgain(plan.first)).toBe(100n);
  });

  test('leaves what others paid on the same item where it is', () => {
    const known = first({
      open: 0n,
      standing: [applied('EFT-1', 60n), applied('COPAY', 20n), applied('CO-C-1', 20n)],
    });
    const plan = planTakeBack(undo, -20n, [known]);
    expect(plan.first?.payments.map(({ number }) => number)).toEqual(['EFT-1']);
  });

  test('of another amount, or whose money was moved since, is a deduction of its own', () => {
    const other = first({ paid: 61n });
    const moved = first({ standing: [applied('CO-C-1', 20n)] });
    const unwritten = first({ standing: [applied('EFT-1', 60n)] });
    for (const known of [[other], [moved], [unwritten], []]) {
      const plan = planTakeBack(undo, -20n, known);
      expect(plan).toEqual({ claim: 'c-1', paid: 60n, adjusted: 20n, first: undefined });
    }
  });

  test('means the newest posting of the claim where there were several', () => {
    const [newest, oldest] = [first(), first()];
    expect(planTakeBack(undo, -20n, [newest, oldest]).first?.remittanceId).toBe(
      newest.remittanceId,
    );
  });

  test('brings the share back that had gone to the patient', () => {
    const share = { accountId: newId(), itemId: newId(), amount: 20n, open: 20n };
    const standing = [applied('EFT-1', 60n), applied('CO-C-1', 20n), applied('PR-C-1', 20n)];
    const plan = planTakeBack(undo, -20n, [first({ open: 0n, moved: share, standing })]);
    expect(plan.first?.share?.number).toBe('PR-C-1');
    expect(plan.first && openAgain(plan.first)).toBe(100n);
  });
});
