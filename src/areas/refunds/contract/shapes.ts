/** The shapes of refunds that several routes share. */
import { z } from 'zod';
import { wireAmount, wireCurrency, wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { checks } from '../rules/findings.ts';
import { origins } from '../rules/origin.ts';
import { packIds } from '../rules/packs.ts';
import { payees, refundMethods, refundStates } from '../rules/refund.ts';

export const withReason = { reason: z.string().trim().min(1).max(500) };
/** A step that needs nothing but its reason. */
export const because = z.object(withReason);
export const ofCompany = { company: z.string().min(1).max(40).optional() };
export const ofRefund = z.object({ accountId: wireId, refundId: wireId });

/** Where a law's clock stands: day 9 of 14. */
export const lawClock = z.object({
  creditId: wireId,
  pack: z.enum(packIds),
  citation: z.string(),
  aroseOn: wireDay,
  dueOn: wireDay,
  day: z.number().int().describe('Days since it arose; today is this day of the clock.'),
  of: z.number().int().describe('Days from the day it arose to the last day.'),
  amount: wireAmount,
});
export type WireClock = z.infer<typeof lawClock>;

export const eligibleCredit = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  itemId: wireId,
  document: z.string(),
  origin: z.enum(origins),
  on: wireDay,
  ageDays: z.number().int(),
  amount: wireAmount,
  open: wireAmount,
  available: wireAmount.describe('Open, less what is held for a refund or an approval.'),
  currency: wireCurrency,
  method: z.enum(refundMethods).describe('The way the money came, so the way it goes back.'),
  clock: lawClock.nullable(),
  mayBeHeld: z
    .object({ givenBy: z.string(), givenOn: wireDay, untilOn: wireDay.nullable() })
    .nullable()
    .describe('The customer’s written word that the credit may be held.'),
});
export type WireCredit = z.infer<typeof eligibleCredit>;

export const finding = z.object({
  check: z.enum(checks),
  holds: z.boolean(),
  text: z.string(),
});

export const refund = z.object({
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  refundId: wireId,
  company: z.string(),
  purpose: z.enum(['refund', 'unclaimed']),
  origin: z.enum(origins),
  method: z.enum([...refundMethods, 'state']),
  payee: z.enum(payees),
  payeeName: z.string(),
  amount: wireAmount,
  currency: wireCurrency,
  state: z.enum(refundStates),
  stateOn: wireDay,
  held: z.enum(checks).nullable(),
  requestedOn: wireDay,
  requestedBy: z.string(),
  approvals: z.object({ needs: z.number().int(), given: z.array(z.string()) }),
  clock: lawClock.nullable(),
  number: z.string().nullable().describe('The check’s number, the trace, the end-to-end id.'),
  findings: z.array(finding),
});
export type WireRefund = z.infer<typeof refund>;

export const refundEvent = z.object({
  kind: z.string(),
  on: wireDay,
  at: wireInstant,
  by: z.string(),
  reason: z.string(),
  facts: z.record(z.string(), z.string()),
});

export const payout = z.object({
  payoutId: wireId,
  company: z.string(),
  method: z.enum(refundMethods),
  madeOn: wireDay,
  payments: z.number().int(),
  total: wireAmount,
  currency: wireCurrency,
  fileName: z.string(),
  sha256: z.string(),
  by: z.string(),
});
export type WirePayout = z.infer<typeof payout>;
