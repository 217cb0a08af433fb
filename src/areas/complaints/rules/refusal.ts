/** Every no that the register says, by name. */
import type { StepRefusal } from './complaint.ts';

export type ComplaintRefusal =
  | StepRefusal
  | 'complaint.no_such_account'
  | 'complaint.no_such_complaint';
