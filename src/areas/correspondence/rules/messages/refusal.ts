/** Why a message is not written, not queued or not moved. */
export type MessageRefusal =
  | 'correspondence.address_blocked'
  | 'correspondence.address_unfit'
  | 'correspondence.attachment_missing'
  | 'correspondence.attachments_too_large'
  | 'correspondence.key_used_otherwise'
  | 'correspondence.message_is'
  | 'correspondence.message_unknown'
  | 'correspondence.no_such_account'
  | 'correspondence.no_such_contact'
  | 'correspondence.second_person_message'
  | 'correspondence.text_empty'
  | 'correspondence.tone_refused';
