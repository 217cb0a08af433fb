/** What a week is made of: its items, the largest expectation first, each with its reasons. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cashWeekItems } from '#areas/forecast/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { FiguresHead, WideTable } from '#web/ui/WideTable.tsx';
import { useReasons } from './say-reason.ts';
import { words } from './words.ts';

type Props = {
  weekStart: string;
  currency: string;
  company: string | undefined;
  onClose: () => void;
};

export function WeekItems({ weekStart, currency, company, onClose }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const sayReasons = useReasons();
  const week = useQuery({
    queryKey: ['forecast', 'week', weekStart, currency, company ?? ''],
    queryFn: ({ signal }) =>
      call(cashWeekItems, { params: { weekStart }, query: { currency, company }, signal }),
  });
  const { data } = week;
  const expected = data === undefined ? '…' : figures.money(data.expected, currency);
  return (
    <Dialog
      title={t('week_items', { day: figures.day(weekStart), expected })}
      onClose={onClose}
      shape="wide"
    >
      {week.isPending && <Bones lines={8} gap={14} />}
      {week.isError && <Failed why={why(week.error)} onRetry={() => void week.refetch()} />}
      {data !== undefined && (
        <>
          <p className="mb-2 text-sm text-ink-2">
            {t('items_shown', { shown: data.rows.length, count: data.count })}
          </p>
          <WideTable label={t('forecast')} look="text-sm">
            <FiguresHead
              room="py-1 pr-3"
              text={[t('customer'), t('document'), t('why')]}
              figures={[t('open'), t('chance'), t('expected')]}
            />
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.itemId} className="border-t border-line">
                  <td className="py-1 pr-3">
                    <Link
                      to={paths.account}
                      params={{ accountId: row.accountId }}
                      className="underline underline-offset-2"
                    >
                      {row.name}
                    </Link>
                  </td>
                  <td className="py-1 pr-3">{row.document}</td>
                  <td className="py-1 pr-3 text-ink-2">{sayReasons(row.reasons)}</td>
                  <td className="num py-1 pr-3">
                    <Amount value={row.open} currency={currency} />
                  </td>
                  <td className="num py-1 pr-3">{figures.percent(row.percent)}</td>
                  <td className="num py-1 pr-3">
                    <Amount value={row.expected} currency={currency} strong />
                  </td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        </>
      )}
    </Dialog>
  );
}
