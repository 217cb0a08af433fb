import { describe, expect, test } from 'vitest';
import {
  type CustomerFacts,
  type DebtProfile,
  debtProfile,
  nothingStated,
} from './debt-profile.ts';

const trade: CustomerFacts = {
  kind: 'trade',
  segment: null,
  country: 'US',
  state: 'OH',
  city: null,
  postalCode: null,
};

describe('the kind of a debt that nobody stated', () => {
  test.each<[says: string, facts: Partial<CustomerFacts>, expected: Partial<DebtProfile>]>([
    [
      'a trade account is a company’s',
      {},
      { obligor: 'entity', purpose: 'commercial', state: 'OH' },
    ],
    [
      'a student is a consumer',
      { kind: 'student' },
      { obligor: 'natural_person', purpose: 'consumer' },
    ],
    ['a segment of persons is theirs', { segment: 'Residential' }, { purpose: 'consumer' }],
    ['a matter may be either', { kind: 'matter' }, { obligor: undefined, purpose: undefined }],
    ['a kind that nobody wrote down is unknown', { kind: 'house' }, { purpose: undefined }],
    [
      'a state that there is not is unknown',
      { state: 'Bavaria', country: null },
      { state: undefined, country: '' },
    ],
    [
      'a ZIP code of New York City says so whatever the town is called',
      { state: 'NY', city: 'Glen Oaks Village', postalCode: '11004' },
      { state: 'NY', city: 'New York City' },
    ],
    ['the collector is the creditor itself', {}, { actor: 'first_party', guarantor: 'none' }],
  ])('%s', (_, facts, expected) => {
    expect(debtProfile(nothingStated, { ...trade, ...facts })).toMatchObject(expected);
  });
});

test('what a person stated stands before the data', () => {
  const stated = {
    ...nothingStated,
    collector: 'third_party',
    obligor: 'natural_person',
    guarantor: 'natural_person',
    purpose: 'consumer',
    state: 'MA',
    city: 'Boston',
  } as const;
  expect(debtProfile(stated, trade)).toMatchObject({
    actor: 'third_party',
    obligor: 'natural_person',
    guarantor: 'natural_person',
    purpose: 'consumer',
    state: 'MA',
    city: 'Boston',
    country: 'US',
  });
});
