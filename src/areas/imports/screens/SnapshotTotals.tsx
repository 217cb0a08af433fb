/** From our book to the file: what a snapshot opens, changes and closes, and what it asks. */
import { Amount } from '#web/ui/Amount.tsx';
import { CheckField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import type { Outcome } from './upload-data.ts';
import { words } from './words/snapshot.ts';

export type Snapshot = NonNullable<Outcome['snapshot']>;
type Total = Snapshot['parts'][number]['totals'][number];

const moves = [
  'opening',
  'fresh',
  'raised',
  'lowered',
  'reappeared',
  'reposted',
  'vanished',
  'closing',
  'ahead',
  'kept',
  'file',
] as const satisfies readonly (keyof Total)[];
const sums: readonly string[] = ['opening', 'closing', 'file'];

export function SnapshotTotals({ snapshot }: { snapshot: Snapshot }) {
  const t = useWords(words);
  return (
    <section className="grid gap-3">
      <h2>{t('from_book_to_file')}</h2>
      {snapshot.parts.map((part) => (
        <div key={part.company} className="grid gap-2">
          <p className="text-sm text-ink-2">{t(`covers_${part.covers}`)}</p>
          {part.totals.map((total) => (
            <Totals key={total.currency} total={total} company={part.company} />
          ))}
          {part.exceptions.length > 0 && (
            <details className="text-sm">
              <summary>{t('exceptions', { count: part.exceptions.length })}</summary>
              <ul className="mt-1 grid gap-1">
                {part.exceptions.map(({ item, why, amount, currency }) => (
                  <li key={`${why}${item}`}>
                    <b className="font-[600]">{item}</b>{' '}
                    <Amount value={amount} currency={currency} /> {t(`why_${why}`)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
    </section>
  );
}

function Totals({ total, company }: { total: Total; company: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const shown = moves.filter((move) => sums.includes(move) || total[move].count > 0);
  return (
    <table className="w-full text-sm">
      <caption className="text-left font-[600]">
        {company} · {total.currency}
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('from_book_to_file')}</th>
          <th scope="col">{t('items')}</th>
          <th scope="col">{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((move) => (
          <tr key={move} className={sums.includes(move) ? 'border-t border-line font-[600]' : ''}>
            <th scope="row" className="py-0.5 text-left font-[inherit]">
              {t(move)}
            </th>
            <td className="figures text-right">{figures.number(total[move].count)}</td>
            <td className="figures pl-3 text-right">
              <Amount value={total[move].amount} currency={total.currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type AskProps = { snapshot: Snapshot; confirmed: boolean; onConfirm: (yes: boolean) => void };

/** What stands in the way, and the tick that answers when the file would close much. */
export function SnapshotAsk({ snapshot, confirmed, onConfirm }: AskProps) {
  const t = useWords(words);
  const { asks, closes } = snapshot;
  if (asks === null || asks.code === 'import.problems_found') return null;
  return (
    <div role="status" className="grid gap-1 rounded-md bg-warn-soft px-3 py-2 text-sm">
      <p className="font-[600] text-warn">{asks.message}</p>
      {asks.code === 'snapshot.closes_too_much' ? (
        <CheckField
          checked={confirmed}
          onChange={(event) => onConfirm(event.target.checked)}
          label={t('confirm_closing', { count: closes })}
        />
      ) : (
        <p>{asks.remedy}</p>
      )}
    </div>
  );
}
