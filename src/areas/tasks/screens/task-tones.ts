/** The colours of a task's state and priority; the word beside it says the same. */
import type { WireTask } from '#areas/tasks/contract.ts';
import type { Tone } from '#web/ui/Tag.tsx';

export const stateTones: Record<WireTask['state'], Tone> = {
  open: 'plain',
  in_work: 'good',
  waiting: 'warn',
  done: 'plain',
  dropped: 'plain',
};

export const priorityTones: Record<WireTask['priority'], Tone> = {
  urgent: 'late',
  high: 'warn',
  normal: 'plain',
  low: 'plain',
};
