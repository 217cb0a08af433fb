/**
 * The days and amounts of a plan that follows no rhythm, one line each.
 *
 * An amount that is left empty shares what the others leave, so the sum is always the debt's.
 */
import { plusDays, parseDay } from '#kernel/day.ts';
import type { WireDraft } from '#areas/promises/contract/plans.ts';
import { Button } from '#web/ui/Button.tsx';
import { inputLook } from '#web/ui/Field.tsx';
import { useToday } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import type { OwnPart } from './plan-terms.ts';
import { words } from './words.ts';

type Props = {
  parts: readonly OwnPart[];
  drawn: WireDraft | undefined;
  onParts: (parts: readonly OwnPart[]) => void;
};

export function OwnDays({ parts, drawn, onParts }: Props) {
  const t = useWords(words);
  const today = useToday();
  const change = (at: number, part: Partial<OwnPart>): void =>
    onParts(parts.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const add = (): void => {
    const last = parseDay(parts.at(-1)?.dueOn ?? '') ?? today;
    onParts([...parts, { dueOn: plusDays(last, 30), amount: '' }]);
  };
  return (
    <section aria-label={t('own_days')} className="grid gap-2">
      <h3 className="text-sm font-[600]">{t('own_days')}</h3>
      <p className="text-sm text-ink-2">{t('own_days_why')}</p>
      <ol className="grid gap-2">
        {parts.map(({ dueOn, amount }, at) => (
          <li
            // Lines have no name of their own; one that is taken out lets the others move up.
            key={at}
            className="grid grid-cols-[1.5rem_minmax(0,1fr)_7.5rem_2rem] items-center gap-2"
          >
            <span className="text-right text-ink-3">{at + 1}</span>
            <input
              type="date"
              aria-label={t('day_no', { no: at + 1 })}
              value={dueOn}
              className={inputLook}
              onChange={(event) => change(at, { dueOn: event.currentTarget.value })}
            />
            <input
              inputMode="decimal"
              aria-label={t('edit_no', { no: at + 1 })}
              value={amount}
              placeholder={drawn?.installments.find(({ no }) => no === at + 1)?.amount}
              className={`${inputLook} figures text-right`}
              onChange={(event) => change(at, { amount: event.currentTarget.value })}
            />
            {parts.length > 1 && (
              <button
                type="button"
                aria-label={t('drop_part', { no: at + 1 })}
                className="min-h-8 rounded-md text-ink-2 hover:bg-sunk"
                onClick={() => onParts(parts.filter((_, index) => index !== at))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ol>
      <p>
        <Button onClick={add}>{t('add_part')}</Button>
      </p>
    </section>
  );
}
