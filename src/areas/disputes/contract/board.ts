/** The board of disputes and what is asked of it. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
} from '#platform/contract/wire.ts';
import { caseStates, decisions } from '../rules/case-life.ts';
import { disputeParts, disputeReasons } from '../rules/case.ts';
import { rootCauses } from '../rules/cause.ts';
import { linkStates } from '../rules/link.ts';
import { departments } from '../rules/routing.ts';

const yes = z.enum(['true', 'false']).default('false');

/** A case as one line of the board. */
export const wireCase = z.object({
  accountId: wireId,
  caseId: wireId,
  reference: z.string().describe('As people name the case: D-1A2B3C.'),
  company: z.string(),
  account: z.string(),
  name: z.string(),
  documents: z.array(z.string()),
  reason: z.enum(disputeReasons),
  part: z.enum(disputeParts),
  origin: z.enum(['said', 'deduction', 'brought']),
  saidBy: z.string(),
  state: z.enum(caseStates),
  decision: z.enum(decisions).nullable(),
  closedHow: z.string().nullable(),
  cause: z.enum(rootCauses).nullable(),
  department: z.enum(departments),
  coordinator: z.string().nullable(),
  owner: z.string().nullable().describe('Of the desk or outside AR.'),
  outside: z.boolean().describe('The owner has no account here.'),
  amount: wireAmount.describe('What is contested now; when it ended, what was.'),
  currency: wireCurrency,
  openedOn: wireDay,
  days: z.number().int().describe('Since it was opened, until it ended.'),
  answerBy: wireDay.nullable(),
  pace: z.enum(['none', 'in_time', 'due', 'late']),
  answeredOn: wireDay.nullable().describe('An answer came back and waits for us.'),
  escalatedOn: wireDay.nullable(),
  closedOn: wireDay.nullable(),
  link: z.enum(linkStates),
});
export type WireCase = z.infer<typeof wireCase>;

const sums = { currency: wireCurrency, count: z.number().int(), amount: wireAmount };

export const disputes = route({
  method: 'GET',
  path: '/api/v1/disputes',
  summary:
    'Cases by state, owner, reason and day to answer: what came back first, then the next due',
  tag: 'disputes',
  permission: 'accounts.read',
  query: z.object({
    state: z.enum(caseStates).optional(),
    mine: yes,
    late: yes,
    answered: yes,
    department: z.enum(departments).optional(),
    reason: z.enum(disputeReasons).optional(),
    cause: z.enum(rootCauses).optional(),
    openedFrom: wireDay.optional(),
    openedTo: wireDay.optional(),
    ...pageQuery,
  }),
  answer: z.object({
    rows: z.array(wireCase),
    states: z
      .array(z.object({ state: z.enum(caseStates), ...sums }))
      .describe('By state and currency, by the other filters.'),
    ages: z
      .array(z.object({ upTo: z.number().int().nullable(), ...sums }))
      .describe('Days since opened of what goes on; null is without end.'),
    paces: z.object({
      late: z.number().int(),
      due: z.number().int(),
      inTime: z.number().int(),
    }),
    ...pageAnswer,
  }),
});

const routeOf = z.object({
  reason: z.enum(disputeReasons),
  department: z.enum(departments),
  answerDays: z.number().int().min(1).max(90).describe('Business days.'),
  ownerId: wireId.nullable(),
  outside: z
    .object({ name: z.string().trim().min(1).max(200), email: z.email().max(254) })
    .nullable()
    .describe('Somebody without an account, who answers by a link.'),
});

export const disputeRoutesOf = route({
  method: 'GET',
  path: '/api/v1/companies/:company/dispute-routes',
  summary: 'Who finds out what, by reason, and in how many business days',
  tag: 'disputes',
  permission: 'accounts.read',
  params: z.object({ company: z.string().describe('Its code.') }),
  answer: z.object({ rows: z.array(routeOf) }),
});

export const setDisputeRoute = route({
  method: 'PUT',
  path: '/api/v1/companies/:company/dispute-routes',
  summary: 'Say who finds out what for a reason, from now on',
  tag: 'disputes',
  permission: 'disputes.route',
  params: z.object({ company: z.string().describe('Its code.') }),
  body: routeOf.extend({ why: z.string().trim().min(1).max(500) }),
  answer: z.object({ reason: z.enum(disputeReasons) }),
});

const accountParams = z.object({ accountId: wireId });

export const reasonCodes = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/deduction-codes',
  summary: 'What the codes of a customer mean when it keeps something back',
  tag: 'disputes',
  permission: 'accounts.read',
  params: accountParams,
  answer: z.object({
    rows: z.array(z.object({ code: z.string(), reason: z.enum(disputeReasons) })),
  }),
});

export const setReasonCode = route({
  method: 'PUT',
  path: '/api/v1/accounts/:accountId/deduction-codes',
  summary: 'Say what a code of this customer means, or that it means nothing any more',
  tag: 'disputes',
  permission: 'disputes.open',
  params: accountParams,
  body: z.object({
    code: z.string().trim().min(1).max(60),
    reason: z.enum(disputeReasons).nullable(),
  }),
  answer: z.object({ code: z.string() }),
});
