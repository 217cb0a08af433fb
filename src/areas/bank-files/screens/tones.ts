/** The colours of where files and lines stand; the word says it, the colour helps to find it. */
import type { WireBankFile } from '#areas/bank-files/contract/files.ts';
import type { WireBankLine } from '#areas/bank-files/contract/lines.ts';
import type { Tone } from '#web/ui/Tag.tsx';

export const fileTones: Readonly<Record<WireBankFile['state'], Tone>> = {
  taken_in: 'good',
  waiting: 'warn',
  quarantined: 'late',
  unreadable: 'late',
  replaced: 'stop',
  closed: 'stop',
};

export const lineTones: Readonly<Record<WireBankLine['stands'], Tone>> = {
  open: 'plain',
  used: 'good',
  proposed: 'warn',
  aside: 'stop',
  disputed: 'late',
};
