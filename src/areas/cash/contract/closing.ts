/** What is said and heard of the daily close over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId } from '#platform/contract/wire.ts';
import { reviewedActs } from '../rules/closing/review.ts';
import { legs } from '../rules/closing/day.ts';

export const ofCompany = {
  company: z.string().min(1).max(40).optional().describe('Default: the first one sees.'),
};
export const withReason = { reason: z.string().trim().min(1).max(500) };
export const waitingFor = ['bank', 'courier', 'customer', 'colleague'] as const;
export const differenceKinds = [
  'not_deposited',
  'deposited_otherwise',
  'bank_only',
  'not_posted',
  'posted_otherwise',
  'not_in_journal',
  'journal_otherwise',
  'journal_only',
] as const;

const figures = {
  currency: wireCurrency,
  received: wireAmount,
  deposited: wireAmount,
  posted: wireAmount,
  journal: wireAmount,
  heldOver: wireAmount.describe('Of it: what a person said may wait.'),
};
const dayParams = z.object({ day: wireDay });

export const cashDays = route({
  method: 'GET',
  path: '/api/v1/cash/days',
  summary: 'Days with cash, the latest first, and whether they are signed',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({ ...ofCompany, limit: z.coerce.number().int().min(1).max(366).default(30) }),
  answer: z.object({
    company: z.string(),
    rows: z.array(z.object({ day: wireDay, signatures: z.number().int() })),
  }),
});

export const heldOver = z.object({
  heldId: wireId,
  receiptId: wireId,
  who: z.string(),
  amount: wireAmount,
  currency: wireCurrency,
  receivedOn: wireDay,
  leg: z.enum(legs),
  waitsFor: z.enum(waitingFor),
  dueOn: wireDay,
  overdue: z.boolean(),
  reason: z.string(),
  by: z.string(),
});

export const review = z.object({
  reviewId: wireId,
  about: z.enum(['day', 'statement']),
  day: wireDay,
  by: z.string().describe('Whose acts they are.'),
  mine: z.boolean().describe('The reader’s own; another person signs them.'),
  dueOn: wireDay,
  overdue: z.boolean(),
  rows: z.array(
    z.object({
      act: z.enum(reviewedActs),
      id: z.string(),
      who: z.string(),
      amount: wireAmount,
      currency: wireCurrency,
      reason: z.string(),
    }),
  ),
  signed: z.object({ by: z.string(), at: z.string(), note: z.string() }).nullable(),
});
export type WireReview = z.infer<typeof review>;

export const reviews = route({
  method: 'GET',
  path: '/api/v1/cash/reviews',
  summary: 'What people signed alone: lists that a second person signs by a day (rules.md §7.2)',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({ ...ofCompany, day: wireDay.optional().describe('And those of this day.') }),
  answer: z.object({ company: z.string(), rows: z.array(review) }),
});

export const signReview = route({
  method: 'POST',
  path: '/api/v1/cash/reviews/:reviewId/signature',
  summary: 'Sign what somebody else did alone; nobody signs their own',
  tag: 'cash',
  permission: 'cash.review',
  params: z.object({ reviewId: wireId }),
  body: z.object({ ...ofCompany, note: z.string().trim().max(500).default('') }),
  answer: z.object({ reviewId: wireId }),
});

export const cashDay = route({
  method: 'GET',
  path: '/api/v1/cash/day',
  summary: 'One day proved: received = deposited = posted = journal, and every row that differs',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object({ ...ofCompany, day: wireDay.optional().describe('Default: today.') }),
  answer: z.object({
    company: z.string(),
    day: wireDay,
    before: wireDay,
    after: wireDay.nullable().describe('None after today.'),
    today: wireDay,
    figures: z.array(
      z.object({ ...figures, receipts: z.number().int(), postedSameDay: z.number().int() }),
    ),
    sameDayBps: z
      .number()
      .int()
      .nullable()
      .describe('Posted on the day, in hundredths of a percent.'),
    differences: z.array(
      z.object({
        kind: z.enum(differenceKinds),
        id: wireId,
        who: z.string(),
        amount: wireAmount.describe('The later figure less the earlier one.'),
        currency: wireCurrency,
        heldOver: z.boolean(),
        late: z.boolean().describe('It arrived after the day was signed.'),
      }),
    ),
    lateArrivals: z.number().int(),
    signatures: z.array(
      z.object({
        signature: z.number().int(),
        by: z.string(),
        at: z.string(),
        note: z.string(),
        figures: z.array(z.object(figures)),
      }),
    ),
    heldOver: z.array(heldOver),
    secondPerson: z.boolean(),
    workedOnBy: z.array(z.string()).describe('Who may not sign where a second person does.'),
  }),
});

export const signDay = route({
  method: 'POST',
  path: '/api/v1/cash/days/:day/signature',
  summary: 'Sign a day whose figures are equal; a further signature takes late arrivals in',
  tag: 'cash',
  permission: 'cash.reconcile',
  params: dayParams,
  body: z.object({ ...ofCompany, note: z.string().trim().max(500).default('') }),
  answer: z.object({ signature: z.number().int() }),
});

export const holdOver = route({
  method: 'POST',
  path: '/api/v1/cash/receipts/:receiptId/holding',
  summary: 'Say that a payment may wait over the end of its day, for whom and until when',
  tag: 'cash',
  permission: 'cash.apply',
  params: z.object({ receiptId: wireId }),
  body: z.object({
    ...ofCompany,
    leg: z.enum(legs),
    waitsFor: z.enum(waitingFor),
    dueOn: wireDay.optional().describe('Default: as long as a bank is given to answer.'),
    ...withReason,
  }),
  answer: z.object({ heldId: wireId, dueOn: wireDay }),
});

export const endHolding = route({
  method: 'POST',
  path: '/api/v1/cash/holdings/:heldId/end',
  summary: 'What was waited for has come',
  tag: 'cash',
  permission: 'cash.apply',
  params: z.object({ heldId: wireId }),
  body: z.object({ ...ofCompany, ...withReason }),
  answer: z.object({ heldId: wireId }),
});

const policy = {
  secondPerson: z.boolean(),
  bankAnswerDays: z.number().int().min(1).max(30),
  keepPaperDays: z.number().int().min(14).max(60),
  cardLagDays: z.number().int().min(1).max(30),
  reviewDays: z
    .number()
    .int()
    .min(1)
    .max(10)
    .default(3)
    .describe('Days in which a second person looks over what somebody signed alone.'),
};

export const closingPolicy = route({
  method: 'GET',
  path: '/api/v1/cash/closing-policy',
  summary: 'How a company closes its cash',
  tag: 'cash',
  permission: 'cash.read',
  query: z.object(ofCompany),
  answer: z.object({ company: z.string(), ...policy }),
});

export const setClosingPolicy = route({
  method: 'PUT',
  path: '/api/v1/cash/closing-policy',
  summary: 'Say how a company closes its cash',
  tag: 'cash',
  permission: 'ledger.close_periods',
  body: z.object({ ...ofCompany, ...policy, ...withReason }),
  answer: z.object({ secondPerson: z.boolean() }),
});

export type CashDay = z.infer<(typeof cashDay)['answer']>;
export type Difference = CashDay['differences'][number];
export type WireHeldOver = z.infer<typeof heldOver>;
