/** What stands on a company's paper, over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';

const line = z.string().trim().max(200);
const params = z.object({ code: z.string() });

const letterheadParts = z.object({
  legalName: line.min(1),
  line1: line.min(1),
  line2: line.nullable().default(null),
  city: line.min(1),
  state: line.nullable().default(null),
  postalCode: line.min(1),
  country: line.describe('ISO 3166, two letters.'),
  email: line.nullable().default(null),
  phone: line.nullable().default(null),
  taxId: line.nullable().default(null),
  vatId: line.nullable().default(null),
  iban: line.nullable().default(null),
  mailerId: line.nullable().default(null).describe('USPS mailer id: six or nine digits.'),
});

export const letterhead = route({
  method: 'GET',
  path: '/api/v1/companies/:code/letterhead',
  summary: 'What stands on the company’s paper; null before somebody has said',
  tag: 'team',
  permission: 'accounts.read',
  params,
  answer: z.object({ letterhead: letterheadParts.nullable() }),
});

export const setLetterhead = route({
  method: 'PUT',
  path: '/api/v1/companies/:code/letterhead',
  summary: 'Say what stands on the company’s paper',
  tag: 'team',
  permission: 'statements.approve',
  params,
  body: letterheadParts.extend({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ legalName: z.string() }),
});
