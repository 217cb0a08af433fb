/** What the order of work and what it adds say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { shareBounds, warmUp } from '../rules/worth/control.ts';
import { ways } from '../rules/worth/standing.ts';

const shares = z.object({ at: z.number(), low: z.number(), high: z.number() });
const sums = z.object({ at: wireAmount, low: wireAmount, high: wireAmount });

export const claims = ['too_few', 'not_shown', 'gain', 'loss'] as const;

const measured = z.object({
  claim: z
    .enum(claims)
    .describe('gain and loss only where a wider interval, right for every look, leaves out 0.'),
  open: z.number().int().describe('Episodes that were open to be worked.'),
  leftAlone: z.number().int().describe('Episodes that were left alone by chance.'),
  share: shares
    .nullable()
    .describe('Of what was overdue, the part paid within 30 days more than without; 95 %.'),
  cash: sums.nullable().describe('The same in money, of all open episodes together; 95 %.'),
  perHour: sums.nullable().describe('Incremental cash per planned hour; 95 %.'),
});

const orderOfWorkAnswer = z.object({
  asOf: wireDay,
  company: z.string(),
  companyId: wireId,
  currency: wireCurrency,
  plan: z
    .object({
      on: wireDay,
      capacity: z.number().int().describe('Minutes of the people who have its accounts.'),
      minutes: z.number().int().describe('Minutes that are planned for asking.'),
      worthIt: z.number().int().describe('Accounts where a contact adds something.'),
      planned: z.number().int(),
      pricePerHour: wireAmount.describe('What the last planned hour still brings.'),
    })
    .nullable(),
  experiment: z
    .object({
      isOn: z.boolean(),
      sharePct: z.number().int(),
      most: wireAmount.describe('Who owes more is never left alone.'),
      warmUpUntil: wireDay.nullable(),
      since: wireInstant,
    })
    .nullable()
    .describe('Null: nobody has ever switched it on.'),
  running: z.object({ open: z.number().int(), leftAlone: z.number().int() }),
  learned: z
    .object({ leftAlone: z.number().int(), worked: z.number().int(), scale: z.number() })
    .nullable()
    .describe('Null: the order goes by an assumed response.'),
  uplift: measured,
  segments: z.array(measured.extend({ segment: z.string() })),
  qini: z
    .object({
      coefficient: shares,
      points: z.array(z.object({ part: z.number(), cash: wireAmount, byChance: wireAmount })),
    })
    .nullable(),
});
export type OrderOfWork = z.infer<typeof orderOfWorkAnswer>;

export const orderOfWork = route({
  method: 'GET',
  path: '/api/v1/order-of-work',
  summary: 'The day’s plan of a company beside its capacity, and what its work adds as measured',
  tag: 'worklist',
  permission: 'worklist.read',
  query: z.object({ company: z.string().optional().describe('Default: the first one sees.') }),
  answer: orderOfWorkAnswer,
});

const pricedRow = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  owner: z.string().nullable(),
  overdue: wireAmount,
  currency: wireCurrency,
  way: z.enum(ways),
  adds: wireAmount.describe('What the contact is expected to add within 30 days.'),
  addsCurrency: wireCurrency.describe('The company’s.'),
  minutes: z.number(),
  basis: z.enum(['assumed', 'learned']),
  planned: z.boolean().describe('Today has room for it.'),
  calledFor: z.boolean().describe('A day, a promise or a person calls for it, planned or not.'),
  leftAloneUntil: wireDay.nullable().describe('In the control group until then.'),
});
export type PricedRow = z.infer<typeof pricedRow>;

export const pricedAccounts = route({
  method: 'GET',
  path: '/api/v1/order-of-work/accounts',
  summary: 'The accounts of a company by what a minute on them is worth',
  tag: 'worklist',
  permission: 'worklist.read',
  query: z.object({
    company: z.string().optional(),
    group: z.enum(['all', 'planned', 'control']).default('all'),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({ asOf: wireDay, rows: z.array(pricedRow) }),
});

export const setExperiment = route({
  method: 'POST',
  path: '/api/v1/order-of-work/experiment',
  summary: 'Leave a small part of the accounts alone by chance, to measure what the work adds',
  tag: 'worklist',
  permission: 'worklist.measure',
  body: z.object({
    company: z.string(),
    isOn: z.boolean(),
    sharePct: z
      .number()
      .int()
      .default(shareBounds.standard)
      .describe(`Between ${shareBounds.least} and ${shareBounds.most}.`),
    most: wireAmount.default('10000.00').describe('Who owes more is never left alone.'),
    warmUpDays: z
      .number()
      .int()
      .default(0)
      .describe(`Days on which half are left alone, up to ${warmUp.mostDays}; 0: none.`),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ isOn: z.boolean(), warmUpUntil: wireDay.nullable() }),
});
