/** What the day's list says and hears over the wire. */
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
import { type BriefKind, briefKinds } from './rules/brief.ts';
import { type WorkKind, workKinds } from './rules/work.ts';
import { duty } from './contract/duties.ts';

export { type BriefKind, type WorkKind, briefKinds, workKinds };

const accountParams = z.object({ accountId: wireId });

/** One reason to act, as a phrase of the worklist's words with its facts. */
const reason = z.object({
  kind: z.enum(workKinds),
  phrase: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

const hand = z.object({
  by: z.string(),
  byId: wireId,
  on: wireInstant,
  until: wireInstant.describe('Then it stands where its score puts it.'),
  moved: z.boolean().describe('false: it was only kept above a row that was moved.'),
  pinned: z.boolean().describe('By somebody else than the person of the list, for them to leave.'),
});
export type HandOnWire = z.infer<typeof hand>;

export const workRow = z.object({
  accountId: wireId,
  account: z.string(),
  customer: z.string(),
  name: z.string(),
  company: z.string(),
  language: z.enum(['en', 'es']),
  owner: z.string().nullable(),
  ownerId: wireId.nullable(),
  rank: z.number().int().describe('Its place in the order that was asked for; 1 is first.'),
  score: z.number().int(),
  /** The first reason is the plain one that the row shows. */
  reasons: z.array(reason),
  currency: wireCurrency,
  overdue: wireAmount,
  ask: wireAmount.nullable(),
  balance: wireAmount,
  buckets: z.array(wireAmount),
  dueAt: wireInstant.nullable().describe('When the reason became, or becomes, due.'),
  lastTouch: z.object({ phrase: z.string(), on: wireDay }).nullable(),
  covered: z
    .object({ owner: z.string(), cover: z.string(), coverId: wireId, lastOn: wireDay })
    .nullable()
    .describe('Its owner is away and somebody covers it.'),
  handOver: z
    .object({ text: z.string(), read: z.boolean() })
    .nullable()
    .describe('What the owner left for the cover.'),
  hand: hand.nullable().describe('It was moved by hand on this list.'),
  /** Who has the account open right now, somebody else than the reader. */
  inWorkBy: z.string().nullable(),
  snoozedUntil: wireInstant.nullable(),
});
export type WorkRow = z.infer<typeof workRow>;

/** Which accounts a list shows and in which order. */
const listShape = {
  owner: z.union([wireId, z.enum(['me', 'all', 'nobody'])]).default('me'),
  covering: z
    .union([wireId, z.enum(['any', 'none'])])
    .optional()
    .describe('On a person’s list: only accounts covered for this owner, for any, or for none.'),
  kind: z.enum(workKinds).optional(),
  company: z.string().optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(['rank', 'size', 'age', 'name']).default('rank'),
};

/** The list that is being walked, for the answers that lead to its next account. */
const walked = z
  .object(listShape)
  .optional()
  .describe('The list that is being walked; without it, the one that the account stands on.');
export type Walked = NonNullable<z.output<typeof walked>>;

export const worklist = route({
  method: 'GET',
  path: '/api/v1/worklist',
  summary: 'The day’s list: one row an account, with why',
  tag: 'worklist',
  permission: 'worklist.read',
  query: z.object({
    ...listShape,
    state: z.enum(['due', 'snoozed', 'done']).default('due'),
    ...pageQuery,
  }),
  answer: z.object({
    asOf: wireDay,
    rows: z.array(workRow),
    kinds: z.array(z.object({ kind: z.enum(workKinds), count: z.number().int() })),
    left: z.number().int(),
    capped: z.boolean().describe('There are more than were counted: no list is counted further.'),
    done: z.number().int(),
    covering: z
      .array(
        z.object({ memberId: wireId, name: z.string(), lastOn: wireDay, left: z.number().int() }),
      )
      .describe('Whom the person of the list covers today, with how many accounts are due.'),
    duties: z.array(duty).describe('Of no account, and the reader’s to do.'),
    ...pageAnswer,
  }),
});

const listOwner = z.union([wireId, z.literal('me')]).default('me');

export const whyRank = route({
  method: 'GET',
  path: '/api/v1/worklist/:accountId/why',
  summary: 'Why this account stands where it stands',
  tag: 'worklist',
  permission: 'worklist.read',
  params: accountParams,
  query: z.object({ owner: listOwner.describe('On whose list.') }),
  answer: z.object({
    hand: hand.nullable().describe('It was moved by hand on this list.'),
    policy: z.string().describe('Name and version of the scoring policy.'),
    score: z.number().int(),
    parts: z
      .array(
        z.object({
          phrase: z.string(),
          facts: z.record(z.string(), z.union([z.string(), z.number()])),
          points: z.number().int(),
        }),
      )
      .describe('The one that weighs most first.'),
  }),
});

export const moveRow = route({
  method: 'POST',
  path: '/api/v1/worklist/:accountId/move',
  summary: 'Move a row on one’s list, or on somebody’s for those who order for others',
  tag: 'worklist',
  permission: 'worklist.work',
  params: accountParams,
  body: z.object({
    owner: listOwner.describe('Whose list.'),
    to: z
      .union([
        z.enum(['top', 'rank']),
        z.object({ before: wireId }).strict(),
        z.object({ after: wireId }).strict(),
      ])
      .describe('rank: back to where its score puts it.'),
  }),
  answer: z.object({ moved: z.literal(true) }),
});

export const undoMove = route({
  method: 'POST',
  path: '/api/v1/worklist-order/undo',
  summary: 'Take back one’s move, the latest on the list',
  tag: 'worklist',
  permission: 'worklist.work',
  body: z.object({ owner: listOwner }),
  answer: z.object({ undone: z.boolean() }),
});

export const lockAccount = route({
  method: 'POST',
  path: '/api/v1/worklist/:accountId/lock',
  summary: 'Say that one is working the account; answers who has it',
  tag: 'worklist',
  permission: 'worklist.work',
  params: accountParams,
  body: z.object({ release: z.boolean().default(false) }),
  answer: z.object({ mine: z.boolean(), by: z.string().nullable(), until: wireInstant.nullable() }),
});

export const takeOver = route({
  method: 'POST',
  path: '/api/v1/worklist/:accountId/take-over',
  summary: 'Take an account from somebody who has it open, with a reason',
  tag: 'worklist',
  permission: 'worklist.take_over',
  params: accountParams,
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ from: z.string() }),
});

