/** What the forecast says of one account, its early warnings, and the runs, over the wire. */
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
import { wireReason } from '../contract.ts';
import { warningKinds } from '../rules/warnings.ts';

const itemForecast = z.object({
  itemId: wireId,
  dueOn: wireDay,
  p10: wireDay,
  p50: wireDay,
  p90: wireDay,
  late: z.number().describe('The chance to be paid after the due day.'),
  late30: z.number(),
  paid30: z.number().describe('The chance to be paid within thirty days.'),
  source: z.enum(['habit', 'promise', 'plan']),
  model: z.string(),
  lowHistory: z.boolean(),
  reasons: z.array(wireReason),
});

const behaviour = z.object({
  madeOn: wireDay,
  paid: z.number().int(),
  usualDays: z.number().nullable().describe('Median days late of the last payments.'),
  months: z.array(z.object({ month: z.string(), paid: z.number(), daysLate: z.number() })),
  drift: z
    .object({
      kind: z.enum(['slower', 'faster', 'steady']),
      before: z.number(),
      now: z.number(),
    })
    .nullable(),
  season: z.object({ monthOfYear: z.number().int(), days: z.number() }).nullable(),
  weekday: z.object({ weekday: z.number().int(), percent: z.number() }).nullable(),
  monthDay: z.object({ day: z.number().int(), percent: z.number() }).nullable(),
  method: z.object({ method: z.string(), percent: z.number() }).nullable(),
  gapDays: z.number().nullable(),
  lastPaidOn: wireDay.nullable(),
  promises: z.object({
    judged: z.number().int(),
    kept: z.number().int(),
    percent: z.number().nullable(),
  }),
});
export type WireBehaviour = z.infer<typeof behaviour>;

export const alertRow = z.object({
  alertId: wireId,
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  company: z.string(),
  collector: z.string().nullable(),
  kind: z.enum(warningKinds),
  raisedOn: wireDay,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  state: z.enum(['open', 'acknowledged', 'over']),
  reason: z.string().nullable(),
  answeredBy: z.string().nullable(),
  stake: z
    .object({
      currency: wireCurrency,
      open: wireAmount.describe('What the account owes in the currency in which it owes most.'),
      atRisk: wireAmount.describe('Of it, what is not expected within 30 days.'),
    })
    .nullable()
    .describe('Null where nothing is owed any more.'),
});
export type AlertWire = z.infer<typeof alertRow>;

export const accountForecast = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/forecast',
  summary: 'When each open item of an account will be paid, and how the account pays',
  tag: 'forecast',
  permission: 'accounts.read',
  params: z.object({ accountId: wireId }),
  answer: z.object({
    madeOn: wireDay.nullable().describe('Null before the first night.'),
    items: z.array(itemForecast),
    behaviour: behaviour.nullable(),
    alerts: z.array(alertRow),
  }),
});

export const forecastAlerts = route({
  method: 'GET',
  path: '/api/v1/forecast/alerts',
  summary: 'Early warnings: who pays slower, passes an invoice over, fell silent, breaks promises',
  tag: 'forecast',
  permission: 'forecast.read',
  query: z.object({
    state: z.enum(['open', 'acknowledged', 'over', 'all']).default('open'),
    kind: z.enum(warningKinds).optional(),
    collector: wireId.optional(),
    company: z.string().optional(),
    ...pageQuery,
  }),
  answer: z.object({ rows: z.array(alertRow), ...pageAnswer }),
});

export const acknowledgeAlerts = route({
  method: 'POST',
  path: '/api/v1/forecast/alerts/acknowledge',
  summary: 'Answers early warnings with what is done about them',
  tag: 'forecast',
  permission: 'forecast.work',
  body: z.object({
    alerts: z
      .array(z.object({ accountId: wireId, alertId: wireId }))
      .min(1)
      .max(500),
    reason: z.string().trim().min(3).max(500),
  }),
  answer: z.object({ acknowledged: z.number().int() }),
});

const runWire = z.object({
  runId: wireId,
  zone: z.string(),
  asOf: wireDay,
  madeOn: wireDay,
  state: z.enum(['running', 'complete', 'cancelled']),
  startedAt: wireInstant,
  endedAt: wireInstant.nullable(),
  accounts: z.number().int(),
  accountsDone: z.number().int(),
  items: z.number().int(),
});

export const forecastRuns = route({
  method: 'GET',
  path: '/api/v1/forecast/runs',
  summary: 'The latest runs of the forecast and how far they came',
  tag: 'forecast',
  permission: 'forecast.read',
  answer: z.object({ rows: z.array(runWire) }),
});

export const cancelRun = route({
  method: 'POST',
  path: '/api/v1/forecast/runs/:runId/cancel',
  summary: 'Calls a run off before its next part',
  tag: 'forecast',
  permission: 'forecast.steer',
  params: z.object({ runId: wireId }),
  body: z.object({ reason: z.string().trim().min(3).max(500) }),
  answer: z.object({ runId: wireId }),
});
