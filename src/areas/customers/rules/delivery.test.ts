import { describe, expect, test } from 'vitest';
import { type PostalAddress, acceptAddress, acceptDelivery, addressLines } from './delivery.ts';

const plain = {
  rule: 'email',
  statementForm: 'balance_forward',
  consolidated: false,
  portalName: null,
  portalUrl: null,
} as const;

const home: PostalAddress = {
  attention: 'Accounts Payable',
  line1: '12 River Rd',
  line2: 'Suite 4',
  city: 'Hartford',
  state: 'CT',
  postalCode: '06101-1234',
  country: 'US',
};

describe('how an account gets its papers', () => {
  test('a portal has a name, and only a portal has one', () => {
    expect(acceptDelivery({ ...plain, rule: 'portal', portalName: ' ' })).toMatchObject({
      refusal: 'customers.portal_without_name',
    });
    expect(acceptDelivery({ ...plain, portalName: 'Ariba' })).toMatchObject({
      value: { portalName: null },
    });
  });

  test('the link of a portal leads to the web', () => {
    const portal = { ...plain, rule: 'portal', portalName: 'Ariba' } as const;
    expect(acceptDelivery({ ...portal, portalUrl: 'javascript:alert(1)' })).toMatchObject({
      refusal: 'customers.portal_not_a_link',
    });
    expect(acceptDelivery({ ...portal, portalUrl: 'https://ariba.example' }).ok).toBe(true);
  });
});

describe('a postal address', () => {
  test('of the United States has a street, a city, a state and a ZIP code', () => {
    expect(acceptAddress(home)).toEqual({ ok: true, value: home });
    expect(acceptAddress({ ...home, state: '' })).toMatchObject({
      refusal: 'customers.address_incomplete',
    });
    expect(acceptAddress({ ...home, postalCode: '6101' })).toMatchObject({
      refusal: 'customers.address_bad_zip',
    });
    expect(acceptAddress({ ...home, country: 'USA' })).toMatchObject({
      refusal: 'customers.address_bad_country',
    });
  });

  test('stands in the window from the name down to the place', () => {
    expect(addressLines('North Mills', home)).toEqual([
      'North Mills',
      'Accounts Payable',
      'Suite 4',
      '12 River Rd',
      'Hartford CT 06101-1234',
    ]);
    const abroad = { ...home, attention: null, line2: null, country: 'MX', postalCode: '06600' };
    expect(addressLines('Norte', abroad).slice(-2)).toEqual(['06600 Hartford', 'MX']);
  });
});
