/** The shapes that the gate's routes share: reasons, permits, contacts. */
import { z } from 'zod';
import { wireDay, wireId, wireInstant } from '#platform/contract/wire.ts';
import { channels, contactResults, purposes, technologies } from '../rules/contact.ts';
import { consentScopes, holdKinds } from '../rules/standing.ts';

export const wireChannel = z.enum(channels);
export const wirePurpose = z.enum(purposes);
export const wireResult = z.enum(contactResults);
export const wireTechnology = z.enum(technologies);
export const wireHoldKind = z.enum(holdKinds);
export const wireScope = z.enum(consentScopes);
export const permitKinds = ['allowed', 'blocked', 'reported'] as const;
export const aboutKinds = ['message', 'call', 'letter', 'portal', 'visit', 'mail'] as const;

export const wireReason = z.object({
  id: z.string().describe('Stable: `MA.2IN7`, `MISSING.zones`, `FACT.PROMISED`.'),
  version: z.number().int(),
  stage: z.enum(['stay', 'instruction', 'jurisdiction', 'technology', 'policy', 'missing']),
  pack: z.string().nullable(),
  citation: z.string(),
  text: z.string().describe('In the reader’s language.'),
});
export type WireReason = z.infer<typeof wireReason>;

export const wireAnswer = z.object({
  allowed: z.boolean(),
  reasons: z.array(wireReason),
  packs: z.array(z.string()).describe('What was asked.'),
  rules: z.array(z.string()).describe('Every rule that was asked, `id@version`.'),
  nextAllowedAt: wireInstant.nullable().describe('When waiting alone would allow it.'),
});
export type WireAnswer = z.infer<typeof wireAnswer>;

export const wirePermit = z.object({
  permitId: wireId,
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  kind: z.enum(permitKinds),
  askedAt: wireInstant,
  askedOn: wireDay,
  contactName: z.string().nullable(),
  channel: wireChannel,
  address: z.string(),
  purpose: wirePurpose,
  reasons: z.array(wireReason),
  nextAllowedAt: wireInstant.nullable(),
  used: z.boolean().describe('A contact was made under it.'),
  actor: z.string(),
});
export type WirePermit = z.infer<typeof wirePermit>;

export const wireContact = z.object({
  permitId: wireId,
  accountId: wireId,
  account: z.string(),
  name: z.string(),
  permitKind: z.enum(permitKinds),
  channel: wireChannel,
  direction: z.enum(['out', 'in']),
  result: wireResult,
  at: wireInstant,
  address: z.string(),
  purpose: wirePurpose,
  contactName: z.string().nullable(),
  about: z.object({ kind: z.enum(aboutKinds), id: wireId }),
  breaches: z.array(wireReason).describe('What a reported contact broke.'),
  actor: z.string(),
});
export type WireContact = z.infer<typeof wireContact>;
