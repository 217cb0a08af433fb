/** How far the money of a promise got, and by which grace and tolerance it is judged. */
import { useCallback } from 'react';
import type { WirePromise } from '#areas/promises/contract.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { promise: WirePromise };

/** The part that came as a bar with its words; the words alone say all of it. */
export function HowFar({ promise }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { receivedPct, missing, currency, state } = promise;
  // What a person ended is measured by nothing.
  if (state === 'superseded' || state === 'withdrawn') return null;
  const whole = !/[1-9]/u.test(missing);
  return (
    <span className="block min-w-0">
      <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-line">
        <span className="block h-full bg-good" style={{ width: `${receivedPct}%` }} />
      </span>
      <span className="block truncate text-xs text-ink-2">
        {whole
          ? t('came_whole')
          : t('came', {
              percent: figures.percent(receivedPct),
              missing: figures.amount(missing, currency),
            })}
      </span>
    </span>
  );
}

/** The grace and the tolerance that were applied, as one sentence. */
export function useJudgedBy(): (promise: WirePromise) => string {
  const t = useWords(words);
  const figures = useFigures();
  return useCallback(
    ({ graceDays, lastDay, tolerance, currency }) =>
      t('judged_by', {
        days: graceDays,
        day: figures.day(lastDay),
        tolerance: /[1-9]/u.test(tolerance) ? 'some' : 'none',
        amount: figures.money(tolerance, currency),
      }),
    [t, figures],
  );
}

/** Which word of the customer it is on these debts, and what became of it. */
export function useLevel(): (promise: WirePromise) => string {
  const t = useWords(words);
  return useCallback(
    ({ level, state }) => {
      if (state === 'broken' || state === 'partly') return t('level_broken', { level });
      return t(state === 'kept' ? 'level_kept' : 'level_open', { level });
    },
    [t],
  );
}
