import { expect, test } from 'vitest';
import { anAccount, nth } from '#test/support/portfolios.ts';
import { type Condition, fits } from './condition.ts';

const texan = anAccount(1, {
  name: 'Ávila Foods',
  state: 'TX',
  postalCode: '75201',
  city: 'Dallas',
  segment: 'retail',
  language: 'es',
  currencies: ['USD', 'MXN'],
  balance: 90_000_00n,
  overdue: 50_000_00n,
});

test.each<[string, Condition, boolean]>([
  ['nothing asked', {}, true],
  ['its state, in any case', { states: ['ca', 'tx'] }, true],
  ['another state', { states: ['CA'] }, false],
  ['within the zip codes', { zips: [{ from: '75000', to: '75999' }] }, true],
  ['the zip codes by their first digits', { zips: [{ from: '75', to: '75' }] }, true],
  ['outside the zip codes', { zips: [{ from: '76', to: '79' }] }, false],
  ['its city', { cities: ['Dallas'] }, true],
  ['its segment', { segments: ['wholesale'] }, false],
  ['its language', { languages: ['es'] }, true],
  ['names from A to F, accents aside', { names: { from: 'A', to: 'F' } }, true],
  ['names from G', { names: { from: 'G', to: 'Z' } }, false],
  ['exactly the overdue from which it counts', { overdue: { from: 50_000_00n } }, true],
  ['exactly the overdue below which it counts', { overdue: { below: 50_000_00n } }, false],
  ['a smaller balance', { balance: { below: 10_000_00n } }, false],
  ['one of its currencies', { currencies: ['MXN'] }, true],
  ['another kind', { kinds: ['student'] }, false],
  ['a parent, which it has not', { hasParent: true }, false],
  ['no parent', { hasParent: false }, true],
  ['the head of its family', { families: ['C-1'] }, true],
  ['all parts but one', { states: ['TX'], languages: ['en'] }, false],
])('%s', (_, condition, answer) => {
  expect(fits(condition, texan)).toBe(answer);
});

test('an account of which the state is unknown fits no state', () => {
  expect(fits({ states: ['TX'] }, anAccount(2, { state: null }))).toBe(false);
  expect(fits({ zips: [{ from: '0', to: '9' }] }, anAccount(2, { postalCode: null }))).toBe(false);
});

test('an account under a parent has one', () => {
  expect(fits({ hasParent: true }, anAccount(3, { headId: nth(99) }))).toBe(true);
});
