/** What dashboards say and hear over the wire: tiles with their figures, people, risks, rows. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireCurrency,
  wireDay,
  wireId,
  wireInstant,
} from '#platform/contract/wire.ts';
import { coverageKinds } from './rules/coverage.ts';
import { figureNames, tileKeys } from './rules/figures.ts';
import { causes, partKinds, partRoles, units } from './rules/named.ts';

const againMs = z
  .number()
  .int()
  .nullable()
  .describe('Newer figures are on their way: ask again after so long. Null: these are the newest.');
const phrase = z.object({ en: z.string(), es: z.string() });

export const wireFigure = z.object({
  name: z.enum(figureNames),
  unit: z.enum(units),
  value: z.string().nullable().describe('A decimal string; null: nothing to compute it from.'),
  low: z.string().nullable().describe('With `high` the band of a forecast: eight in ten.'),
  high: z.string().nullable(),
  formula: phrase,
  source: z.string(),
  period: z.object({ from: wireDay, to: wireDay }),
  parts: z.array(
    z.object({
      name: z.string(),
      role: z.enum(partRoles),
      kind: z.enum(partKinds),
      value: z.string(),
      rows: z.boolean().describe('Opens to rows that add up to it.'),
    }),
  ),
});
export type WireFigure = z.infer<typeof wireFigure>;

export const wireTile = z.object({
  key: z.enum(tileKeys),
  figures: z.array(wireFigure).describe('The first is the tile’s; the others stand beside it.'),
});
export type WireTile = z.infer<typeof wireTile>;

export const wirePerson = z.object({
  memberId: wireId,
  name: z.string(),
  accounts: z.number().int(),
  due: z.number().int().describe('Accounts that wait to be worked now.'),
  done: z.number().int().describe('Accounts done with today.'),
  attempts: z.number().int(),
  conversations: z.number().int(),
  made: z.number().int().describe('Promises taken this month.'),
  kept: z.number().int(),
  ended: z.number().int().describe('Promises that were kept or broken this month.'),
  cash: wireAmount,
  goal: wireAmount.nullable(),
  minutesADay: z.number().int().nullable(),
  away: z.object({ until: wireDay, covers: z.array(z.string()) }).nullable(),
});
export type WirePerson = z.infer<typeof wirePerson>;

const wireWeek = z.object({
  weekStart: wireDay,
  actual: wireAmount.nullable().describe('Null: the week has not ended.'),
  expected: wireAmount.nullable().describe('Null: not forecast.'),
  low: wireAmount.nullable(),
  high: wireAmount.nullable(),
});

const account = { account: z.string(), name: z.string() };

/** What every dashboard begins with. */
const head = {
  asOf: wireDay,
  at: wireInstant.describe('When its figures were read.'),
  againMs,
  currency: wireCurrency,
  currencies: z.array(wireCurrency),
  tiles: z.array(wireTile),
  weeks: z.array(wireWeek).describe('Cash of weeks behind and ahead beside its forecast.'),
};

const bookQuery = {
  company: z.string().optional().describe('Company code. Default: all the reader may see.'),
  currency: wireCurrency.optional().describe('Default: the company’s own.'),
};

const wireLying = z.object({ count: z.number().int(), amount: wireAmount });

