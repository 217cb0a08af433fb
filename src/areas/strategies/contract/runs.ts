/** What runs of the strategies and the steps they propose say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import {
  pageAnswer,
  pageQuery,
  wireAmount,
  wireDay,
  wireId,
  wireInstant,
} from '#platform/contract/wire.ts';
import { experimentStates } from '../rules/experiment.ts';
import { switchChannels } from '../rules/channel.ts';
import { proposalStates } from '../rules/proposal.ts';

export const runStates = ['running', 'complete', 'cancelled'] as const;

const fact = z.union([z.string(), z.number()]);
const reason = z.object({ code: z.string(), facts: z.record(z.string(), fact) });

export const run = z.object({
  runId: wireId,
  zone: z.string(),
  asOf: wireDay,
  state: z.enum(runStates),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  by: z.string(),
  parts: z.number().int(),
  partsDone: z.number().int(),
  accounts: z.number().int(),
  stored: z.number().int().describe('Decisions that were new or other than the one before.'),
  proposed: z.number().int(),
  withdrawn: z.number().int(),
  documents: z.array(
    z.object({ key: z.string(), version: z.number().int(), experiment: z.boolean() }),
  ),
});
export type WireRun = z.infer<typeof run>;

export const proposal = z.object({
  proposalId: wireId,
  accountId: wireId,
  account: z.string(),
  customer: z.string(),
  name: z.string(),
  company: z.string(),
  strategy: z.string(),
  step: z.string(),
  act: z.string(),
  state: z.enum(proposalStates),
  since: wireDay,
  currency: z.string(),
  amount: wireAmount.describe('What the step asks for in its first currency, charges included.'),
  asks: z.array(
    z.object({
      currency: z.string(),
      net: wireAmount,
      interest: wireAmount,
      fees: wireAmount,
      total: wireAmount,
    }),
  ),
  items: z.number().int(),
  daysLate: z.number().int(),
  needsApproval: z.boolean(),
  template: z.string().nullable(),
  detail: z.string(),
  waitUntil: z.string().nullable(),
  leftOut: z.array(reason).describe('What was not asked for, and why.'),
});
export type WireProposal = z.infer<typeof proposal>;

export const runs = route({
  method: 'GET',
  path: '/api/v1/strategy-runs',
  summary: 'Runs of the strategies, the newest first',
  tag: 'strategies',
  permission: 'strategies.read',
  query: z.object({ ...pageQuery }),
  answer: z.object({ rows: z.array(run), ...pageAnswer }),
});

export const oneRun = route({
  method: 'GET',
  path: '/api/v1/strategy-runs/:runId',
  summary: 'One run: its versions, how far it is, what it proposed and why it left others alone',
  tag: 'strategies',
  permission: 'strategies.read',
  params: z.object({ runId: wireId }),
  answer: z.object({
    run,
    reasons: z.array(z.object({ code: z.string(), count: z.number().int() })),
  }),
});

export const startRun = route({
  method: 'POST',
  path: '/api/v1/strategy-runs',
  summary: 'Begin a run of today; it goes on in the background',
  tag: 'strategies',
  permission: 'strategies.run',
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ runIds: z.array(wireId) }),
});

export const cancelRun = route({
  method: 'POST',
  path: '/api/v1/strategy-runs/:runId/cancellation',
  summary: 'Call off a run: it stops at its next part, and what was decided stays',
  tag: 'strategies',
  permission: 'strategies.run',
  params: z.object({ runId: wireId }),
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  answer: z.object({ state: z.enum(runStates) }),
});

export const replayRun = route({
  method: 'GET',
  path: '/api/v1/strategy-runs/:runId/replay',
  summary: 'Make the decisions of a run again and hold them against what was stored',
  tag: 'strategies',
  permission: 'strategies.read',
  params: z.object({ runId: wireId }),
  answer: z.object({
    decisions: z.number().int(),
    same: z.number().int(),
    different: z.array(z.object({ account: z.string(), stored: z.string(), replayed: z.string() })),
  }),
});

export const proposals = route({
  method: 'GET',
  path: '/api/v1/strategy-steps',
  summary: 'Proposed steps by state, channel and strategy, the largest first',
  tag: 'strategies',
  permission: 'strategies.read',
  query: z.object({
    state: z.enum(proposalStates).optional(),
    channel: z.enum(switchChannels).optional(),
    strategy: z.string().max(60).optional(),
    approval: z.enum(['true']).optional().describe('Only those that a person must approve.'),
    ...pageQuery,
  }),
  answer: z.object({
    rows: z.array(proposal),
    counts: z.array(
      z.object({
        state: z.enum(proposalStates),
        channel: z.enum(switchChannels),
        count: z.number().int(),
      }),
    ),
    ...pageAnswer,
  }),
});

export const decideProposals = route({
  method: 'POST',
  path: '/api/v1/strategy-steps/decisions',
  summary: 'Approve, hold or reject proposed steps, one or many',
  tag: 'strategies',
  permission: 'strategies.approve',
  body: z.object({
    act: z.enum(['approve', 'hold', 'reject']),
    proposalIds: z.array(wireId).min(1).max(500),
    until: wireDay.optional().describe('For a hold: the day on which it is looked at again.'),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ changed: z.number().int(), queued: z.number().int() }),
});

const channelSwitch = z.object({
  companyId: wireId,
  company: z.string(),
  channel: z.enum(switchChannels),
  isOn: z.boolean(),
  onlyFor: z.array(z.string()).nullable(),
  by: z.string(),
  reason: z.string(),
  at: z.string().nullable(),
  waiting: z.number().int().describe('Proposed steps of this channel.'),
});
export type WireChannelSwitch = z.infer<typeof channelSwitch>;

export const channels = route({
  method: 'GET',
  path: '/api/v1/strategy-channels',
  summary: 'Which channels the strategies may use, by company',
  tag: 'strategies',
  permission: 'strategies.read',
  answer: z.object({ rows: z.array(channelSwitch), strategies: z.array(z.string()) }),
});

export const setChannel = route({
  method: 'PUT',
  path: '/api/v1/strategy-channels/:companyId/:channel',
  summary: 'Switch a channel of a company on, for all strategies or some, or off',
  tag: 'strategies',
  permission: 'strategies.switch',
  params: z.object({ companyId: wireId, channel: z.enum(switchChannels) }),
  body: z.object({
    isOn: z.boolean(),
    onlyFor: z.array(z.string().max(60)).max(50).nullable().default(null),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: z.object({ isOn: z.boolean() }),
});

const side = z.object({ accounts: z.number().int(), share: z.number() });
export const experiments = route({
  method: 'GET',
  path: '/api/v1/strategy-experiments',
  summary: 'Experiments of the strategies in force, and what came of them so far',
  tag: 'strategies',
  permission: 'strategies.read',
  answer: z.object({
    rows: z.array(
      z.object({
        strategy: z.string(),
        challenger: z.string(),
        share: z.string(),
        from: wireDay,
        to: wireDay,
        isOn: z.boolean(),
        state: z.enum(experimentStates),
        lastWord: z
          .object({ by: z.string(), reason: z.string(), at: wireInstant })
          .nullable()
          .describe('Who switched it last, and why; null while nobody did.'),
        champion: side,
        challenged: side,
        difference: z.number(),
        interval: z.object({ from: z.number(), to: z.number() }).nullable(),
        better: z.enum(['champion', 'challenger']).nullable(),
      }),
    ),
  }),
});
export type WireExperiment = z.infer<typeof experiments.answer>['rows'][number];

/** Why an experiment is started or stopped. */
export const experimentReason = z.object({ reason: z.string().trim().min(1).max(500) });

export const setExperiment = route({
  method: 'PUT',
  path: '/api/v1/strategy-experiments/:strategy',
  summary: 'Switch the experiment of a strategy on or off',
  tag: 'strategies',
  permission: 'strategies.switch',
  params: z.object({ strategy: z.string().max(60) }),
  body: experimentReason.extend({ isOn: z.boolean() }),
  answer: z.object({ isOn: z.boolean() }),
});
