/** A promise on a phone: who and how much, by which day and how it stands. */
import type { WirePromise } from '#areas/promises/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { HowFar, useLevel } from './HowFar.tsx';
import { promiseTones } from './promise-tones.ts';
import { words } from './words.ts';

export function PromiseNarrow({ promise }: { promise: WirePromise }) {
  const t = useWords(words);
  const figures = useFigures();
  const levelOf = useLevel();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{promise.name}</span>
      <span className="text-right">
        <Amount value={promise.amount} currency={promise.currency} strong named />
      </span>
      <span className="truncate text-sm text-ink-2">
        {t('by_day', { day: figures.day(promise.dueOn) })} · {promise.saidBy}
      </span>
      <span className="text-right">
        <Tag tone={promiseTones[promise.state]}>{t(`state_${promise.state}`)}</Tag>
      </span>
      <HowFar promise={promise} />
      <span className="text-right text-xs text-ink-2">{levelOf(promise)}</span>
    </span>
  );
}
