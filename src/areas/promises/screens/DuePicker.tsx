/** Promises by due day, in the spans one asks about. */
import type { promises } from '#areas/promises/contract.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { type Day, plusDays, startOfMonth } from '#kernel/day.ts';
import { useToday } from '#web/ui/language.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Span = { dueFrom: string | undefined; dueTo: string | undefined };
type Props = { search: QueryOf<typeof promises>; onSearch: (change: Span) => void };

const spans = ['any', 'today', 'week', 'passed', 'month', 'own'] as const;
type SpanName = (typeof spans)[number];

export function DuePicker({ search, onSearch }: Props) {
  const t = useWords(words);
  const today = useToday();
  const { dueFrom, dueTo } = search;
  const on =
    spans.find((name) => {
      const span = spanOf(name, today);
      return span !== undefined && span.dueFrom === dueFrom && span.dueTo === dueTo;
    }) ?? 'own';
  const shown = spans.filter((name) => name !== 'own' || on === 'own');
  return (
    <Picker
      label={t('due')}
      on={on}
      choices={shown.map((value) => ({ value, name: t(`due_${value}`) }))}
      onPick={(name) => {
        const span = spanOf(name, today);
        if (span !== undefined) onSearch(span);
      }}
    />
  );
}

/** The days of a named span; undefined for days that the address names itself. */
function spanOf(name: SpanName, today: Day): Span | undefined {
  const days: Record<SpanName, Span | undefined> = {
    any: { dueFrom: undefined, dueTo: undefined },
    today: { dueFrom: today, dueTo: today },
    week: { dueFrom: today, dueTo: plusDays(today, 7) },
    passed: { dueFrom: undefined, dueTo: plusDays(today, -1) },
    month: { dueFrom: startOfMonth(today), dueTo: today },
    own: undefined,
  };
  return days[name];
}
