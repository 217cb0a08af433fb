/** Every no that the register says, by name. */
import type { StepRefusal } from './complaint.ts';

export type ComplaintRefusal =
  | StepRefusal
  | 'complaint.letter_refused'
  | 'complaint.no_such_account'
  | 'complaint.no_such_contact'
  | 'complaint.no_such_complaint';
