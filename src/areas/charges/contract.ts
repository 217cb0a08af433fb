/** What the charges say and hear over the wire: terms, runs, debit memos, short payments. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { stopReasons } from './rules/computing.ts';
import { shortAnswers, shortReasons } from './rules/short.ts';
import { dayCounts } from './rules/terms.ts';

const why = { reason: z.string().trim().min(1).max(500) };
const whose = { accountId: wireId, account: z.string(), name: z.string() };
const company = { company: z.string().optional() };
const percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,6})?$/u)
  .describe('Percent as a decimal string: 12 is 12 %.');

const terms = z.object({
  graceDays: z.number().int().min(0).max(365).default(0),
  interest: z
    .object({
      ratePct: percent,
      per: z.enum(['year', 'month']).default('year'),
      dayCount: z.enum(dayCounts).default('ACT/365F'),
      clause: z.string().trim().max(200).default('').describe('Empty: an oral agreement.'),
    })
    .nullable()
    .default(null),
  fees: z
    .array(z.object({ currency: wireCurrency, from: wireAmount, amount: wireAmount }))
    .max(50)
    .default([])
    .describe('A late fee by the amount of the debt; the highest range that it reaches counts.'),
  feeClause: z.string().trim().max(200).default('').describe('Needed for any fee.'),
  statutes: z
    .array(
      z.object({
        country: z.string().regex(/^[A-Z]{2}$/u),
        marginPct: percent.default('8'),
        dayCount: z.enum(dayCounts).default('ACT/365F'),
        fixedSum: wireAmount.default('40.00'),
        currency: wireCurrency,
        referenceRates: z.array(z.object({ from: wireDay, ratePct: percent })).max(200),
      }),
    )
    .max(40)
    .default([])
    .describe('What the law gives businesses of a country without a contract.'),
  alone: z.boolean().default(false).describe('Who prepares a run may book it.'),
});

export const chargeTerms = route({
  method: 'GET',
  path: '/api/v1/companies/:code/charge-terms',
  summary: 'What a company charges who pays late',
  tag: 'charges',
  permission: 'accounts.read',
  params: z.object({ code: z.string() }),
  answer: terms,
});

export const setChargeTerms = route({
  method: 'PUT',
  path: '/api/v1/companies/:code/charge-terms',
  summary: 'Say what a company charges who pays late',
  tag: 'charges',
  permission: 'charges.rule',
  params: z.object({ code: z.string() }),
  body: terms.extend(why),
  answer: z.object({ policyId: wireId }),
});

const row = z.object({
  ...whose,
  itemId: wireId,
  document: z.string(),
  dueOn: wireDay,
  interest: wireAmount,
  fee: wireAmount,
  currency: wireCurrency,
  stopped: z.enum(stopReasons).nullable().describe('Why nothing is charged.'),
  basis: z.string().describe('contract, or the country whose statute gives it.'),
  dayCount: z.string().nullable(),
  cappedTo: z.string().nullable().describe('The law’s highest rate, where it lowered ours.'),
  lines: z.array(
    z.object({
      from: wireDay,
      to: wireDay,
      days: z.number().int(),
      principal: wireAmount,
      ratePct: z.string(),
    }),
  ),
  formula: z.string(),
  chargeItemId: wireId.nullable().describe('The debit memo that came of it.'),
});
export type WireChargeRow = z.infer<typeof row>;

const totals = z.array(
  z.object({ currency: wireCurrency, interest: wireAmount, fees: wireAmount, sum: wireAmount }),
);

export const quotedCharges = route({
  method: 'GET',
  path: '/api/v1/charges/quote',
  summary:
    'Interest and fees of every late debt on a day, each with its working; nothing is booked',
  tag: 'charges',
  permission: 'accounts.read',
  query: z.object({ ...company, asOf: wireDay.optional() }),
  answer: z.object({
    company: z.string(),
    asOf: wireDay,
    rows: z.array(row),
    count: z.number().int(),
    totals,
  }),
});

export const prepareRun = route({
  method: 'POST',
  path: '/api/v1/charges/runs',
  summary: 'Freeze a run of charges; booked once it is approved',
  tag: 'charges',
  permission: 'ledger.charge',
  body: z.object({ ...company, asOf: wireDay.optional(), ...why }),
  answer: z.object({ runId: wireId, count: z.number().int() }),
});

const run = z.object({
  runId: wireId,
  company: z.string(),
  asOf: wireDay,
  count: z.number().int(),
  totals,
  by: z.string(),
  reason: z.string(),
  at: wireInstant,
  mine: z.boolean(),
  alone: z.boolean(),
  decision: z
    .object({ said: z.enum(['yes', 'no']), by: z.string(), reason: z.string() })
    .nullable(),
});
export type WireChargeRun = z.infer<typeof run>;

export const chargeRuns = route({
  method: 'GET',
  path: '/api/v1/charges/runs',
  summary: 'The latest runs of charges',
  tag: 'charges',
  permission: 'accounts.read',
  query: z.object(company),
  answer: z.object({ rows: z.array(run) }),
});

export const chargeRun = route({
  method: 'GET',
  path: '/api/v1/charges/runs/:runId',
  summary: 'A run with its rows as they were frozen',
  tag: 'charges',
  permission: 'accounts.read',
  params: z.object({ runId: wireId }),
  answer: run.extend({ rows: z.array(row) }),
});

export const decideRun = route({
  method: 'POST',
  path: '/api/v1/charges/runs/:runId/decision',
  summary: 'Book a run of charges, or drop it; not by who prepared it',
  tag: 'charges',
  permission: 'ledger.charge',
  params: z.object({ runId: wireId }),
  body: z.object({ said: z.enum(['yes', 'no']), ...why }),
  answer: z.object({ booked: z.number().int(), skipped: z.number().int() }),
});

const charge = z.object({
  ...whose,
  company: z.string(),
  chargeItemId: wireId,
  runId: wireId,
  document: z.string(),
  on: wireDay,
  interest: wireAmount,
  fee: wireAmount,
  open: wireAmount,
  currency: wireCurrency,
  about: z.array(z.string()).describe('The documents that were late.'),
  state: z.enum(['standing', 'waived', 'reversed', 'reinstated']),
  ended: z.object({ by: z.string(), reason: z.string() }).nullable(),
});
export type WireCharge = z.infer<typeof charge>;

export const charges = route({
  method: 'GET',
  path: '/api/v1/charges',
  summary: 'Debit memos of interest and fees, and what was waived or reversed',
  tag: 'charges',
  permission: 'accounts.read',
  query: z.object(company),
  answer: z.object({ rows: z.array(charge) }),
});

const ofCharge = z.object({ accountId: wireId, chargeItemId: wireId });
const chargePath = '/api/v1/accounts/:accountId/charges/:chargeItemId';

export const waiveCharge = route({
  method: 'POST',
  path: `${chargePath}/waiver`,
  summary: 'Let the customer off a charge, up to one’s authority; its days are not charged again',
  tag: 'charges',
  permission: 'ledger.write_off',
  params: ofCharge,
  body: z.object(why),
  answer: z.object({ entryId: wireId }),
});

export const askWaiver = route({
  method: 'POST',
  path: `${chargePath}/waiver-requests`,
  summary: 'Ask for a waiver beyond one’s own authority; done once it is granted',
  tag: 'charges',
  permission: 'approvals.ask',
  params: ofCharge,
  body: z.object({ evidence: z.string().trim().max(2000).default(''), ...why }),
  answer: z.object({ requestId: wireId }),
});

export const reverseCharge = route({
  method: 'POST',
  path: `${chargePath}/reversal`,
  summary: 'Take back a charge that was wrong; its days may be charged again',
  tag: 'charges',
  permission: 'ledger.charge',
  params: ofCharge,
  body: z.object(why),
  answer: z.object({ entryId: wireId }),
});

export const reinstateCharge = route({
  method: 'POST',
  path: `${chargePath}/reinstatement`,
  summary: 'Let a waived charge stand again',
  tag: 'charges',
  permission: 'ledger.charge',
  params: ofCharge,
  body: z.object(why),
  answer: z.object({ itemId: wireId }),
});

const rest = z.object({
  ...whose,
  itemId: wireId,
  document: z.string(),
  dueOn: wireDay,
  amount: wireAmount,
  open: wireAmount,
  currency: wireCurrency,
  why: z.enum(shortReasons),
  disputed: z.boolean(),
  said: z
    .object({
      answer: z.enum(shortAnswers),
      until: wireDay.nullable(),
      note: z.string(),
      by: z.string(),
      on: wireDay,
    })
    .nullable(),
});
export type WireRest = z.infer<typeof rest>;

export const shortViews = ['unanswered', 'answered', 'all'] as const;

export const shortPayments = route({
  method: 'GET',
  path: '/api/v1/charges/short-payments',
  summary:
    'What is left of debts that were paid in part or missed an instalment, the largest first',
  tag: 'charges',
  permission: 'accounts.read',
  query: z.object({
    ...company,
    view: z.enum(shortViews).default('unanswered'),
    why: z.enum(shortReasons).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(1000),
  }),
  answer: z.object({
    rows: z.array(rest),
    count: z.number().int(),
    reasons: z.array(z.object({ why: z.enum(shortReasons), count: z.number().int() })),
    cut: z.boolean(),
  }),
});

export const answerShort = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/items/:itemId/short-answer',
  summary: 'Say what becomes of a rest: ask for it, charge it, give it up, or leave it until a day',
  tag: 'charges',
  permission: 'tasks.work',
  params: z.object({ accountId: wireId, itemId: wireId }),
  body: z.object({
    answer: z.enum(shortAnswers),
    until: wireDay.nullable().default(null),
    note: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ answer: z.enum(shortAnswers) }),
});
