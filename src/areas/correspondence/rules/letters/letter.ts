/**
 * A letter on its way: printed with others, mailed on a day, perhaps brought back.
 *
 *   queued ──printed──▶ sending ──mailed──▶ sent ──came back──▶ bounced
 *                          └──withdrawn──▶ cancelled
 *
 * It was sent when it was mailed, not when it was printed. What the post brings back stops every
 * letter to that address until somebody saves another one.
 */
export const returnCauses = [
  'not_deliverable',
  'moved',
  'unknown',
  'refused',
  'unclaimed',
  'deceased',
  'vacant',
] as const;
export type ReturnCause = (typeof returnCauses)[number];

export const letterStates = ['printed', 'withdrawn', 'mailed', 'returned'] as const;
export type LetterState = (typeof letterStates)[number];

export type LetterRefusal =
  | 'correspondence.nothing_to_print'
  | 'correspondence.no_such_batch'
  | 'correspondence.batch_mailed_already'
  | 'correspondence.mailed_before_printed'
  | 'correspondence.no_such_letter'
  | 'correspondence.letter_not_mailed'
  | 'correspondence.letter_gone_already'
  | 'correspondence.letter_withdrawn_already'
  | 'correspondence.letter_returned_already'
  | 'correspondence.certified_number_wrong'
  | 'correspondence.no_printer'
  | 'correspondence.no_return_address'
  | 'correspondence.handing_not_unknown'
  | 'correspondence.handing_unknown'
  | 'correspondence.no_such_company';

/** Where a letter stands. */
export function letterState(
  was: Readonly<Record<'mailed' | 'returned' | 'withdrawn', boolean>>,
): LetterState {
  if (was.returned) return 'returned';
  if (was.mailed) return 'mailed';
  return was.withdrawn ? 'withdrawn' : 'printed';
}

/** A number of certified mail: 20 or 22 digits, however it is spaced; undefined when it is none. */
export function certifiedNumber(text: string): string | undefined {
  const digits = text.replaceAll(/[\s-]/gu, '');
  return /^(\d{20}|\d{22})$/u.test(digits) ? digits : undefined;
}
