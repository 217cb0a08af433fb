/**
 * A copy of originals on its way to a contact.
 *
 *   written ──attempt──▶ sent
 *               ├──────▶ not_sent
 *               └──────▶ unknown ──a person finds out──▶ sent, not_sent
 *
 * The attempt is written down before the mail server is called. While its outcome is unknown the
 * same original does not go to the same address again.
 */
export type CopyState = 'written' | 'sent' | 'not_sent' | 'unknown';

export type CopyRefusal =
  | 'correspondence.contact_without_email'
  | 'correspondence.no_such_account'
  | 'correspondence.no_such_contact'
  | 'correspondence.no_such_copy'
  | 'correspondence.original_missing'
  | 'correspondence.outcome_known'
  | 'correspondence.outcome_unknown'
  | 'correspondence.mail_not_set_up';

/** Where a copy stands: an attempt that never came back is unknown. */
export function copyState(attempted: boolean, outcome: string | null): CopyState {
  if (!attempted) return 'written';
  return outcome === 'sent' || outcome === 'not_sent' ? outcome : 'unknown';
}
