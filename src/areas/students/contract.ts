/** Student accounts over the wire: terms, charges, aid, withdrawals and their worksheet. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { programmes } from './rules/return-of-aid.ts';
import { chargeKinds } from './rules/title-iv.ts';
import { worksheetSteps } from './rules/worksheet.ts';

const withReason = { reason: z.string().trim().min(1).max(500) };
const ofAccount = z.object({ accountId: wireId });
const ofWithdrawal = z.object({ accountId: wireId, withdrawalId: wireId });
const term = z.string().trim().min(1).max(40);
const span = z.object({ start: wireDay, end: wireDay });

export const wireTerm = z.object({
  term: z.string(),
  startsOn: wireDay,
  endsOn: wireDay,
  classesFrom: wireDay,
  breaks: z.array(span),
  parentName: z.string(),
  currency: wireCurrency,
  titleIvBalance: wireAmount.describe('Aid of Title IV beyond what it may pay.'),
  ledgerCredit: wireAmount.describe('All aid beyond all charges.'),
  payBy: wireDay.nullable(),
  charges: z.array(
    z.object({
      kind: z.enum(chargeKinds),
      authorised: z.boolean(),
      allowable: z.boolean(),
      amount: wireAmount,
      on: wireDay,
    }),
  ),
  aid: z.array(
    z.object({
      programme: z.enum([...programmes, 'other']),
      state: z.enum(['disbursed', 'could']),
      amount: wireAmount,
      on: wireDay,
    }),
  ),
});
export type WireTerm = z.infer<typeof wireTerm>;

export const wireWithdrawal = z.object({
  withdrawalId: wireId,
  term: z.string(),
  withdrawnOn: wireDay,
  determinedOn: wireDay,
  exempt: z.boolean().describe('No calculation is due: never attended, and all four are so.'),
  currency: wireCurrency,
  steps: z.array(
    z.object({
      step: z.enum(worksheetSteps),
      title: z.string(),
      formula: z.string(),
      result: z.string(),
      citation: z.string(),
    }),
  ),
  returns: z.array(
    z.object({
      programme: z.enum(programmes),
      name: z.string(),
      amount: wireAmount,
      returnedOn: wireDay.nullable(),
    }),
  ),
  studentGrantReturn: wireAmount,
  loansUnderNote: wireAmount,
  postWithdrawal: wireAmount,
  deadlines: z.array(z.object({ name: z.string(), by: wireDay })),
});
export type WireWithdrawal = z.infer<typeof wireWithdrawal>;

export const studentAccount = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/student',
  summary: 'A student’s terms with their charges, aid and Title IV balance, and withdrawals',
  tag: 'students',
  permission: 'accounts.read',
  params: ofAccount,
  answer: z.object({
    account: z.string(),
    name: z.string(),
    terms: z.array(wireTerm),
    withdrawals: z.array(wireWithdrawal),
  }),
});

export const recordTerm = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/student/terms',
  summary: 'Say when a term runs, when classes begin, and which breaks it has',
  tag: 'students',
  permission: 'students.work',
  params: ofAccount,
  body: z.object({
    term,
    startsOn: wireDay,
    endsOn: wireDay,
    classesFrom: wireDay,
    breaks: z.array(span).max(10).default([]),
    parentName: z.string().trim().max(140).default(''),
    ...withReason,
  }),
  answer: z.object({ term: z.string() }),
});

const recorded = z.object({ recorded: z.boolean(), creditId: wireId.nullable() });
const money = {
  term,
  amount: wireAmount,
  currency: wireCurrency,
  on: wireDay,
  document: z.string().max(60).optional().describe('The books have it under this number.'),
  externalId: z.string().max(80).optional().describe('The same one twice is one.'),
};

export const recordCharge = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/student/charges',
  summary: 'Write down what a term costs; negative takes a charge back',
  tag: 'students',
  permission: 'students.work',
  params: ofAccount,
  body: z.object({
    ...money,
    kind: z.enum(chargeKinds),
    authorised: z.boolean().default(false),
    ...withReason,
  }),
  answer: recorded,
});

export const recordAid = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/student/aid',
  summary: 'Write down aid of a term that was disbursed, or could have been',
  tag: 'students',
  permission: 'students.work',
  params: ofAccount,
  body: z.object({
    ...money,
    programme: z.enum([...programmes, 'other']),
    state: z.enum(['disbursed', 'could']).default('disbursed'),
    ...withReason,
  }),
  answer: recorded,
});

export const importAid = route({
  method: 'POST',
  path: '/api/v1/students/imports',
  summary:
    'A CSV of aid and charges: account, term, kind or programme, amount, day, id; all or nothing',
  tag: 'students',
  permission: 'students.work',
  kind: 'upload',
  query: z.object({ company: z.string().max(40).optional() }),
  answer: z.object({ recorded: z.number().int(), known: z.number().int() }),
});

export const recordWithdrawal = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/student/withdrawals',
  summary: 'A student leaves: compute the return of aid, keep its worksheet, start its deadlines',
  tag: 'students',
  permission: 'students.work',
  params: ofAccount,
  body: z.object({
    term,
    withdrawnOn: wireDay,
    determinedOn: wireDay,
    neverAttended: z.boolean().default(false),
    aidReturned: z.boolean().default(false),
    chargesRefunded: z.boolean().default(false),
    balanceWrittenOff: z.boolean().default(false),
    ...withReason,
  }),
  answer: z.object({ withdrawalId: wireId }),
});

export const worksheetFile = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/student/withdrawals/:withdrawalId/worksheet',
  summary: 'The worksheet of a withdrawal as a PDF, each step with its figures and its citation',
  tag: 'students',
  permission: 'accounts.read',
  kind: 'file',
  params: ofWithdrawal,
  answer: z.undefined(),
});

export const returnProgramme = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/student/withdrawals/:withdrawalId/returns',
  summary: 'A programme’s part went back to the Department; book it',
  tag: 'students',
  permission: 'students.work',
  params: ofWithdrawal,
  body: z.object({ programme: z.enum(programmes), on: wireDay.optional(), ...withReason }),
  answer: z.object({ returned: wireAmount, left: z.number().int() }),
});

export const noteWithdrawalAct = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/student/withdrawals/:withdrawalId/notices',
  summary: 'The notice of a grant overpayment or the offer of a later disbursement went out',
  tag: 'students',
  permission: 'students.work',
  params: ofWithdrawal,
  body: z.object({
    kind: z.enum(['grant_notice', 'pwd_grant', 'pwd_offer']),
    on: wireDay.optional(),
    ...withReason,
  }),
  answer: z.object({ noted: z.literal(true) }),
});
