/** What is still to lay out of a receipt: always in sight, red when too much is laid out. */
import { Amount } from '#web/ui/Amount.tsx';
import { useWords } from '#web/ui/say.ts';
import { written } from './board-state.ts';
import type { BoardWork } from './use-board.ts';
import { words } from './words.ts';

export function Rest({ work }: { work: BoardWork }) {
  const t = useWords(words);
  const { currency } = work.data.receipt;
  const { rest } = work.sums;
  return (
    <p aria-live="polite" className={rest < 0n ? 'text-late' : 'text-ink'}>
      <span className="pr-2 text-sm text-ink-2">{t('rest')}</span>
      <Amount value={written(rest, currency)} currency={currency} named strong />
    </p>
  );
}
