/** How full a day is: the minutes that the accounts make, held against what the day has. */
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { minutes: number; capacity: number | null };

export function DayBar({ minutes, capacity }: Props) {
  const t = useWords(words);
  if (capacity === null) {
    return <span className="text-sm text-ink-3">{t('minutes', { count: minutes })}</span>;
  }
  const percent = capacity === 0 ? 100 : Math.round((100 * minutes) / capacity);
  const over = minutes > capacity;
  return (
    <span className="grid gap-0.5">
      <span className={`text-sm whitespace-nowrap ${over ? 'text-late' : 'text-ink-2'}`}>
        {t('minutes_of', { count: minutes, capacity })}
      </span>
      <span aria-hidden className="block h-1.5 overflow-hidden rounded-sm bg-sunk">
        <span
          className={`block h-full ${over ? 'bg-late' : 'bg-accent'}`}
          style={{ width: `${Math.min(100, percent)}%` }}
        />
      </span>
    </span>
  );
}
