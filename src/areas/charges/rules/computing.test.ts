/** One late debt: P-25, its law, what stops it. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { formatMoney } from '#kernel/money.ts';
import { type LateDebt, chargeOf } from './computing.ts';
import { type ChargeTerms, acceptTerms, noTerms } from './terms.ts';

const debt: LateDebt = {
  currency: 'USD',
  minor: 120_000n,
  paid: [],
  contests: [],
  issuedOn: day('2026-03-01'),
  dueOn: day('2026-03-31'),
  interestTo: null,
  feeCharged: false,
  purpose: 'business',
  state: null,
  country: null,
  stay: false,
  onPlan: false,
  service: null,
};

const terms: ChargeTerms = {
  ...noTerms,
  interest: { ratePct: '12', per: 'year', dayCount: 'ACT/365F', clause: '§ 7' },
  fees: [{ currency: 'USD', from: '0', amount: '25.00' }],
  feeClause: '§ 8',
};

function told(
  over: Partial<LateDebt> = {},
  by: Partial<ChargeTerms> = {},
  asOf = '2026-05-15',
): string {
  const { interest, fee, stopped } = chargeOf({ ...debt, ...over }, { ...terms, ...by }, day(asOf));
  return stopped ?? `${formatMoney(interest)} ${formatMoney(fee)}`;
}

const eighteen = { ratePct: '18', per: 'year', dayCount: 'ACT/365F', clause: '§ 7' } as const;
const monthly = { ...eighteen, ratePct: '1.5', per: 'month' } as const;
const britain = {
  country: 'GB',
  marginPct: '8',
  dayCount: 'ACT/365F',
  fixedSum: '0',
  currency: 'GBP',
  referenceRates: [
    { from: '2026-01-01', ratePct: '4.00' },
    { from: '2026-07-01', ratePct: '3.75' },
  ],
} as const;
const late = { currency: 'GBP', minor: 1_200_000n, country: 'GB', dueOn: day('2026-08-31') };

describe('a late debt', () => {
  test('P-25: 1,200 for 45 days at 12 % is 17.75, with a fee of 25', () => {
    expect(told()).toBe('17.75 25.00');
    expect(chargeOf(debt, terms, day('2026-05-15')).lines).toEqual([
      { from: '2026-03-31', to: '2026-05-15', days: 45, principal: '1200.00', ratePct: '12.00' },
    ]);
  });

  test.each`
    what                             | over                                                                  | by                                              | answer
    ${'charged through yesterday'}   | ${{ interestTo: day('2026-05-15') }}                                  | ${{}}                                           | ${'0.00 25.00'}
    ${'with its fee charged'}        | ${{ feeCharged: true }}                                               | ${{}}                                           | ${'17.75 0.00'}
    ${'half paid after 15 days'}     | ${{ paid: [{ on: day('2026-04-15'), minor: 60_000n }] }}              | ${{}}                                           | ${'11.84 25.00'}
    ${'disputed for 30 days'}        | ${{ contests: [{ from: day('2026-04-15'), to: null, minor: null }] }} | ${{}}                                           | ${'5.92 25.00'}
    ${'in bankruptcy'}               | ${{ stay: true }}                                                     | ${{}}                                           | ${'stay'}
    ${'in a plan'}                   | ${{ onPlan: true }}                                                   | ${{}}                                           | ${'on_plan'}
    ${'within the days of grace'}    | ${{}}                                                                 | ${{ graceDays: 45 }}                            | ${'not_late'}
    ${'without terms'}               | ${{}}                                                                 | ${noTerms}                                      | ${'no_terms'}
    ${'whose fee nobody agreed on'}  | ${{}}                                                                 | ${{ feeClause: '' }}                            | ${'17.75 0.00'}
    ${'by the month'}                | ${{}}                                                                 | ${{ interest: monthly }}                        | ${'27.00 25.00'}
    ${'of a consumer, law unknown'}  | ${{ purpose: 'consumer', state: 'TX' }}                               | ${{}}                                           | ${'no_cap_known'}
    ${'of a consumer in D.C.'}       | ${{ purpose: 'consumer', state: 'DC' }}                               | ${{}}                                           | ${'17.75 25.00'}
    ${'at 30 % in D.C.'}             | ${{ purpose: 'consumer', state: 'DC' }}                               | ${{ interest: { ...eighteen, ratePct: '30' } }} | ${'rate_forfeits'}
    ${'at 18 % in New York'}         | ${{ purpose: 'consumer', state: 'NY' }}                               | ${{ interest: eighteen }}                       | ${'23.67 25.00'}
    ${'of somebody in service'}      | ${{ service: { from: day('2026-03-31'), to: null } }}                 | ${{}}                                           | ${'8.88 25.00'}
    ${'incurred during the service'} | ${{ service: { from: day('2026-02-01'), to: null } }}                 | ${{}}                                           | ${'17.75 25.00'}
  `('$what: $answer', ({ over, by, answer }) => {
    expect(told(over, by)).toBe(answer);
  });

  test('H-093: a British business owes the statute’s interest and its fixed sum', () => {
    expect(told(late, { statutes: [britain] }, '2026-11-21')).toBe('316.77 100.00');
    expect(told(late, { statutes: [{ ...britain, referenceRates: [] }] }, '2026-11-21')).toBe(
      'no_terms',
    );
  });
});

test.each`
  terms                                                                                         | answer
  ${terms}                                                                                      | ${'accepted'}
  ${{ ...terms, feeClause: '' }}                                                                | ${'charges.fee_without_clause'}
  ${{ ...terms, interest: { ...terms.interest, ratePct: 'lots' } }}                             | ${'charges.terms_unreadable'}
  ${{ ...terms, interest: { ...terms.interest, ratePct: '-1' } }}                               | ${'charges.terms_unreadable'}
  ${{ ...terms, fees: [{ currency: 'USD', from: '0', amount: '1.005' }] }}                      | ${'charges.terms_unreadable'}
  ${{ ...terms, statutes: [{ ...britain, referenceRates: [{ from: 'July', ratePct: '1' }] }] }} | ${'charges.terms_unreadable'}
`('terms are $answer', ({ terms: said, answer }) => {
  const outcome = acceptTerms(said);
  expect(outcome.ok ? 'accepted' : outcome.refusal).toBe(answer);
});
