/**
 * Taking consent back: by which words, until when it must be heeded, and for what.
 *
 * A text that is nothing but a word of the rule is a revocation; so is a sentence that plainly
 * asks us to stop. A keyword inside a question is not, and goes to a person. The desk stops at
 * once all the same; the deadline is the law's outer limit.
 */
import { type Day, day } from '#kernel/day.ts';
import { type BusinessCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';

/** 47 CFR 64.1200(a)(10), and what the same wish is in Spanish. */
const words: ReadonlySet<string> = new Set([
  'stop',
  'stop all',
  'stopall',
  'quit',
  'end',
  'revoke',
  'opt out',
  'optout',
  'cancel',
  'unsubscribe',
  'alto',
  'parar',
  'pare',
  'paren',
  'para',
  'detener',
  'baja',
  'darme de baja',
  'cancelar',
  'salir',
  'basta',
  'no mas',
]);

const politeness = /\b(?:please|pls|thanks|thank you|now|ya|por favor|gracias)\b/gu;

/** Sentences that any reader takes as a wish to be left alone. */
const wishes: readonly RegExp[] = [
  /\b(?:stop|quit|cease|no more)\s+(?:\w+\s+){0,2}?(?:text|call|contact|messag|e?mail|send|writ)/u,
  /\b(?:do not|dont|don t|never)\s+(?:ever\s+)?(?:text|call|contact|messag|e?mail|send|write)/u,
  /\b(?:stop|quit|do not|dont|don t)\s+bother/u,
  /\b(?:remove|take)\s+(?:me|my (?:number|phone|e ?mail))\b/u,
  /\bopt(?:ing)? (?:me )?out\b/u,
  /\bunsubscribe me\b|\bleave me alone\b|\brevoke (?:my )?consent\b/u,
  /\b(?:do not|dont|don t) want (?:(?:to (?:get|receive)|any|more) )*(?:text|call|messag|e?mail)/u,
  /\bno (?:(?:quiero|deseo|quisiera) (?:recibir )?)?mas (?:mensaje|texto|llamada|correo|sms)/u,
  /\bno (?:quiero|deseo) (?:recibir )?(?:sus )?(?:mensaje|texto|llamada|correo|sms)/u,
  /\bno (?:me|nos) (?:llam|escrib|contact|mand|envi|molest)/u,
  /\bdej(?:e|en|a|ar) de (?:llamar|escribir|mandar|enviar|contactar|molestar)/u,
  /\b(?:quit|elimin|borr|retir)(?:e|en|a|ar)?(?:me|nos) (?:de|del)\b|\bde(?:n)?me de baja\b/u,
];

/** Is a reply to a text a revocation of consent? */
export function isRevocation(text: string): boolean {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const bare = plain.replaceAll(politeness, ' ').replaceAll(/\s+/gu, ' ').trim();
  const once = bare.replace(/^(\S+)(?: \1)+$/u, '$1');
  if ([plain, bare, once].some((said) => words.has(said))) return true;
  return wishes.some((wish) => wish.test(plain));
}

export type RevocationDeadline = {
  /** The last day on which a message may still slip out. */
  readonly latestStop: Day;
  readonly confirmationWithinMinutes: 5;
  readonly confirmationMessagesMax: 1;
};

/** Ten business days, one confirmation within five minutes: 47 CFR 64.1200(a)(10), (12). */
export function revocationDeadline(
  receivedOn: Day,
  calendar: BusinessCalendar,
): RevocationDeadline {
  return {
    latestStop: plusBusinessDays(receivedOn, 10, calendar),
    confirmationWithinMinutes: 5,
    confirmationMessagesMax: 1,
  };
}

/** The part "revoke one, revoke all" is waived until then: FCC order DA 26-12. */
const revokesAllFrom = day('2027-01-31');

export type RevocationScope = {
  readonly mustStopTopics: readonly string[];
  readonly revokeAll: boolean;
};

/** What a revocation on a topic must stop; `all` is every robocall and robotext. */
export function revocationScope(receivedOn: Day, topic: string): RevocationScope {
  return receivedOn >= revokesAllFrom
    ? { mustStopTopics: ['all'], revokeAll: true }
    : { mustStopTopics: [topic], revokeAll: false };
}
