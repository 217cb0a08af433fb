/**
 * What the portfolio says and hears over the wire: rules, moves, loads and campaigns.
 *
 * Every write that moves accounts answers its effect, so that its dry run is its preview.
 */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireInstant,
  wireLanguage,
} from '#platform/contract/wire.ts';
import { overdueBuckets } from './rules/account-filter.ts';
import { takers } from './rules/assignment.ts';
import { measures } from './rules/load.ts';

export { measures, overdueBuckets, takers };

const names = z.array(z.string().trim().min(1).max(100)).max(100).optional();
const amount = wireAmount.optional();
const letters = z.object({
  from: z.string().trim().min(1).max(20),
  to: z.string().trim().min(1).max(20),
});
const company = z.string().trim().min(1).describe('The company’s code.');
const reason = z.string().trim().min(1).max(500);
const expected = z
  .number()
  .int()
  .min(1)
  .optional()
  .describe('How many accounts the preview had; refused when it has changed since.');

/** What a rule asks of an account; amounts are in the company’s currency. */
const condition = z.object({
  states: names,
  zips: z.array(letters).max(100).optional(),
  cities: names,
  countries: names,
  segments: names,
  languages: z.array(wireLanguage).optional(),
  families: names.describe('Numbers of the customers at the head of a family.'),
  names: letters.optional(),
  balanceFrom: amount,
  balanceBelow: amount,
  overdueFrom: amount,
  overdueBelow: amount,
  currencies: z.array(wireCurrency).optional(),
  kinds: names,
  hasParent: z.boolean().optional(),
});
export type WireCondition = z.infer<typeof condition>;

export const assignmentRule = z.object({
  name: z.string().trim().min(1).max(100),
  when: condition,
  give: z.object({ to: z.enum(takers), memberIds: z.array(wireId).max(100) }),
});
export type WireRule = z.infer<typeof assignmentRule>;

/** The question behind a bulk act and behind a campaign. */
export const accountFilter = z.object({
  owner: z.union([wireId, z.literal('nobody')]).optional(),
  states: names,
  segments: names,
  languages: z.array(wireLanguage).optional(),
  kinds: names,
  buckets: z.array(z.enum(overdueBuckets)).optional(),
  overdueFrom: amount,
  overdueBelow: amount,
  untouchedDays: z.number().int().min(0).max(3650).optional(),
  hasPromise: z.boolean().optional(),
  pinned: z.boolean().optional(),
  search: z.string().trim().max(100).optional(),
  accountIds: z.array(wireId).max(10_000).optional(),
});
export type WireFilter = z.infer<typeof accountFilter>;

const load = z.object({
  accounts: z.number().int(),
  due: z.number().int().describe('Accounts with work that waits today.'),
  overdueAccounts: z.number().int(),
  overdue: wireAmount,
  balance: wireAmount,
  minutes: z.number().int().describe('What this makes on a day.'),
});

const moveEffect = z.object({
  reassignmentId: wireId,
  accounts: z.number().int(),
  currency: wireCurrency,
  balance: wireAmount,
  overdue: wireAmount,
  people: z.array(
    z.object({
      memberId: wireId.nullable(),
      name: z.string().nullable().describe('Null: nobody.'),
      capacity: z.number().int().nullable().describe('Minutes a day.'),
      before: load,
      after: load,
    }),
  ),
  moves: z
    .array(
      z.object({
        accountId: wireId,
        account: z.string(),
        name: z.string(),
        balance: wireAmount,
        from: z.string().nullable(),
        to: z.string().nullable(),
        rule: z.number().int().nullable(),
      }),
    )
    .describe('The first 200; `accounts` says how many there are.'),
});

export const portfolio = route({
  method: 'GET',
  path: '/api/v1/portfolio',
  summary: 'Who has how much: accounts, due work, overdue, promises, time',
  tag: 'portfolio',
  permission: 'portfolio.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    company: z.string(),
    currency: wireCurrency,
    people: z.array(
      load.extend({
        memberId: wireId.nullable(),
        name: z.string().nullable(),
        capacity: z.number().int().nullable(),
        speaks: z.array(z.string()),
        pinned: z.number().int(),
        promisesDue: z.number().int(),
        promised: wireAmount,
      }),
    ),
    unassigned: z
      .array(
        z.object({
          accountId: wireId,
          account: z.string(),
          name: z.string(),
          state: z.string().nullable(),
          language: wireLanguage,
          overdue: wireAmount,
          balance: wireAmount,
        }),
      )
      .describe('The first 200 accounts that nobody has, what is overdue first.'),
    acts: z.array(
      z.object({
        reassignmentId: wireId,
        kind: z.enum(['rules', 'bulk', 'rebalance', 'new']),
        at: wireInstant,
        actor: z.string(),
        reason: z.string(),
        accounts: z.number().int(),
        undone: z.boolean(),
      }),
    ),
  }),
});
export type WirePortfolio = z.infer<(typeof portfolio)['answer']>;

export const assignmentRules = route({
  method: 'GET',
  path: '/api/v1/portfolio/rules',
  summary: 'The assignment rules in force, in their order',
  tag: 'portfolio',
  permission: 'portfolio.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    company: z.string(),
    currency: wireCurrency,
    version: z.number().int().describe('0 before there are any.'),
    savedAt: wireInstant.nullable(),
    reason: z.string(),
    rules: z.array(assignmentRule),
  }),
});

export const setRules = route({
  method: 'PUT',
  path: '/api/v1/portfolio/rules',
  summary: 'Write down the assignment rules as a new version; moves nobody',
  tag: 'portfolio',
  permission: 'portfolio.manage',
  body: z.object({
    company,
    rules: z.array(assignmentRule).max(200),
    changed: z.number().int().min(0).optional().describe('The version that was edited.'),
    reason,
  }),
  answer: z.object({ version: z.number().int() }),
});

