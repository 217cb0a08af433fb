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

/** What matters most stands first; the others are counted. */
const order = ['crossed', 'disputed', 'promised', 'unapplied', 'credit_balance'] as const;

export function FlagTags({ row }: { row: AgingRow }) {
  const t = useWords(words);
  const flags = order.filter((flag) => row.flags.includes(flag));
  const [first] = flags;
  return (
    <span className="flex shrink-0 gap-1">
      {first !== undefined && <Tag tone={tones[first]}>{t(`mark_${first}`)}</Tag>}
      {flags.length > 1 && (
        <Tag>
          <span title={flags.map((flag) => t(`mark_${flag}`)).join(', ')}>+{flags.length - 1}</span>
        </Tag>
      )}
    </span>
  );
}
