/**
 * A printed letter on its way to whoever prints and mails for us.
 *
 *   printed ──tried──▶ taken: mailed, with the provider's number
 *              │  └──▶ refused: it may be handed over again, or mailed by ourselves
 *              └────▶ unknown ──a person looked──▶ taken, or not there: again
 *
 * A letter whose outcome is unknown is never handed over again by itself: it may be on its way.
 * One that was tried without a word since is as unknown as one whose line broke.
 */
export const handingEvents = ['tried', 'taken', 'refused', 'unknown', 'not_there'] as const;
export type HandingEvent = (typeof handingEvents)[number];

/** What the provider said of a letter, in the words of every channel. */
export type HandingSaid = {
  readonly provider: string;
  readonly state: 'sent' | 'not_sent' | 'unknown';
  readonly detail: string;
  readonly ref: string | null;
  /** Of certified mail. */
  readonly tracking: string | null;
};

/** Whether a letter may be handed over, by the last that happened to it. */
export function mayHandOver(last: HandingEvent | null): boolean {
  return last === null || last === 'refused' || last === 'not_there';
}

const mostTries = 5;

/**
 * Whether it goes again without a person: never tried, or the provider was not reached or had too
 * much to do. What it refused with a reason, and a letter to a changed address, wait for somebody.
 */
export function goesByItself(
  last: { readonly event: HandingEvent; readonly detail: string; readonly refusals: number } | null,
): boolean {
  if (last === null || last.event === 'not_there') return true;
  if (last.event !== 'refused' || last.refusals >= mostTries) return false;
  return last.detail !== 'address_changed' && !/^4(?!08|29)\d\d\b/u.test(last.detail);
}

export function isUnknown(last: HandingEvent | null): boolean {
  return last === 'tried' || last === 'unknown';
}

/**
 * The provider's key of a letter. A person who is wrong about an unknown one repeats the key, so
 * that there is one letter; after a refusal it is another letter, mended.
 */
export function handingKey(messageId: string, refusals: number): string {
  return `${messageId}-${refusals}`;
}
