/** The promises of one week, each with the record it is counted with. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { outlookWeek } from '#areas/promises/contract/outlook.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { FiguresHead, WideTable } from '#web/ui/WideTable.tsx';
import { words } from './words.ts';

type Props = {
  weekStart: string;
  currency: string;
  search: { mine?: 'true' | 'false' | undefined; company?: string | undefined };
  onClose: () => void;
};

export function WeekPromises({ weekStart, currency, search, onClose }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const week = useQuery({
    queryKey: ['promises', 'outlook', search, weekStart, currency],
    queryFn: ({ signal }) =>
      call(outlookWeek, { params: { weekStart }, query: { ...search, currency }, signal }),
  });
  const title = t('week_title', { day: figures.day(weekStart) });
  return (
    <Dialog title={title} onClose={onClose} shape="wide">
      {week.isPending && <Bones lines={5} gap={14} />}
      {week.isError && <Failed why={why(week.error)} onRetry={() => void week.refetch()} />}
      {week.data !== undefined && (
        <WideTable label={title} look="text-sm">
          <FiguresHead
            room="py-1 pr-3"
            text={[t('account'), t('due'), t('rate')]}
            figures={[t('promised'), t('outstanding'), t('expected')]}
          />
          <tbody>
            {week.data.rows.map((row) => (
              <WeekRow key={row.promiseId} row={row} currency={currency} />
            ))}
          </tbody>
        </WideTable>
      )}
    </Dialog>
  );
}

type Row = AnswerOf<typeof outlookWeek>['rows'][number];

function WeekRow({ row, currency }: { row: Row; currency: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const { judged, kept, pct } = row.rate;
  const rates = {
    customer: () => t('rate_customer', { kept, judged }),
    book: () => t('rate_book', { percent: figures.percent(pct ?? 0) }),
    none: () => t('unknown'),
  };
  return (
    <tr className="border-t border-line">
      <td className="py-1 pr-3">
        <Link
          to={paths.account}
          params={{ accountId: row.accountId }}
          className="underline underline-offset-2"
        >
          {row.name}
        </Link>
      </td>
      <td className="py-1 pr-3">{figures.day(row.dueOn)}</td>
      <td className="py-1 pr-3 text-ink-2">{rates[row.basis]()}</td>
      <td className="num py-1 pr-3">
        <Amount value={row.amount} currency={currency} />
      </td>
      <td className="num py-1 pr-3">
        <Amount value={row.outstanding} currency={currency} />
      </td>
      <td className="num py-1 pr-3">
        {row.expected === null ? '–' : <Amount value={row.expected} currency={currency} strong />}
      </td>
    </tr>
  );
}
