/** What simulations of strategies say and hear over the wire. */
import { z } from 'zod';
import { route } from '#platform/contract/route.ts';
import { wireDay, wireId } from '#platform/contract/wire.ts';

export const simulationStates = ['running', 'complete', 'cancelled', 'failed'] as const;
const knowledge = z.enum(['then', 'now']);

const simulation = z.object({
  simulationId: wireId,
  key: z.string(),
  version: z.number().int(),
  from: wireDay,
  to: wireDay,
  knowledge,
  state: z.enum(simulationStates),
  detail: z.string(),
  startedAt: z.string(),
  by: z.string(),
  parts: z.number().int(),
  partsDone: z.number().int(),
});
export type WireSimulation = z.infer<typeof simulation>;

const count = z.object({ key: z.string(), count: z.number().int(), wrong: z.number().int() });
const side = z.object({
  accounts: z.number().int(),
  notices: z.number().int(),
  wrong: z.number().int().describe('Notices that what is known now forbids.'),
  byDay: z.array(count),
  byStep: z.array(count).describe('By strategy, channel and step.'),
  byChannel: z.array(count),
  blocked: z.number().int().describe('Notices that the gate would have stopped.'),
  blockedBy: z.array(count).describe('Of them, by rule; one may have several.'),
  left: z.array(count).describe('Days on which accounts were left alone, by reason.'),
  wrongs: z.array(
    z.object({
      account: z.string(),
      on: z.string(),
      step: z.string(),
      currency: z.string(),
      amount: z.string(),
      why: z.enum(['paid', 'disputed', 'promised']),
    }),
  ),
});

export const simulations = route({
  method: 'GET',
  path: '/api/v1/strategy-simulations',
  summary: 'The latest simulations, the newest first',
  tag: 'strategies',
  permission: 'strategies.read',
  answer: z.object({ rows: z.array(simulation) }),
});

export const startSimulation = route({
  method: 'POST',
  path: '/api/v1/strategy-simulations',
  summary: 'Ask what a version would have done over past days, beside what was in force',
  tag: 'strategies',
  permission: 'strategies.simulate',
  body: z.object({
    key: z.string().max(60),
    version: z.number().int().positive(),
    companyId: wireId.nullable().default(null),
    from: wireDay,
    to: wireDay,
    knowledge: knowledge.default('then'),
  }),
  answer: z.object({ simulationId: wireId }),
});

export const oneSimulation = route({
  method: 'GET',
  path: '/api/v1/strategy-simulations/:simulationId',
  summary: 'A simulation with its figures so far',
  tag: 'strategies',
  permission: 'strategies.read',
  params: z.object({ simulationId: wireId }),
  answer: z.object({ simulation, candidate: side, inForce: side }),
});

export const cancelSimulation = route({
  method: 'POST',
  path: '/api/v1/strategy-simulations/:simulationId/cancellation',
  summary: 'Call off a simulation',
  tag: 'strategies',
  permission: 'strategies.simulate',
  params: z.object({ simulationId: wireId }),
  answer: z.object({ state: z.enum(simulationStates) }),
});
