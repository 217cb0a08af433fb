/** Every no of the mailbox, by name. */
export type MailboxRefusal =
  | 'mailbox.account_of_other_company'
  | 'mailbox.address_unreadable'
  | 'mailbox.bounce_not_answered'
  | 'mailbox.mail_not_linked'
  | 'mailbox.name_taken'
  | 'mailbox.no_invoice_named'
  | 'mailbox.no_key'
  | 'mailbox.no_such_account'
  | 'mailbox.no_such_box'
  | 'mailbox.no_such_company'
  | 'mailbox.no_such_file'
  | 'mailbox.no_such_mail'
  | 'mailbox.no_such_person'
  | 'mailbox.secret_missing'
  | 'mailbox.token_not_https'
  | 'mailbox.too_large';
