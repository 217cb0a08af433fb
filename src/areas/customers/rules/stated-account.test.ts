import { describe, expect, test } from 'vitest';
import {
  accountAfter,
  contactAfter,
  customerAfter,
  mergeStatements,
  type StatedAccount,
} from './stated-account.ts';

const solar: StatedAccount = { customerNumber: 'C1', name: 'Solar Textiles' };

describe('a statement about a customer', () => {
  const known = customerAfter({ ...solar, city: 'Dallas', taxExempt: true });

  test('what is not stated stays, and then nothing has changed', () => {
    expect(customerAfter({ customerNumber: 'C1', name: 'Solar Textiles' }, known)).toBe(known);
  });

  test('what is stated replaces; null states that there is none', () => {
    const after = customerAfter({ ...solar, city: null, segment: 'COMM' }, known);
    expect(after).toMatchObject({ city: null, segment: 'COMM', taxExempt: true });
  });

  test('a name that only repeats the number is no name', () => {
    expect(customerAfter({ customerNumber: 'C1', name: 'C1' }, known).name).toBe('Solar Textiles');
    expect(customerAfter({ customerNumber: 'C1', name: 'C1' }).name).toBe('C1');
  });

  test('a blank text is nothing', () => {
    expect(customerAfter({ ...solar, city: '  ' }, known).city).toBeNull();
  });
});

test('an account keeps its terms unless the file states others', () => {
  const known = accountAfter({ ...solar, termsCode: 'NET30' });
  expect(accountAfter(solar, known)).toBe(known);
  expect(accountAfter({ ...solar, termsCode: 'NET45' }, known).termsCode).toBe('NET45');
});

describe('a contact', () => {
  test('is made only from something that reaches somebody', () => {
    expect(contactAfter(solar)).toBeUndefined();
    expect(contactAfter({ ...solar, email: 'ap@solar.example' })).toEqual({
      name: 'Solar Textiles',
      email: 'ap@solar.example',
      phone: null,
    });
  });

  test('keeps its telephone when only the e-mail is stated', () => {
    const known = { name: 'Ann', email: null, phone: '+1 512 555 0142' };
    const after = contactAfter({ ...solar, email: 'ann@solar.example' }, known);
    expect(after).toEqual({ ...known, email: 'ann@solar.example' });
  });
});

test('a later line of the same number adds to the earlier one', () => {
  const merged = mergeStatements([
    { ...solar, city: 'Dallas', segment: 'COMM' },
    { ...solar, city: 'Austin', segment: undefined },
    { customerNumber: 'C2', name: 'Winston' },
  ]);
  expect(merged).toEqual([
    { ...solar, city: 'Austin', segment: 'COMM' },
    { customerNumber: 'C2', name: 'Winston' },
  ]);
});
