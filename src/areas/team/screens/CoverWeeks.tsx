/** The people who are away, by day: one row a person, one column a day, five weeks at a time. */
import { parseDay, parts, plusDays, weekday } from '#kernel/day.ts';
import type { Absence } from '#areas/team/contract.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words } from './cover-words.ts';

type Props = { from: string; days: number; rows: readonly Absence[] };

export function CoverWeeks({ from, days, rows }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const today = useToday();
  const first = parseDay(from);
  if (first === undefined) return null;
  const dates = Array.from({ length: days }, (_, index) => plusDays(first, index));
  const people = [...new Map(rows.map((row) => [row.memberId, row.name]))];
  return (
    <WideTable label={t('weeks')} framed look="border-collapse text-sm">
      <thead>
        <tr className="text-ink-3">
          <th scope="col" className="sticky left-0 bg-surface px-2.5 py-1.5 text-left">
            {t('person')}
          </th>
          {dates.map((date) => (
            <th
              key={date}
              scope="col"
              title={figures.longDay(date)}
              aria-current={date === today ? 'date' : undefined}
              className={`figures min-w-6 px-0.5 py-1.5 text-center font-normal ${
                date === today ? 'bg-ink text-paper' : weekday(date) > 5 ? 'bg-sunk' : ''
              }`}
            >
              {parts(date).dayOfMonth}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map(([memberId, name]) => (
          <tr key={memberId} className="border-t border-line">
            <th
              scope="row"
              className="sticky left-0 bg-surface px-2.5 py-1.5 text-left font-[550] whitespace-nowrap"
            >
              {name}
            </th>
            {dates.map((date) => (
              <DayCell key={date} date={date} row={awayOn(rows, memberId, date)} />
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function awayOn(rows: readonly Absence[], memberId: string, date: string): Absence | undefined {
  return rows.find((row) => row.memberId === memberId && row.from <= date && date <= row.to);
}

function DayCell({ date, row }: { date: string; row: Absence | undefined }) {
  const t = useWords(words);
  const figures = useFigures();
  const day = parseDay(date);
  const weekend = day !== undefined && weekday(day) > 5;
  if (row === undefined) {
    return <td className={weekend ? 'bg-sunk' : ''} aria-label={figures.day(date)} />;
  }
  const covers = [...new Set(row.parts.map(({ cover }) => cover))];
  const said = `${t(`kind_${row.kind}`)}, ${covers.join(', ') || t('nobody_covers')}`;
  return (
    <td className={`p-0 ${weekend ? 'bg-sunk' : ''}`} title={said} aria-label={said}>
      <span
        className={`my-1 block h-5 ${covers.length === 0 ? 'bg-late' : 'bg-accent'} ${
          row.state === 'planned' ? 'opacity-60' : ''
        }`}
      >
        <span className="sr-only">{said}</span>
      </span>
    </td>
  );
}
