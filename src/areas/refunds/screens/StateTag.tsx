/** Where a refund stands; a hold says more than the state. */
import type { WireRefund } from '#areas/refunds/contract/shapes.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

const tones: Readonly<Record<WireRefund['state'], Tone>> = {
  requested: 'warn',
  approved: 'warn',
  released: 'good',
  paid: 'good',
  cleared: 'plain',
  returned: 'late',
  stale: 'late',
  dormant: 'late',
  refused: 'stop',
  withdrawn: 'plain',
  failed: 'stop',
  ended: 'plain',
};

export function StateTag({ refund: { state, held } }: { refund: WireRefund }) {
  const t = useWords(words);
  if (held !== null) return <Tag tone="stop">{t('held', { check: t(`check_${held}`) })}</Tag>;
  return <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>;
}
