/** The rows behind a part of the difference. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type MonthEnd, monthEndRows } from '#areas/reports/contract/month-end.ts';
import type { RowPart } from '#areas/reports/rules/month-end.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { linkLook } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { words } from './month-words.ts';

type Props = { part: RowPart; month: MonthEnd; onClose: () => void };

export function PartRows({ part, month, onClose }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const { company, period } = month;
  const read = useQuery({
    queryKey: ['month-end', 'rows', company, period.name, part],
    queryFn: ({ signal }) =>
      call(monthEndRows, { params: { period: period.name }, query: { company, part }, signal }),
  });
  return (
    <Dialog title={t(part)} sub={period.name} onClose={onClose} shape="wide">
      {read.isPending && <Bones lines={8} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {read.data?.rows.length === 0 && <p className="text-ink-3">{t('no_rows')}</p>}
      <ul className="grid">
        {read.data?.rows.map((row, index) => (
          <li
            // Rows of one entry look alike; their place tells them apart.
            key={index}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line py-1.5"
          >
            <span className="truncate">
              {row.account === null ? (
                row.kind
              ) : (
                <Link to={paths.account} params={{ accountId: row.accountId }}>
                  {row.name} <span className="text-ink-3">{row.account}</span>
                </Link>
              )}
            </span>
            <Amount value={row.amount} currency={row.currency} named />
            <span className="text-sm text-ink-3">
              {row.document} {t('effective', { day: figures.day(row.effectiveOn) })}
              {row.postedOn !== null && ` · ${t('posted', { day: figures.day(row.postedOn) })}`}
            </span>
            {row.by !== null && (
              <span className="col-span-2 text-sm">
                {t('posted_by', { by: row.by, reason: row.reason ?? '' })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {part === 'closings' && (
        <p>
          <Link to={paths.closings} className={linkLook}>
            {t('confirm_closings')}
          </Link>
        </p>
      )}
      {read.data?.more === true && <p className="text-sm text-ink-3">{t('more_rows')}</p>}
    </Dialog>
  );
}
