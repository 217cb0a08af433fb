/** Where a version stands, in a word; the colour only helps to find it. */
import type { WirePolicyVersion } from '#areas/policies/contract/policies.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

const tones: Record<WirePolicyVersion['state'], Tone> = {
  proposed: 'late',
  tested: 'warn',
  approved: 'warn',
  published: 'good',
  superseded: 'plain',
  retired: 'plain',
  rejected: 'plain',
  withdrawn: 'plain',
};

export function StateTag({ version: { state, from } }: { version: WirePolicyVersion }) {
  const t = useWords(words);
  const figures = useFigures();
  const today = useToday();
  if (state === 'published' && from !== null && from > today) {
    return <Tag tone="warn">{t('state_coming', { day: figures.day(from) })}</Tag>;
  }
  return <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>;
}
