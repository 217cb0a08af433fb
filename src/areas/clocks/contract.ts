/** What deadlines say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { pageAnswer, pageQuery, wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { clockStates } from './rules/clock.ts';
import { clockKinds } from './rules/kinds.ts';

export { clockKinds };

/** Which of them a list shows. */
export const clockViews = ['open', 'late', 'week', 'ended'] as const;

const clock = z.object({
  clockId: wireId,
  kind: z.enum(clockKinds),
  title: z.string().describe('What the kind is called, in the reader’s language.'),
  detail: z.string().nullable().describe('Which one of its kind: the step of an action plan.'),
  hard: z.boolean().describe('Set by a law, a scheme or a contract.'),
  company: z.string(),
  account: z.object({ accountId: wireId, number: z.string(), name: z.string() }).nullable(),
  about: z.object({ kind: z.string(), id: wireId }),
  startedOn: wireDay,
  dueOn: wireDay.describe('The last day on which it is in time.'),
  state: z.enum(clockStates),
  daysLate: z.number().int().describe('Past its day while it runs, or when it was met.'),
  daysLeft: z.number().int().nullable().describe('Null once it ended or while it rests.'),
  endedOn: wireDay.nullable(),
  source: z.string().describe('The law’s section, or the policy.'),
  owner: z.object({ memberId: wireId, name: z.string() }).nullable(),
  facts: z.record(z.string(), z.string()),
});
export type WireClock = z.infer<typeof clock>;

export const clocks = route({
  method: 'GET',
  path: '/api/v1/clocks',
  summary: 'Deadlines by due day: of every rule, with its law or policy, who and how it stands',
  tag: 'clocks',
  permission: 'clocks.read',
  query: z.object({
    view: z.enum(clockViews).default('open'),
    kind: z.enum(clockKinds).optional(),
    hard: z.enum(['true', 'false']).optional(),
    mine: z.enum(['true', 'false']).default('false'),
    ownerId: wireId.optional(),
    accountId: wireId.optional(),
    company: z.string().optional(),
    dueFrom: wireDay.optional(),
    dueTo: wireDay.optional(),
    ...pageQuery,
  }),
  answer: z.object({
    rows: z.array(clock),
    kinds: z
      .array(z.object({ kind: z.enum(clockKinds), title: z.string(), count: z.number().int() }))
      .describe('How many there are of each kind by the other filters.'),
    ...pageAnswer,
  }),
});

export const accountClocks = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/clocks',
  summary: 'The deadlines of an account that run or rest, the next one first',
  tag: 'clocks',
  permission: 'accounts.read',
  params: z.object({ accountId: wireId }),
  answer: z.object({ rows: z.array(clock), count: z.number().int() }),
});

const feed = z.object({ feedId: wireId, name: z.string(), madeAt: wireInstant });

export const clockFeeds = route({
  method: 'GET',
  path: '/api/v1/clock-feeds',
  summary: 'The reader’s calendar addresses that still work; never their secrets',
  tag: 'clocks',
  permission: 'clocks.read',
  answer: z.object({ rows: z.array(feed) }),
});

export const openClockFeed = route({
  method: 'POST',
  path: '/api/v1/clock-feeds',
  summary: 'Make a calendar address for one’s own deadlines; the address is shown once',
  tag: 'clocks',
  permission: 'clocks.read',
  body: z.object({ name: z.string().trim().min(1).max(100) }),
  answer: z.object({ feedId: wireId, path: z.string() }),
});

export const endClockFeed = route({
  method: 'DELETE',
  path: '/api/v1/clock-feeds/:feedId',
  summary: 'Revoke a calendar address of one’s own',
  tag: 'clocks',
  permission: 'clocks.read',
  params: z.object({ feedId: wireId }),
  answer: z.object({ revoked: z.literal(true) }),
});

export const clockCalendar = route({
  method: 'GET',
  path: '/api/v1/calendars/:token/deadlines.ics',
  summary: 'The deadlines of whoever made the address, as a calendar (RFC 5545)',
  tag: 'clocks',
  // A calendar program cannot sign in: the address itself is the secret.
  permission: 'open',
  kind: 'file',
  params: z.object({ token: z.string().min(20).max(100) }),
  answer: z.undefined(),
});
