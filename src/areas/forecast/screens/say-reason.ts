/** A reason in the reader's words; its days, shares and weekdays stand in it. */
import type { WireReason } from '#areas/forecast/contract.ts';
import type { Figures } from '#web/ui/figures.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { localeOf } from '#kernel/written.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function useReasons(): (reasons: readonly WireReason[]) => string {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  return (reasons) =>
    reasons.map((reason) => sayReason(reason, t, figures, localeOf(language))).join(' · ');
}

function sayReason(
  { code, count = 0, percent = 0, on }: WireReason,
  t: Say<typeof words>,
  figures: Figures,
  locale: string,
): string {
  const day = on === undefined ? '' : figures.day(on);
  return t(`reason_${code}`, { count, percent, day, weekday: weekdayName(count, locale) });
}

/** 1 is Monday; 2024-01-01 was one. */
export function weekdayName(weekday: number, locale: string): string {
  const on = new Date(Date.UTC(2024, 0, Math.max(weekday, 1)));
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(on);
}
