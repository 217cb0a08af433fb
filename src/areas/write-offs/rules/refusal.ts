/** Every no of the write-offs, by name; the words have a sentence for each. */
import type { PlaceRefusal } from './placing.ts';
import type { SweepRefusal } from './sweeping.ts';

export type WriteOffsRefusal =
  | PlaceRefusal
  | SweepRefusal
  | 'write_offs.no_such_placement'
  | 'write_offs.no_such_write_off'
  | 'write_offs.recalled_already'
  | 'write_offs.fee_beyond_all'
  | 'write_offs.now_left_out';
