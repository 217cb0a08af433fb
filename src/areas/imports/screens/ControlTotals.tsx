/** Debits and credits by currency, to be held against the totals of where the file came from. */
import { Amount } from '#web/ui/Amount.tsx';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useWords } from '#web/ui/say.ts';
import type { Outcome } from './upload-data.ts';
import { words } from './words.ts';

export function ControlTotals({ totals }: { totals: Outcome['controlTotals'] }) {
  const t = useWords(words);
  return (
    <div>
      <h2 className="mb-1">{t('totals')}</h2>
      {totals.map(({ currency, debits, credits }) => (
        <KeyValue
          key={currency}
          facts={[
            {
              name: t('debits', { currency }),
              value: <Amount value={debits} currency={currency} strong />,
            },
            {
              name: t('credits', { currency }),
              value: <Amount value={credits} currency={currency} strong />,
            },
          ]}
        />
      ))}
    </div>
  );
}
