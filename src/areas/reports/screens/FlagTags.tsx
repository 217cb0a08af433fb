/** What stands on an account of the aging, in words. */
import type { AgingRow } from '#areas/reports/contract.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

const tones: Record<AgingRow['flags'][number], Tone> = {
  crossed: 'late',
  disputed: 'warn',
  promised: 'good',
  unapplied: 'warn',
  credit_balance: 'plain',
};

export function FlagTags({ row }: { row: AgingRow }) {
  const t = useWords(words);
  return (
    <span className="flex shrink-0 gap-1">
      {row.flags.map((flag) => (
        <Tag key={flag} tone={tones[flag]}>
          {t(`mark_${flag}`)}
        </Tag>
      ))}
    </span>
  );
}
