/** Who is away and who stands in, and the accounts that wait and nobody works, to their rows. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#web/api.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useList } from '#web/ui/list.ts';
import { MoreRows } from '#web/ui/MoreRows.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Failed } from '#web/ui/states.tsx';
import { coverageRows, type teamDashboard, type WirePerson } from '../contract.ts';
import { type CoverageKind, coverageKinds, untouchedDays } from '../rules/coverage.ts';
import { Panel } from './Panel.tsx';
import type { Looked } from './useDashboard.ts';
import { words } from './words.ts';

type Props = { answer: AnswerOf<typeof teamDashboard>; looked: Looked };

export function CoveragePanel({ answer, looked }: Props) {
  const t = useWords(words);
  const [open, setOpen] = useState<CoverageKind | null>(null);
  const away = answer.people.filter((person) => person.away !== null);
  return (
    <Panel title={t('coverage')}>
      <div className="grid gap-6 text-sm sm:grid-cols-2">
        <div className="min-w-0">
          <h3 className="mb-1 text-sm font-[600] text-ink-2">{t('away_now')}</h3>
          {away.length === 0 && <p className="text-ink-3">{t('away_nobody')}</p>}
          <ul>
            {away.map((person) => (
              <Away key={person.memberId} person={person} />
            ))}
          </ul>
        </div>
        <ul className="min-w-0">
          {coverageKinds.map((kind) => (
            <li key={kind} className="border-t border-line first:border-0">
              <button
                type="button"
                onClick={() => setOpen(kind)}
                className="flex min-h-7 w-full items-center justify-between gap-3 text-left"
              >
                <span>
                  {t(kind, { days: untouchedDays })}{' '}
                  <b className="figures font-[600]">{answer.coverage[kind].count}</b>
                </span>
                <Amount value={answer.coverage[kind].amount} currency={answer.currency} strong />
              </button>
            </li>
          ))}
        </ul>
      </div>
      {open !== null && <Rows kind={open} looked={looked} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

function Away({ person: { name, accounts, away } }: { person: WirePerson }) {
  const t = useWords(words);
  const figures = useFigures();
  if (away === null) return null;
  const { covers, until } = away;
  return (
    <li className="flex min-h-7 flex-wrap items-center justify-between gap-x-3 border-t border-line">
      <span>
        {name}{' '}
        <span className="text-ink-3">
          {t('away_with', { count: accounts, until: figures.day(until) })}
        </span>
      </span>
      <span className={covers.length === 0 ? 'text-late' : ''}>
        {covers.length === 0 ? t('no_cover') : t('covered_by', { names: covers.join(', ') })}
      </span>
    </li>
  );
}

type RowsProps = { kind: CoverageKind; looked: Looked; onClose: () => void };

function Rows({ kind, looked, onClose }: RowsProps) {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const query = { company: looked.company, currency: looked.currency, limit: 50 };
  const list = useList({
    key: ['dashboards', 'coverage', kind, query],
    fetchPage: (cursor, signal) =>
      call(coverageRows, { params: { kind }, query: { ...query, cursor }, signal }),
  });
  return (
    <Dialog title={t(kind, { days: untouchedDays })} shape="wide" onClose={onClose}>
      <p className="text-sm text-ink-2">{t(`${kind}_why`, { days: untouchedDays })}</p>
      {list.error !== null && <Failed why={why(list.error)} onRetry={list.retry} />}
      {list.loading && <GridBones rows={6} />}
      {list.first?.count === 0 && <p className="py-2 text-sm text-ink-3">{t('none')}</p>}
      <ul className="mt-3 grid">
        {list.rows.map((row) => (
          <li
            key={row.accountId}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line py-1.5"
          >
            <span className="min-w-0">
              <Link
                to={paths.account}
                params={{ accountId: row.accountId }}
                className="link font-[550]"
              >
                {row.name}
              </Link>{' '}
              <span className="text-sm text-ink-3">{row.account}</span>
            </span>
            <Amount value={row.overdue} currency={looked.currency} strong />
            <span className="min-w-0 text-sm text-ink-2">
              {t('oldest_due', { day: figures.day(row.oldestDueOn) })} ·{' '}
              {row.touchedOn === null
                ? t('never_touched')
                : t('touched', { day: figures.day(row.touchedOn) })}
            </span>
            <span className="text-right text-sm text-ink-3">
              {row.owner === null ? t('nobody') : t('owned_by', { owner: row.owner })}
            </span>
          </li>
        ))}
      </ul>
      <MoreRows paging={list.paging} />
    </Dialog>
  );
}
