import { expect, test } from 'vitest';
import { acceptLetterhead } from './letterhead.ts';

const head = {
  legalName: ' Acme Supply Inc. ',
  line1: '1 Main St',
  line2: null,
  city: 'Hartford',
  state: 'CT',
  postalCode: '06101',
  country: 'us',
  email: null,
  phone: null,
  taxId: null,
  vatId: null,
  iban: null,
  mailerId: '',
};

test('a letterhead has a name and a place, and a mailer id of six or nine digits', () => {
  expect(acceptLetterhead(head)).toMatchObject({
    value: { legalName: 'Acme Supply Inc.', country: 'US', mailerId: null },
  });
  expect(acceptLetterhead({ ...head, city: ' ' })).toMatchObject({
    refusal: 'team.letterhead_incomplete',
  });
  expect(acceptLetterhead({ ...head, mailerId: '12345' })).toMatchObject({
    refusal: 'team.mailer_id_wrong',
  });
});
