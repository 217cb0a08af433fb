import { expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { currency, money } from '#kernel/money.ts';
import { formOfCancelledDebt } from './cancelled-debt.ts';

const usd = (cents: bigint) => money(cents, currency('USD'));
const debt = {
  isSellerOfGoods: false,
  hasFinanceSubsidiary: false,
  cancelled: usd(420_000n),
  event: 'F',
};

test.each([
  [{}, true, null],
  [{ cancelled: usd(60_000n) }, true, null],
  [{ cancelled: usd(59_999n) }, false, 'under_600'],
  [{ event: '' }, false, 'no_event'],
  [{ isSellerOfGoods: true }, false, 'seller_financing'],
  [{ isSellerOfGoods: true, hasFinanceSubsidiary: true }, true, null],
  [{ lendingIncomePct: decimal('14.9') }, false, 'lending_not_significant'],
  [{ lendingIncomePct: decimal('15') }, true, null],
])('with %o: required %s', (change, isRequired, reason) => {
  expect(formOfCancelledDebt({ ...debt, ...change })).toEqual({ isRequired, reason });
});
