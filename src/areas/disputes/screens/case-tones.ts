/** How a case stands, in colours. */
import type { WireCase } from '#areas/disputes/contract/board.ts';
import type { Tone } from '#web/ui/Tag.tsx';

export const stateTones: Record<WireCase['state'], Tone> = {
  open: 'warn',
  with_owner: 'plain',
  with_customer: 'plain',
  decided: 'good',
  closed: 'plain',
};

export const paceTones: Record<WireCase['pace'], Tone> = {
  none: 'plain',
  in_time: 'good',
  due: 'warn',
  late: 'late',
};
