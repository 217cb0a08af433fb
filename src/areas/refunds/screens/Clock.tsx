/** The clock of a law: day 9 of 14, the last day and where it is written. */
import type { WireClock } from '#areas/refunds/contract/shapes.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

export function Clock({ clock, whole = false }: { clock: WireClock | null; whole?: boolean }) {
  const t = useWords(words);
  const figures = useFigures();
  if (clock === null) return <span className="text-ink-3">{t('no_clock')}</span>;
  const { day, of, dueOn, citation } = clock;
  const tag = <Tag tone={toneOf(of - day)}>{t('clock_day', { day, of })}</Tag>;
  const by = t('clock_by', { day: figures.day(dueOn), citation });
  if (!whole) return <span title={by}>{tag}</span>;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-2">
      {tag}
      <span className="text-sm text-ink-2">{by}</span>
    </span>
  );
}

function toneOf(left: number): Tone {
  if (left < 0) return 'late';
  return left <= 3 ? 'warn' : 'plain';
}
