/** The days of the statement. */
import type { FormEvent } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Period = { from?: string | undefined; to?: string | undefined };
type Props = { from: string; to: string; onPick: (period: Period) => void };

export function PeriodForm({ from, to, onPick }: Props) {
  const t = useWords(words);
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const day = (name: string): string | undefined => {
      const value = fields.get(name);
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    onPick({ from: day('from'), to: day('to') });
  }
  return (
    <form
      key={`${from} ${to}`}
      aria-label={t('period')}
      onSubmit={send}
      className="no-print mb-4 flex items-start gap-3 max-sm:flex-wrap max-sm:gap-2"
    >
      <div className="w-56 max-sm:w-[calc(50%-4px)]">
        <DayField label={t('from')} name="from" defaultValue={from} />
      </div>
      <div className="w-56 max-sm:w-[calc(50%-4px)]">
        <DayField label={t('to')} name="to" defaultValue={to} />
      </div>
      <Button type="submit" className="mt-[23px] max-sm:mt-0">
        {t('show')}
      </Button>
    </form>
  );
}
