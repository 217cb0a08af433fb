/**
 * The name of a week of the forecast. The first one has mostly begun: what came in before counts
 * no more, so it is named by the day from which it is told and not read as a weak whole week.
 */
import { parseDay, plusDays } from '#kernel/day.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

/** `asOf` is the last day whose payments count; the forecast begins the day after. */
export function useWeekName(asOf: string | null): (weekStart: string) => string {
  const t = useWords(words);
  const figures = useFigures();
  const last = parseDay(asOf ?? '');
  const from = last && plusDays(last, 1);
  return (weekStart) =>
    from !== undefined && from > weekStart && weekStart > plusDays(from, -7)
      ? t('rest_of_week', { day: figures.day(from) })
      : figures.day(weekStart);
}
