/** When the figures were read, to the second, and whether newer ones are on their way. */
import { useLanguage } from '#web/ui/language.tsx';
import { localeOf } from '#kernel/written.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { answer: { at: string; againMs: number | null; currency: string } };

/** News that are read within a second need no word. */
const soonMs = 1000;

export function Freshness({ answer: { at, againMs, currency } }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const time = new Intl.DateTimeFormat(localeOf(language), {
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).format(new Date(at));
  return (
    <span className="figures">
      {currency} · {t('read_at', { time })}
      {againMs !== null && againMs < soonMs && ` · ${t('newer')}`}
    </span>
  );
}
