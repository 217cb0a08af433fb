import { expect, test } from 'vitest';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { highestReturnFee, loweredFee } from './returned-check-fee.ts';

test.each`
  state            | cents       | fee
  ${'NY'}          | ${64_000n}  | ${'20.00'}
  ${'FL'}          | ${5_000n}   | ${'25.00'}
  ${'FL'}          | ${5_001n}   | ${'30.00'}
  ${'FL'}          | ${30_000n}  | ${'30.00'}
  ${'FL'}          | ${30_001n}  | ${'40.00'}
  ${'FL'}          | ${64_000n}  | ${'40.00'}
  ${'FL'}          | ${100_000n} | ${'50.00'}
  ${'GA'}          | ${60_000n}  | ${'30.00'}
  ${'GA'}          | ${100_001n} | ${'50.00'}
  ${'LA'}          | ${60_000n}  | ${'30.00'}
  ${'OH'}          | ${30_001n}  | ${'30.00'}
  ${'OH'}          | ${30_005n}  | ${'30.01'}
  ${'CA'}          | ${64_000n}  | ${'25.00'}
  ${'ZZ'}          | ${64_000n}  | ${undefined}
  ${'constructor'} | ${64_000n}  | ${undefined}
`('$state for $cents cents: $fee', ({ state, cents, fee }) => {
  const found = highestReturnFee('trustly-2026', state, money(cents, currency('USD')));
  expect(found && formatMoney(found)).toBe(fee);
});

test('a list that nobody entered has no figures', () => {
  expect(highestReturnFee('other', 'NY', money(1n, currency('USD')))).toBeUndefined();
});

test.each([
  ['NY', 'US', 3_500n, 2_000n],
  [' ny ', null, 3_500n, 2_000n],
  ['NY', 'US', 2_000n, undefined],
  ['FL', 'US', 5_000n, 4_000n],
  ['ON', 'CA', 3_500n, undefined],
  ['CA', 'CA', 3_500n, undefined],
  [null, null, 3_500n, undefined],
])(
  'in %s, %s a fee of %i cents for a check of 640.00 is lowered to %s',
  (state, country, cents, most) => {
    const usd = (minor: bigint) => money(minor, currency('USD'));
    const lowered = loweredFee(usd(cents), { state, country }, usd(64_000n));
    expect(lowered?.most.minor).toBe(most);
  },
);

test('a fee in another currency is not measured by a list in dollars', () => {
  const euro = (minor: bigint) => money(minor, currency('EUR'));
  const place = { state: 'NY', country: 'US' };
  expect(loweredFee(euro(3_500n), place, euro(64_000n))).toBeUndefined();
});
