/** Strategy documents over the wire: checked, proposed, shown, compared. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireAmount, wireCurrency, wireDay } from '#platform/contract/wire.ts';
import { helpers, innerActs, recipients, stepActs } from '../rules/document.ts';

const phrase = z.object({ en: z.string(), es: z.string() });

const problem = z.object({
  code: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  field: z.string(),
  message: z.string().describe('What is wrong and the remedy, in the reader’s language.'),
});
export type WireProblemLine = z.infer<typeof problem>;

const amount = z.object({ amount: wireAmount, currency: wireCurrency });
const expectation = z.object({ step: z.string().nullable(), amounts: z.array(amount) });

const result = z.object({
  name: z.string(),
  on: wireDay,
  passed: z.boolean(),
  expected: expectation,
  found: expectation,
  why: z.array(z.string()).describe('Why nothing is done, or what was left out: codes.'),
});
export type WireExampleResult = z.infer<typeof result>;

const difference = z.object({ code: z.string(), text: z.string() });

const step = z.object({
  key: z.string(),
  name: phrase.nullable(),
  days: z.number().int(),
  do: z.enum(stepActs),
  also: z.array(z.enum(innerActs)),
  template: z.string().nullable(),
  to: z.enum(recipients),
  approval: z.string(),
  escalateTo: z.enum(helpers).nullable(),
});

const summary = z.object({
  key: z.string(),
  name: phrase,
  company: z.string().nullable(),
  inherits: z.array(z.string()),
  order: z.number().int(),
  where: z.string().describe('The conditions of the segment, in short.'),
  level: z.enum(['account', 'invoice']),
  betweenNotices: z.number().int(),
  minimum: z.array(amount),
  steps: z.array(step),
});
export type WireStrategy = z.infer<typeof summary>;

export const strategies = route({
  method: 'GET',
  path: '/api/v1/strategies',
  summary: 'The strategies in force on a day, in the order in which accounts are asked',
  tag: 'strategies',
  permission: 'policies.read',
  query: z.object({ on: wireDay.optional().describe('Default: today.') }),
  answer: z.object({
    on: wireDay,
    rows: z.array(summary.extend({ version: z.number().int(), from: wireDay })),
    broken: z
      .array(z.object({ key: z.string(), version: z.number().int(), problems: z.array(problem) }))
      .describe('Published, but unable to run: what they inherit from does not fit any more.'),
  }),
});

export const checkStrategy = route({
  method: 'POST',
  path: '/api/v1/strategies/check',
  summary: 'Judge a strategy file, run its examples and compare it with what is in force',
  tag: 'strategies',
  permission: 'policies.read',
  body: z.object({ written: z.string().max(300_000) }),
  answer: z.object({
    problems: z.array(problem),
    strategy: summary.nullable(),
    results: z.array(result),
    inForce: z.number().int().nullable(),
    diff: z.array(difference),
    heirs: z
      .array(z.object({ key: z.string(), problems: z.array(problem), results: z.array(result) }))
      .describe('Strategies in force that inherit from it.'),
  }),
});
export type WireCheck = z.infer<typeof checkStrategy.answer>;

export const proposeStrategy = route({
  method: 'POST',
  path: '/api/v1/strategies',
  summary: 'Propose a strategy file as the next version of its policy',
  tag: 'strategies',
  permission: 'policies.propose',
  body: z.object({
    written: z.string().max(300_000),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({
    key: z.string(),
    version: z.number().int(),
    passed: z.number().int(),
    failed: z.number().int(),
  }),
});

export const strategyDiff = route({
  method: 'GET',
  path: '/api/v1/strategies/:key/diff',
  summary: 'What changes from one version of a strategy to another, in plain words',
  tag: 'strategies',
  permission: 'policies.read',
  params: z.object({ key: z.string() }),
  query: z.object({
    from: z.coerce.number().int().min(1).optional().describe('Default: the one in force.'),
    to: z.coerce.number().int().min(1),
  }),
  answer: z.object({
    key: z.string(),
    from: z.number().int().nullable(),
    to: z.number().int(),
    lines: z.array(difference),
  }),
});

export const strategyNames = route({
  method: 'GET',
  path: '/api/v1/strategies/names',
  summary: 'What a strategy file may name: templates, companies, other strategies',
  tag: 'strategies',
  permission: 'policies.read',
  answer: z.object({
    templates: z.array(z.object({ key: z.string(), channel: z.string(), name: phrase })),
    companies: z.array(z.string()),
    strategies: z.array(z.string()),
  }),
});

export const strategySchemaRoute = route({
  method: 'GET',
  path: '/api/v1/strategies/schema',
  summary: 'The shape of a strategy file as JSON Schema',
  tag: 'strategies',
  permission: 'policies.read',
  answer: z.record(z.string(), z.unknown()),
});

export const strategyOverlap = route({
  method: 'GET',
  path: '/api/v1/strategies/overlap',
  summary: 'Accounts that owe, by the strategies whose segments would take them',
  tag: 'strategies',
  permission: 'policies.read',
  query: z.object({ on: wireDay.optional() }),
  answer: z.object({
    on: wireDay,
    accounts: z.number().int(),
    inSeveral: z.number().int(),
    inNone: z.number().int(),
    rows: z.array(
      z.object({
        takes: z.string().nullable().describe('Null: no strategy takes them.'),
        also: z.array(z.string()),
        accounts: z.number().int(),
        example: z.string(),
      }),
    ),
  }),
});
