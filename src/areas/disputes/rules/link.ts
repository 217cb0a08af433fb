/**
 * A link by which somebody without an account answers: to one case, until a day, or until it is
 * taken back or the case ends.
 *
 * The rule a newcomer would break: a link that is none and a link that was tampered with are told
 * the same, so that nobody learns which cases there are.
 */
import type { Instant } from '#kernel/instant.ts';
import type { CaseState } from './case-life.ts';

export const verdicts = ['agree', 'partly', 'disagree', 'need_more'] as const;
export type Verdict = (typeof verdicts)[number];

export const evidenceKinds = ['proof_of_delivery', 'claim', 'contract', 'photo', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export type LinkStanding = {
  readonly expiresAt: Instant;
  readonly revoked: boolean;
  readonly state: CaseState;
  readonly answers: number;
};

export type LinkRefusal =
  | 'dispute.link_expired'
  | 'dispute.link_revoked'
  | 'dispute.link_over'
  | 'dispute.link_used_up';

/** More than anybody needs to say what they found out, and a ceiling on what a link can fill. */
export const mostAnswers = 10;
export const mostFiles = 5;
export const largestFile = 10 * 1024 * 1024;
/** Days for which a link may be made. */
export const longestLink = 60;

/** Why the link opens nothing; undefined while it does. */
export function closedLink(link: LinkStanding, now: Instant): LinkRefusal | undefined {
  if (link.revoked) return 'dispute.link_revoked';
  if (link.expiresAt <= now) return 'dispute.link_expired';
  if (link.state === 'closed' || link.state === 'decided') return 'dispute.link_over';
  return undefined;
}

/** May another answer come through it? */
export function mayAnswer(link: LinkStanding, now: Instant): LinkRefusal | undefined {
  return (
    closedLink(link, now) ?? (link.answers >= mostAnswers ? 'dispute.link_used_up' : undefined)
  );
}

/** How the answers of a case stand, for the board. */
export const linkStates = ['none', 'sent', 'opened', 'answered', 'expired'] as const;
export type LinkState = (typeof linkStates)[number];