export const applyRules = route({
  method: 'POST',
  path: '/api/v1/portfolio/apply-rules',
  summary: 'Give every account to whom the rules say, or only those that nobody has',
  tag: 'portfolio',
  permission: 'portfolio.manage',
  body: z.object({ company, only: z.enum(['all', 'unassigned']).default('all'), expected, reason }),
  answer: moveEffect,
});

export const reassignAccounts = route({
  method: 'POST',
  path: '/api/v1/portfolio/reassign',
  summary: 'Give all accounts that fit a filter to a person, or share them out',
  tag: 'portfolio',
  permission: 'portfolio.manage',
  body: z.object({
    company,
    filter: accountFilter,
    memberIds: z.array(wireId).max(100).describe('None: to nobody. Several: shared out.'),
    pin: z.boolean().default(true).describe('Rules do not move what a person gave.'),
    expected,
    reason,
  }),
  answer: moveEffect,
});

export const rebalanceAccounts = route({
  method: 'POST',
  path: '/api/v1/portfolio/rebalance',
  summary: 'Even out who has how much, with few moves',
  tag: 'portfolio',
  permission: 'portfolio.manage',
  body: z.object({
    company,
    measure: z.enum(measures).default('work'),
    mostMoves: z.number().int().min(1).max(10_000).default(500),
    leaveOut: z.array(wireId).max(1000).default([]).describe('Who neither gives nor takes.'),
    keep: z.array(wireId).max(10_000).default([]).describe('Accounts that stay after all.'),
    expected,
    reason,
  }),
  answer: moveEffect,
});

export const undoReassignment = route({
  method: 'POST',
  path: '/api/v1/portfolio/acts/:reassignmentId/undo',
  summary: 'Take back an act that moved accounts; what was moved again since stays',
  tag: 'portfolio',
  permission: 'portfolio.manage',
  params: z.object({ reassignmentId: wireId }),
  body: z.object({ reason }),
  answer: z.object({ restored: z.number().int(), leftAlone: z.number().int() }),
});

export const setCapacity = route({
  method: 'PUT',
  path: '/api/v1/portfolio/capacity/:memberId',
  summary: 'How long somebody works accounts on a day, and in which languages',
  tag: 'portfolio',
  permission: 'portfolio.manage',
  params: z.object({ memberId: wireId }),
  body: z.object({
    minutesADay: z.coerce.number().int().min(0).max(1440),
    speaks: z.array(wireLanguage).min(1),
  }),
  answer: z.object({ minutesADay: z.number().int(), speaks: z.array(z.string()) }),
});

const campaignTerms = {
  name: z.string().trim().min(1).max(100),
  text: z.string().trim().max(500).default('').describe('What is said and done, in a line.'),
  goal: amount.describe('What is to come in, in the company’s currency.'),
  endsOn: wireDay.describe('The last day.'),
};

export const campaigns = route({
  method: 'GET',
  path: '/api/v1/campaigns',
  summary: 'Campaigns with what they have brought in since they began',
  tag: 'portfolio',
  permission: 'portfolio.read',
  query: z.object({
    company: z.string().optional(),
    running: z.enum(['true', 'false']).default('false').describe('Only those that go on.'),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        campaignId: wireId,
        company: z.string(),
        name: z.string(),
        text: z.string(),
        currency: wireCurrency,
        goal: wireAmount.nullable(),
        live: z.boolean(),
        startedOn: wireDay,
        endsOn: wireDay,
        endedOn: wireDay.nullable(),
        running: z.boolean(),
        accounts: z.number().int(),
        done: z.number().int().describe('Accounts that somebody was done with since.'),
        promised: z.number().int().describe('Accounts that promised since.'),
        asked: wireAmount.describe('What was open on its items at the start.'),
        collected: wireAmount.describe('What was paid on those items since the start.'),
        mine: z
          .object({
            accounts: z.number().int(),
            done: z.number().int(),
            promised: z.number().int(),
            collected: wireAmount,
          })
          .nullable()
          .describe('The reader’s own part while it runs; null when they have none.'),
      }),
    ),
  }),
});
export type WireCampaign = z.infer<(typeof campaigns)['answer']>['rows'][number];

export const startCampaign = route({
  method: 'POST',
  path: '/api/v1/campaigns',
  summary: 'Make a list from a filter into work for its owners, or for a team',
  tag: 'portfolio',
  permission: 'portfolio.manage',
  body: z.object({
    company,
    ...campaignTerms,
    filter: accountFilter,
    live: z.boolean().default(false).describe('Accounts that come to fit are added every morning.'),
    memberIds: z
      .array(wireId)
      .max(100)
      .default([])
      .describe('Shared out among these; none: its owners work it.'),
  }),
  answer: z.object({
    campaignId: wireId,
    accounts: z.number().int(),
    currency: wireCurrency,
    asked: wireAmount,
  }),
});

export const changeCampaign = route({
  method: 'PUT',
  path: '/api/v1/campaigns/:campaignId',
  summary: 'Change a campaign’s name, text, goal or last day',
  tag: 'portfolio',
  permission: 'portfolio.manage',
  params: z.object({ campaignId: wireId }),
  body: z.object({ ...campaignTerms, reason }),
  answer: z.object({ campaignId: wireId }),
});

export const endCampaign = route({
  method: 'POST',
  path: '/api/v1/campaigns/:campaignId/end',
  summary: 'End a campaign; its accounts leave the lists unless something else calls for them',
  tag: 'portfolio',
  permission: 'portfolio.manage',
  params: z.object({ campaignId: wireId }),
  body: z.object({ reason }),
  answer: z.object({ endedOn: wireDay }),
});