export const presence = route({
  method: 'GET',
  path: '/api/v1/presence',
  summary: 'Who has which account open now, whichever server process they talk to',
  tag: 'worklist',
  permission: 'worklist.read',
  answer: z.object({
    rows: z.array(
      z.object({ accountId: wireId, memberId: wireId, name: z.string(), since: wireInstant }),
    ),
  }),
});

export const finishWork = route({
  method: 'POST',
  path: '/api/v1/worklist/:accountId/done',
  summary: 'Done for today, with a result; answers the next account',
  tag: 'worklist',
  permission: 'worklist.work',
  params: accountParams,
  body: z.object({
    result: z.enum(['reached', 'not_reached', 'promised', 'resolved', 'no_action']),
    note: z.string().max(4000).default(''),
    list: walked,
  }),
  answer: z.object({ next: wireId.nullable() }),
});

export const snooze = route({
  method: 'POST',
  path: '/api/v1/worklist/:accountId/snooze',
  summary: 'Come back later: `2d`, `mon 9`, `tomorrow`, `15 dec`',
  tag: 'worklist',
  permission: 'worklist.work',
  params: accountParams,
  body: z.object({
    until: z.string().trim().min(1).max(60),
    note: z.string().max(500).default(''),
    list: walked,
  }),
  answer: z.object({ until: wireInstant, next: wireId.nullable() }),
});

export const undoWork = route({
  method: 'POST',
  path: '/api/v1/worklist/:accountId/undo',
  summary: 'Take back one’s last done or snooze on the account',
  tag: 'worklist',
  permission: 'worklist.work',
  params: accountParams,
  body: z.object({}),
  answer: z.object({ undone: z.boolean() }),
});

