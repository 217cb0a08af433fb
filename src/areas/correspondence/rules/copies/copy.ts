/**
 * A copy of originals for a contact who asked: a message like any other, which carries what came.
 *
 * While the outcome of one is unknown, the same original does not go to the same address again.
 */
export type CopyRefusal =
  | 'correspondence.contact_without_email'
  | 'correspondence.no_such_account'
  | 'correspondence.no_such_contact'
  | 'correspondence.original_missing'
  | 'correspondence.outcome_unknown'
  | 'correspondence.mail_not_set_up';