export const teamDashboard = route({
  method: 'GET',
  path: '/api/v1/dashboards/team',
  summary: 'The manager’s dashboard: figures, people, risks, causes, quality',
  tag: 'dashboards',
  permission: 'dashboards.team',
  query: z.object(bookQuery),
  answer: z.object({
    ...head,
    people: z.array(wirePerson),
    monthFrom: wireDay,
    rolls: z.array(wireFigure),
    funnel: z.array(wireFigure),
    alerts: z.array(
      z.object({
        accountId: wireId,
        ...account,
        kind: z.enum(['slower', 'skipped', 'silent', 'breaks_promises']),
        raisedOn: wireDay,
      }),
    ),
    movers: z.array(z.object({ accountId: wireId, ...account, amount: wireAmount })),
    clocks: z.object({
      count: z.number().int(),
      rows: z.array(
        z.object({
          accountId: wireId.nullable(),
          name: z.string(),
          title: phrase,
          source: z.string(),
          dueOn: wireDay,
          owner: z.string().nullable(),
        }),
      ),
    }),
    causes: z.array(
      z.object({
        cause: z.enum(causes),
        amount: wireAmount,
        cases: z.number().int(),
      }),
    ),
    quality: z.object({
      complaints: z.number().int(),
      unanswered: z.number().int().describe('Complaints past the day of their answer.'),
      bounced: z.number().int().describe('Addresses at which mail does not arrive.'),
    }),
    coverage: z
      .object({ uncovered: wireLying, untouched: wireLying })
      .describe('Accounts with overdue debts that nobody covers, or touched for 30 days.'),
    aging: z
      .array(z.object({ asOf: wireDay, buckets: z.array(wireAmount) }))
      .nullable()
      .describe('Month ends, newest last; null: still being read, ask again.'),
  }),
});

export const boardDashboard = route({
  method: 'GET',
  path: '/api/v1/dashboards/cfo',
  summary: 'The CFO’s seven figures',
  tag: 'dashboards',
  permission: 'dashboards.cfo',
  query: z.object(bookQuery),
  answer: z.object(head),
});

export const myEffort = route({
  method: 'GET',
  path: '/api/v1/dashboards/mine',
  summary: 'The reader’s own effort and what came of it this month',
  tag: 'dashboards',
  permission: 'worklist.read',
  query: z.object(bookQuery),
  answer: z.object({
    asOf: wireDay,
    at: wireInstant,
    againMs,
    currency: wireCurrency,
    monthFrom: wireDay,
    person: wirePerson.nullable().describe('Null: owns no account and spoke to nobody.'),
  }),
});

const wireRow = z.object({
  accountId: wireId,
  ...account,
  company: z.string(),
  label: z.string(),
  on: wireDay,
  value: z.string(),
  owner: z.string().nullable().describe('Who must act: the collector of the account.'),
  why: z.enum(['paid', 'disputed', 'in_flight']).nullable(),
});
export type WireRow = z.infer<typeof wireRow>;

export const figureRows = route({
  method: 'GET',
  path: '/api/v1/dashboards/figures/:name/rows',
  summary: 'The rows that add up to a part of a figure on a dashboard',
  tag: 'dashboards',
  permission: 'dashboards.cfo',
  params: z.object({ name: z.enum(figureNames) }),
  query: z.object({
    ...bookQuery,
    part: z.string().max(60).optional().describe('Default: the first part that has rows.'),
    ...pageQuery,
  }),
  answer: z.object({
    part: z.string(),
    kind: z.enum(partKinds),
    currency: wireCurrency,
    total: z.string().describe('The sum of all rows, not only of this page.'),
    rows: z.array(wireRow),
    ...pageAnswer,
  }),
});

export const coverageRows = route({
  method: 'GET',
  path: '/api/v1/dashboards/coverage/:kind/rows',
  summary: 'Accounts with overdue debts that nobody covers, or that nobody touched for 30 days',
  tag: 'dashboards',
  permission: 'dashboards.team',
  params: z.object({ kind: z.enum(coverageKinds) }),
  query: z.object({ ...bookQuery, ...pageQuery }),
  answer: z.object({
    currency: wireCurrency,
    total: wireAmount.describe('What is overdue on all of them, not only on this page.'),
    rows: z.array(
      z.object({
        accountId: wireId,
        ...account,
        company: z.string(),
        overdue: wireAmount,
        oldestDueOn: wireDay,
        touchedOn: wireDay.nullable().describe('Null: nobody ever wrote or called.'),
        owner: z.string().nullable(),
      }),
    ),
    ...pageAnswer,
  }),
});