export const today = route({
  method: 'GET',
  path: '/api/v1/today',
  summary: 'The status bar: data age, control totals, what is left, what was promised today',
  tag: 'worklist',
  permission: 'signed-in',
  query: z.object({ company: z.string().optional() }),
  answer: z.object({
    today: wireDay,
    dataAsOf: wireInstant.nullable().describe('When the book last changed.'),
    controlTotals: z.object({
      agree: z.boolean(),
      checkedAt: wireInstant.nullable(),
    }),
    left: z.number().int(),
    done: z.number().int(),
    promisedToday: z.array(z.object({ currency: wireCurrency, amount: wireAmount })),
    companies: z.array(z.object({ code: z.string(), name: z.string(), demo: z.boolean() })),
  }),
});

const accountCoverAnswer = z.object({
  absence: z
    .object({
      absenceId: wireId,
      owner: z.string(),
      from: wireDay,
      lastOn: wireDay,
      begun: z.boolean(),
    })
    .nullable()
    .describe('The absence its owner is in, else the next one.'),
  cover: z.object({ memberId: wireId, name: z.string() }).nullable(),
  covering: z.boolean().describe('The reader covers it today.'),
  mayWrite: z.boolean().describe('The reader may leave a note for the cover.'),
  note: z
    .object({
      noteId: wireId,
      said: z.string(),
      nextStep: z.string(),
      avoid: z.string(),
      by: z.string(),
      at: wireInstant,
      readBy: z.array(z.string()),
      read: z.boolean().describe('By the reader.'),
    })
    .nullable(),
});
export type AccountCover = z.infer<typeof accountCoverAnswer>;

export const accountCover = route({
  method: 'GET',
  path: '/api/v1/accounts/:accountId/cover',
  summary: 'Whether the owner is away, who covers, and what the cover must know',
  tag: 'worklist',
  permission: 'accounts.read',
  params: accountParams,
  answer: accountCoverAnswer,
});

export const writeHandOver = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/hand-over',
  summary: 'Leave a note for the cover: what was said, what comes next, what to leave alone',
  tag: 'worklist',
  permission: 'accounts.note',
  params: accountParams,
  body: z.object({
    said: z.string().max(2000).default(''),
    nextStep: z.string().max(500).default(''),
    avoid: z.string().max(500).default(''),
  }),
  answer: z.object({ noteId: wireId }),
});

export const readHandOver = route({
  method: 'POST',
  path: '/api/v1/accounts/:accountId/hand-over/:noteId/read',
  summary: 'Say that one has read the note for the cover',
  tag: 'worklist',
  permission: 'worklist.work',
  params: z.object({ accountId: wireId, noteId: wireId }),
  body: z.object({}),
  answer: z.object({ read: z.literal(true) }),
});

const briefLine = z.object({
  kind: z.enum(briefKinds),
  on: wireDay,
  actor: z.string().nullable(),
  onBehalf: z.string().nullable(),
  amount: wireAmount.nullable(),
  currency: wireCurrency.nullable(),
  phrase: z.string().nullable().describe('Of the customers’ words; null: the kind says it.'),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string().nullable(),
});
export type BriefLine = z.infer<typeof briefLine>;

const briefTotal = z.object({
  kind: z.enum(briefKinds),
  count: z.number().int(),
  sums: z.array(z.object({ currency: wireCurrency, amount: wireAmount })),
});

const briefAnswer = z.object({
  asOf: wireDay,
  member: z.object({ memberId: wireId, name: z.string() }),
  absence: z
    .object({
      absenceId: wireId,
      from: wireDay,
      lastOn: wireDay,
      covers: z.array(z.string()),
      over: z.boolean().describe('It can be handed back.'),
      handedBack: z.boolean(),
    })
    .nullable()
    .describe('The latest that has begun; null: never away.'),
  totals: z.array(briefTotal),
  due: z.number().int().describe('Accounts that call for something today.'),
  accounts: z.array(
    z.object({
      accountId: wireId,
      account: z.string(),
      name: z.string(),
      owner: z.string().nullable(),
      due: z.boolean(),
      totals: z.array(briefTotal),
      lines: z.array(briefLine).describe('Everything that the figures count.'),
    }),
  ),
});
export type Brief = z.infer<typeof briefAnswer>;

export const brief = route({
  method: 'GET',
  path: '/api/v1/brief',
  summary: 'While you were out: what happened on one’s accounts during the latest absence',
  tag: 'worklist',
  permission: 'worklist.read',
  query: z.object({ member: wireId.optional().describe('Default: the reader.') }),
  answer: briefAnswer,
});
