/** Every no that the student accounts say, by name. */
export type StudentsRefusal =
  | 'students.amount_unreadable'
  | 'students.day_unreadable'
  | 'students.ends_before_start'
  | 'students.file_unreadable'
  | 'students.left_before_start'
  | 'students.no_such_account'
  | 'students.no_such_document'
  | 'students.no_such_term'
  | 'students.no_such_withdrawal'
  | 'students.returned_already'
  | 'students.returned_more'
  | 'students.unknown_kind'
  | 'students.withdrawn_already';
