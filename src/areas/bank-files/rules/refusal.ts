/** Every way in which files of banks, their lines and our bank accounts may be refused. */

export type AccountRefusal =
  | 'bank_files.account_number_empty'
  | 'bank_files.account_number_taken'
  | 'bank_files.account_name_taken'
  | 'bank_files.cash_account_taken'
  | 'bank_files.no_such_bank_account';

/** The bytes could not be read; facts name the file, the record and what was expected there. */
export type ReadRefusal =
  | 'bank_files.bad_record'
  | 'bank_files.question'
  | 'bank_files.too_large'
  | 'bank_files.unknown_format';

export type IntakeRefusal =
  | 'bank_files.holds_nothing'
  | 'bank_files.holds_something_else'
  | 'bank_files.nothing_to_replace'
  | 'bank_files.other_company';

/** A file that waits, is in quarantine, or is none of these. */
export type StandingRefusal =
  | 'bank_files.account_number_taken'
  | 'bank_files.no_such_bank_account'
  | 'bank_files.no_such_file'
  | 'bank_files.not_standing'
  | 'bank_files.not_waiting'
  | 'bank_files.other_company'
  | 'bank_files.other_currency';

export type LineRefusal =
  | 'bank_files.already_aside'
  | 'bank_files.line_aside'
  | 'bank_files.line_moves_nothing'
  | 'bank_files.line_used'
  | 'bank_files.no_such_line'
  | 'bank_files.no_such_question'
  | 'bank_files.not_aside'
  | 'bank_files.question_answered'
  | 'bank_files.second_person_needed';

export type BankFilesRefusal =
  | AccountRefusal
  | IntakeRefusal
  | LineRefusal
  | ReadRefusal
  | StandingRefusal
  | 'bank_files.which_company';
