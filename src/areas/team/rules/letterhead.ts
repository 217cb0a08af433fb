/**
 * What stands on a company's paper: who writes and from where, its tax numbers, its number with
 * the post. An electronic invoice is refused by the other side when one of these is missing.
 */
import type { PostalLines } from '#kernel/postal.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type Letterhead = PostalLines & {
  readonly legalName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly taxId: string | null;
  readonly vatId: string | null;
  readonly iban: string | null;
  /** Six or nine digits, given by the postal service to whoever mails. */
  readonly mailerId: string | null;
};

export type LetterheadRefusal = 'team.letterhead_incomplete' | 'team.mailer_id_wrong';

/** The letterhead with blanks taken off; a mailer id has six or nine digits. */
export function acceptLetterhead(wish: Letterhead): Outcome<Letterhead, LetterheadRefusal> {
  const trimmed = {
    ...wish,
    legalName: wish.legalName.trim(),
    line1: wish.line1.trim(),
    city: wish.city.trim(),
    postalCode: wish.postalCode.trim(),
    country: wish.country.trim().toUpperCase(),
    mailerId: wish.mailerId === null || wish.mailerId.trim() === '' ? null : wish.mailerId.trim(),
  };
  const { legalName, line1, city, postalCode, country, mailerId } = trimmed;
  const blank = [legalName, line1, city, postalCode].includes('');
  if (blank || !/^[A-Z]{2}$/u.test(country)) return refuse('team.letterhead_incomplete');
  if (mailerId !== null && !/^(\d{6}|\d{9})$/u.test(mailerId)) {
    return refuse('team.mailer_id_wrong', { mailerId });
  }
  return accept(trimmed);
}
