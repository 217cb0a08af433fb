/** Answers, permits and contacts as the API and the command line write them. */
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { WireAnswer, WireContact, WirePermit, WireReason } from '../contract/shapes.ts';
import type { Answer, Reason } from '../rules/decide-contact.ts';
import type { LoggedContact, LoggedPermit } from '../store/log.ts';
import { reasonText } from '../words/reasons.ts';

export function wireReasons(reasons: readonly Reason[], language: Language): WireReason[] {
  return reasons.map((reason) => ({ ...reason, text: reasonText(reason.id, language) }));
}

/** What a rule says when it forbids, by its id; the id itself of one that is not known. */
export function ruleTold(id: string, language: Language): string {
  return reasonText(id, language);
}

export function wireAnswer(answer: Answer, language: Language): WireAnswer {
  return {
    allowed: answer.allowed,
    reasons: wireReasons(answer.reasons, language),
    packs: [...answer.packs],
    rules: [...answer.rules],
    nextAllowedAt: answer.nextAllowedAt,
  };
}

export function wirePermit(permit: LoggedPermit, language: Language): WirePermit {
  return {
    ...permit,
    reasons: wireReasons(permit.reasons, language),
    actor: actorName(permit.actor, language),
  };
}

export function wireContact(
  { reasons, ...contact }: LoggedContact,
  language: Language,
): WireContact {
  const reported = contact.permitKind === 'reported';
  return {
    ...contact,
    breaches: reported ? wireReasons(reasons, language) : [],
    actor: actorName(contact.actor, language),
  };
}
