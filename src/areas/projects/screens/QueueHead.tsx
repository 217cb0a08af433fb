/** Above the queue: what is at stake in all of it, and whether one, some or all are chosen. */
import { CheckField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = {
  first: { count: number; amounts: readonly { amount: string; currency: string }[] };
  marked: number;
  whole: boolean;
  onWhole: (whole: boolean) => void;
};

export function QueueHead({ first: { count, amounts }, marked, whole, onWhole }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const allowed = useMay()('projects.work') === undefined;
  if (count === 0) return null;
  const worth = amounts.map(({ amount, currency }) => figures.money(amount, currency)).join(' · ');
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 text-sm text-ink-2">
      <span className="figures">{t('at_stake', { worth })}</span>
      {allowed && (
        <CheckField
          label={t('choose_all', { count })}
          checked={whole}
          onChange={(event) => onWhole(event.target.checked)}
        />
      )}
      {marked > 0 && <span className="text-accent">{t('marked', { count: marked })}</span>}
    </div>
  );
}
