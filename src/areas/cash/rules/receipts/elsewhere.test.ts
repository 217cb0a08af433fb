import { describe, expect, test } from 'vitest';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { mayApprove, maySend, needsApproval } from './elsewhere.ts';

const [own, sister]: [Id, Id] = [
  id('00000000-0000-7000-8000-000000000001'),
  id('00000000-0000-7000-8000-000000000002'),
];

describe('money that is not receivables', () => {
  test.each([
    [100n, { kind: 'account', ledgerAccount: '6150' }, 'accepted'],
    [100n, { kind: 'account', ledgerAccount: '' }, 'cash.ledger_account_missing'],
    [100n, { kind: 'sister', sisterId: sister }, 'accepted'],
    [100n, { kind: 'sister', sisterId: own }, 'cash.own_company'],
    [-100n, { kind: 'account', ledgerAccount: '6150' }, 'cash.amount_not_positive'],
  ] as const)('%s to %j is %s', (minor, elsewhere, answer) => {
    const outcome = maySend(money(minor, 'USD'), own, elsewhere);
    expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
  });

  test('above the limit, and only above, a second person is needed', () => {
    expect(needsApproval(money(100_000n, 'USD'), 100_000n)).toBe(false);
    expect(needsApproval(money(100_001n, 'USD'), 100_000n)).toBe(true);
  });

  test('who asked never approves, and nothing is decided twice', () => {
    expect(mayApprove({ asked: 'a', decided: false }, 'b').ok).toBe(true);
    expect(mayApprove({ asked: 'a', decided: false }, 'a')).toMatchObject({
      refusal: 'cash.self_approval',
    });
    expect(mayApprove({ asked: 'a', decided: true }, 'b')).toMatchObject({
      refusal: 'cash.request_decided',
    });
  });
});
