/** The four figures of a day side by side, a currency a line, and who signed them. */
import type { CashDay } from '#areas/cash/contract/closing.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

const sides = ['received', 'deposited', 'posted', 'journal'] as const;

export function DayFigures({ day }: { day: CashDay }) {
  const t = useWords(words);
  const figures = useFigures();
  const { sameDayBps, signatures, lateArrivals } = day;
  return (
    <section aria-label={t('proof')} className="rounded-lg border border-line bg-surface p-4">
      {day.figures.length === 0 && <p className="text-ink-2">{t('no_cash')}</p>}
      {day.figures.map((line) => (
        <div
          key={line.currency}
          className="grid grid-cols-2 gap-3 border-t border-line py-2 first:border-t-0 sm:grid-cols-[5rem_repeat(4,minmax(0,1fr))_auto]"
        >
          <span className="font-[600]">{line.currency}</span>
          {sides.map((side) => (
            <span key={side} className="grid">
              <span className="text-sm text-ink-3">{t(side)}</span>
              <Amount value={line[side]} currency={line.currency} strong />
            </span>
          ))}
          <span>
            <LineState line={line} day={day} />
          </span>
        </div>
      ))}
      {sameDayBps !== null && (
        <p className="mt-2 text-sm text-ink-2">
          {t('same_day', { rate: figures.percent(Math.floor(sameDayBps / 100)) })}
        </p>
      )}
      {signatures.map(({ signature, by, at, note }) => (
        <p key={signature} role="status" className="mt-2 text-sm">
          {t('signed_by', { signature, by, at: figures.moment(at) })}
          {note !== '' && ` · ${note}`}
        </p>
      ))}
      {lateArrivals > 0 && (
        <p role="status" className="mt-1 text-sm text-warn">
          {t('late_arrivals', { count: lateArrivals })}
        </p>
      )}
    </section>
  );
}

function LineState({ line, day }: { line: CashDay['figures'][number]; day: CashDay }) {
  const t = useWords(words);
  const rows = day.differences.filter((row) => row.currency === line.currency);
  if (rows.length === 0) return <Tag tone="good">{t('agrees')}</Tag>;
  const open = rows.some(({ heldOver }) => !heldOver);
  return <Tag tone={open ? 'late' : 'warn'}>{t(open ? 'differs' : 'held')}</Tag>;
}
