/** The ages of the closing balance, under the statement. */
import { Amount } from '#web/ui/Amount.tsx';
import { useBucketName } from '#web/ui/buckets.ts';
import { useWords } from '#web/ui/say.ts';
import type { Statement } from './StatementScreen.tsx';
import { words } from './words.ts';

type Props = { book: Statement['currencies'][number]; labels: readonly string[] };

export function StatementAges({ book, labels }: Props) {
  const t = useWords(words);
  const name = useBucketName();
  const cells = [
    ...labels.map((label, index) => ({ label: name(label), amount: book.buckets[index] ?? '0' })),
    { label: t('unapplied'), amount: book.unapplied },
  ];
  return (
    <>
      <h2 className="mt-4 mb-1.5">{t('ages')}</h2>
      <dl className="grid auto-cols-fr gap-px overflow-hidden rounded-lg border border-line bg-line max-sm:grid-cols-3 sm:grid-flow-col">
        {cells.map((cell) => (
          <div key={cell.label} className="bg-surface px-2.5 py-2 max-sm:last:col-[1/-1]">
            <dt className="text-sm text-ink-3">{cell.label}</dt>
            <dd className="font-[600]">
              <Amount value={cell.amount} currency={book.currency} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
