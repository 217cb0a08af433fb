/**
 * A template: one object with two bodies, so that no customer gets half a translation.
 *
 *   proposed ──a second person──▶ approved ──its day comes──▶ expired
 *       └──▶ rejected               └──▶ withdrawn
 *
 * The rule a newcomer would break: a version is never edited. What was sent names the version
 * whose words it used.
 */
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import type { MessagePurpose } from '../messages/message.ts';

export const templateChannels = ['email', 'letter', 'sms', 'call'] as const;
export type TemplateChannel = (typeof templateChannels)[number];

export type Wording = { readonly subject: string; readonly body: string };

export type Template = {
  readonly key: string;
  readonly channel: TemplateChannel;
  readonly purpose: MessagePurpose;
  /** Ids of packs whose sentences it must hold. */
  readonly packs: readonly string[];
  readonly name: Readonly<Record<Language, string>>;
  readonly wording: Readonly<Record<Language, Wording>>;
};

export const templateStates = [
  'proposed',
  'approved',
  'rejected',
  'withdrawn',
  'expired',
  'delivered',
] as const;
/** `delivered`: came with the program, and nobody has put another in its place. */
export type TemplateState = (typeof templateStates)[number];

/** Where a version stands on a day, from what was done to it. */
export function standingOf(
  acts: readonly string[],
  expiresOn: Day | null,
  today: Day,
): Exclude<TemplateState, 'delivered'> {
  if (acts.includes('withdrawn')) return 'withdrawn';
  if (acts.includes('rejected')) return 'rejected';
  if (!acts.includes('approved')) return 'proposed';
  return expiresOn !== null && expiresOn < today ? 'expired' : 'approved';
}

export type TemplateRefusal =
  | 'correspondence.field_empty'
  | 'correspondence.field_unknown'
  | 'correspondence.item_unknown'
  | 'correspondence.legal_missing'
  | 'correspondence.no_such_account'
  | 'correspondence.no_such_contact'
  | 'correspondence.placeholders_differ'
  | 'correspondence.second_person'
  | 'correspondence.subject_empty'
  | 'correspondence.template_expired'
  | 'correspondence.template_settled'
  | 'correspondence.template_unapproved'
  | 'correspondence.template_unknown'
  | 'correspondence.template_unreadable'
  | 'correspondence.text_too_long'
  | 'correspondence.tone_refused';
