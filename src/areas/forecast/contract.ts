/** What the forecast says over the wire: cash by week, its items, and how good it was. */
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
import { reasonCodes } from './rules/reasons.ts';

export const wireReason = z.object({
  code: z.enum(reasonCodes),
  count: z.number().optional().describe('Days, invoices, a weekday (1 Monday), a day of a month.'),
  percent: z.number().optional(),
  on: wireDay.optional(),
});
export type WireReason = z.infer<typeof wireReason>;

const scenarioQuery = {
  lateDays: z.coerce.number().int().min(0).max(90).default(0).describe('All pay so much later.'),
  promises: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe('Promises kept in a hundred; left out: as each customer keeps its own.'),
  without: z.string().optional().describe('Customers left out, by their ids, with commas.'),
};

const cashFilter = {
  weeks: z.coerce.number().int().min(1).max(13).default(13),
  company: z.string().optional().describe('Company code.'),
  currency: wireCurrency.optional(),
  ...scenarioQuery,
};

const parts = { habit: wireAmount, promise: wireAmount, plan: wireAmount };

const cashWeek = z.object({
  weekStart: wireDay.describe('A Monday; the first week begins today.'),
  ahead: z.number().int(),
  expected: wireAmount,
  ...parts,
  p10: wireAmount,
  p50: wireAmount,
  p90: wireAmount,
  planned: wireAmount.describe('The same week without the scenario.'),
});

export const cashCurrency = z.object({
  currency: wireCurrency,
  open: wireAmount,
  weeks: z.array(cashWeek),
  days: z.array(z.object({ on: wireDay, expected: wireAmount })),
  expected: wireAmount.describe('Of the weeks asked for.'),
  later: wireAmount.describe('After them, within a year.'),
  doubtful: wireAmount.describe('Not within a year, or never.'),
  disputed: wireAmount.describe('Held back: expected on no day.'),
  left: wireAmount.describe('What a scenario leaves out.'),
});
export type CashCurrency = z.infer<typeof cashCurrency>;

export const cashForecast = route({
  method: 'GET',
  path: '/api/v1/forecast/cash',
  summary: 'The cash of thirteen weeks from the chances of every open item, with its band',
  tag: 'forecast',
  permission: 'forecast.read',
  query: z.object(cashFilter),
  answer: z.object({
    madeOn: wireDay.nullable().describe('Null before the first night, and nothing else then.'),
    asOf: wireDay.nullable().describe('The last day whose payments count.'),
    currencies: z.array(cashCurrency),
  }),
});

export const exportCash = route({
  method: 'GET',
  path: '/api/v1/forecast/cash/export',
  summary: 'The cash forecast as CSV or as a workbook',
  tag: 'forecast',
  permission: 'forecast.read',
  kind: 'file',
  query: z.object({ ...cashFilter, format: z.enum(['csv', 'xlsx']).default('xlsx') }),
  answer: z.undefined(),
});

export const cashWeekItem = z.object({
  accountId: wireId,
  itemId: wireId,
  account: z.string(),
  name: z.string(),
  company: z.string(),
  document: z.string(),
  open: wireAmount,
  disputed: wireAmount,
  dueOn: wireDay,
  p50: wireDay,
  percent: z.number().describe('The chance to be paid in the week.'),
  expected: wireAmount,
  reasons: z.array(wireReason),
});

export const cashWeekItems = route({
  method: 'GET',
  path: '/api/v1/forecast/cash/weeks/:weekStart',
  summary: 'The items that a week of the forecast is made of',
  tag: 'forecast',
  permission: 'forecast.read',
  params: z.object({ weekStart: wireDay }),
  query: z.object({
    company: z.string().optional(),
    currency: wireCurrency,
    ...pageQuery,
  }),
  answer: z.object({
    weekStart: wireDay,
    currency: wireCurrency,
    expected: wireAmount.describe('Of all items of the week, not only of the page.'),
    rows: z.array(cashWeekItem),
    ...pageAnswer,
  }),
});

const figure = z.number().nullable();

export const accuracyFigures = z.object({
  judged: z.number().int(),
  maeDays: figure,
  pinballDays: figure,
  coverage: figure.describe('Share of intervals that held the day; meant to be .8.'),
  lateBrier: figure,
  late30Brier: figure,
});
export type AccuracyFigures = z.infer<typeof accuracyFigures>;

const side = z.object({
  judged: z.number().int(),
  mae: z.number(),
  pinball: z.number(),
  coverage: z.number(),
});

export const forecastAccuracy = route({
  method: 'GET',
  path: '/api/v1/forecast/accuracy',
  summary: 'How good predictions and the cash forecast were, live and on past weeks',
  tag: 'forecast',
  permission: 'forecast.read',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    live: accuracyFigures.describe('The last four weeks, prediction by prediction.'),
    backTest: accuracyFigures.describe('Past weeks that the model had not seen.'),
    calibration: z.enum(['too_few', 'held', 'too_narrow', 'too_wide']),
    days: z.array(
      z.object({ on: wireDay, how: z.enum(['live', 'back_test']), figures: accuracyFigures }),
    ),
    wape: z.array(
      z.object({
        currency: wireCurrency,
        ahead: z.number().int(),
        how: z.enum(['live', 'back_test']),
        weeks: z.number().int(),
        wape: z.number().describe('Sum of misses over sum of cash that came.'),
      }),
    ),
    weeks: z.array(
      z.object({
        weekStart: wireDay,
        madeOn: wireDay,
        ahead: z.number().int(),
        currency: wireCurrency,
        how: z.enum(['live', 'back_test']),
        expected: wireAmount,
        p10: wireAmount,
        p90: wireAmount,
        actual: wireAmount,
      }),
    ),
    models: z.array(
      z.object({
        modelId: wireId,
        kind: z.enum(['empirical', 'logistic', 'ensemble']),
        state: z.enum(['candidate', 'live', 'retired']),
        trainedTo: wireDay,
        learntAt: wireInstant,
        items: z.number().int(),
        paid: z.number().int(),
        why: z.string(),
        challenger: side,
        other: side,
        difference: z.number(),
        atMost: z.number(),
      }),
    ),
  }),
});
