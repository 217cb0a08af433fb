/** Every way in which files of banks may be refused. */
import type { BankFileRefusal } from '#formats/reader.ts';

export type AccountRefusal =
  | 'bank_files.account_number_empty'
  | 'bank_files.account_number_taken'
  | 'bank_files.account_name_taken'
  | 'bank_files.cash_account_taken'
  | 'bank_files.no_such_bank_account';

export type IntakeRefusal =
  | 'bank_files.holds_something_else'
  | 'bank_files.holds_nothing'
  | 'bank_files.other_company'
  | 'bank_files.nothing_to_replace'
  | BankFileRefusal;
