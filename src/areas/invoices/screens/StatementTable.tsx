/** One currency of a statement, line by line, with the balance running along. */
import { words as documentWords } from '#areas/invoices/words.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useServerWords } from '#web/ui/readable.ts';
import { useWords } from '#web/ui/say.ts';
import type { Statement } from './StatementScreen.tsx';
import { words } from './words.ts';

type Book = Statement['currencies'][number];

export function StatementTable({ book, from, to }: { book: Book; from: string; to: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const kind = useServerWords(documentWords);
  const { currency } = book;
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <table className="w-full [&_td]:h-[34px] [&_td]:px-3 max-sm:[&_td]:px-2 max-sm:[&_th]:px-2 max-sm:text-sm [&_th]:px-3 [&_th]:py-2 [&_tr]:border-b [&_tr]:border-line">
        <thead className="text-left text-[12px] text-ink-3 [&_th]:font-[500]">
          <tr>
            <th>{t('date')}</th>
            <th>{t('document')}</th>
            <th className="max-sm:hidden">{t('what')}</th>
            <th className="max-sm:hidden">{t('reference')}</th>
            <th className="max-sm:hidden">{t('due')}</th>
            <th className="num">{t('amount')}</th>
            <th className="num">{t('balance_in', { currency })}</th>
          </tr>
        </thead>
        <tbody>
          <EdgeRow
            name={t('opening')}
            day={figures.day(from)}
            amount={book.opening}
            currency={currency}
          />
          {book.lines.map((line, index) => (
            // Lines have no identity of their own; their place in the statement is it.
            <tr key={`${line.document}${index}`}>
              <td className="whitespace-nowrap text-ink-2">{figures.day(line.on)}</td>
              <td className="font-[600] break-all">{line.document}</td>
              <td className="text-ink-2 max-sm:hidden">{kind(`kind.${line.kind}`) ?? line.kind}</td>
              <td className="text-ink-2 max-sm:hidden">{line.reference}</td>
              <td className="whitespace-nowrap text-ink-2 max-sm:hidden">
                {line.dueOn !== null && figures.day(line.dueOn)}
              </td>
              <td className="num">
                <Amount value={line.amount} currency={currency} />
              </td>
              <td className="num text-ink-2">
                <Amount value={line.running} currency={currency} />
              </td>
            </tr>
          ))}
          <EdgeRow
            name={t('closing')}
            day={figures.day(to)}
            amount={book.closing}
            currency={currency}
          />
        </tbody>
      </table>
    </div>
  );
}

type EdgeProps = { name: string; day: string; amount: string; currency: string };

function EdgeRow({ name, day, amount, currency }: EdgeProps) {
  return (
    <tr className="bg-sunk font-[600] last:border-b-0!">
      <td className="whitespace-nowrap">{day}</td>
      <td>{name}</td>
      <td colSpan={3} className="max-sm:hidden" aria-hidden />
      <td aria-hidden />
      <td className="num">
        <Amount value={amount} currency={currency} />
      </td>
    </tr>
  );
}
