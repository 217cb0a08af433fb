/** How late they paid, month by month; the title says what it means. */
import type { Account } from '#areas/customers/contract.ts';
import { Bars } from '#web/ui/Bars.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { type Habit, habitOf } from './habit.ts';
import { words } from './words.ts';

export function HowTheyPay({ payments }: Pick<Account, 'payments'>) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <section aria-labelledby="how-they-pay" className="mt-6">
      <h2 id="how-they-pay" className="mb-1.5">
        {t('how_they_pay')}
      </h2>
      {payments.every((month) => month.daysLate === null) ? (
        <p className="text-ink-3">{t('pays_none')}</p>
      ) : (
        <Bars
          title={sentence(habitOf(payments), t)}
          heads={[t('month'), t('days_late')]}
          bars={payments.map(({ month, daysLate }) => ({
            name: figures.shortMonth(month),
            value: daysLate,
            colour: colourOf(daysLate ?? 0),
          }))}
        />
      )}
    </section>
  );
}

function sentence(habit: Habit, t: Say<typeof words>): string {
  if (habit.kind === 'early') return t('pays_early', { days: habit.days });
  if (habit.kind === 'steady') return t('pays_steady', { last: habit.last });
  return t(`pays_${habit.kind}`, { last: habit.last, first: habit.first });
}

function colourOf(days: number): string {
  if (days <= 0) return 'var(--b0)';
  if (days <= 10) return 'var(--b1)';
  if (days <= 30) return 'var(--b2)';
  return days <= 60 ? 'var(--b3)' : 'var(--b4)';
}
