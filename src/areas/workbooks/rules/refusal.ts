/** Everything for which the workbooks say no: to a file, to a row, to a cell. */
export type FileRefusal =
  | 'workbooks.not_ours'
  | 'workbooks.tampered'
  | 'workbooks.unknown_workbook'
  | 'workbooks.no_sheet'
  | 'workbooks.no_key_column'
  | 'workbooks.too_large'
  | 'workbooks.no_secret';

export type CellRefusal =
  | 'workbooks.row_tampered'
  | 'workbooks.row_unknown'
  | 'workbooks.row_without_key'
  | 'workbooks.row_twice'
  | 'workbooks.row_gone'
  | 'workbooks.row_says_two_things'
  | 'workbooks.locked_cell'
  | 'workbooks.bad_day'
  | 'workbooks.bad_amount'
  | 'workbooks.bad_choice'
  | 'workbooks.bad_person'
  | 'workbooks.too_long'
  | 'workbooks.needed'
  | 'workbooks.not_permitted'
  | 'workbooks.next_action_without_day'
  | 'workbooks.promise_incomplete'
  | 'workbooks.promise_not_open'
  | 'workbooks.task_needs_note';

export type WorkbookRefusal =
  | FileRefusal
  | CellRefusal
  | 'workbooks.unknown_kind'
  | 'workbooks.too_many_rows'
  | 'workbooks.no_such_account'
  | 'workbooks.no_such_person'
  | 'workbooks.no_such_upload'
  | 'workbooks.undecided'
  | 'workbooks.nothing_to_undo'
  | 'workbooks.one_file';
