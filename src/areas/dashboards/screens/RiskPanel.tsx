/** What may go wrong next: money that ages, accounts that pay differently, rules about to break. */
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { AnswerOf } from '#platform/contract/route.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import type { teamDashboard, WireFigure } from '../contract.ts';
import { FigureDialog } from './FigureDialog.tsx';
import { useSaid } from './figure-said.ts';
import { names, usePhrase } from './names.ts';
import { Panel } from './Panel.tsx';
import type { Looked } from './useDashboard.ts';
import { words } from './words.ts';

type Answer = AnswerOf<typeof teamDashboard>;
type Props = { answer: Answer; looked: Looked };

export function RiskPanel({ answer, looked }: Props) {
  const t = useWords(words);
  const { clocks, quality } = answer;
  return (
    <Panel title={t('risk')}>
      <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4">
        <Rolls rolls={answer.rolls} looked={looked} />
        <List title={t('alerts')} empty={answer.alerts.length === 0}>
          {answer.alerts.map((alert) => (
            <Line key={`${alert.accountId} ${alert.kind}`} account={alert}>
              <Tag tone="warn">{t(`alert_${alert.kind}`)}</Tag>
            </Line>
          ))}
        </List>
        <List title={t('movers')} empty={answer.movers.length === 0}>
          {answer.movers.map((mover) => (
            <Line key={mover.accountId} account={mover}>
              <Amount value={mover.amount} currency={answer.currency} strong />
            </Line>
          ))}
        </List>
        <Clocks clocks={clocks} today={answer.asOf} />
      </div>
      <h3 className="mt-5 mb-1 text-sm font-[600] text-ink-2">{t('quality')}</h3>
      <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
        {(['complaints', 'unanswered', 'bounced'] as const).map((name) => (
          <div key={name} className="flex gap-2">
            <dt className="text-ink-2">{t(name)}</dt>
            <dd className={`figures font-[600] ${quality[name] === 0 ? 'text-ink-3' : ''}`}>
              {quality[name]}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Rolls({ rolls, looked }: { rolls: readonly WireFigure[]; looked: Looked }) {
  const t = useWords(words);
  const phrase = usePhrase();
  const said = useSaid(looked.currency);
  const [open, setOpen] = useState<WireFigure | null>(null);
  return (
    <List title={t('rolls')} empty={rolls.length === 0}>
      {rolls.map((roll) => (
        <li key={roll.name} className="border-t border-line">
          <button
            type="button"
            onClick={() => setOpen(roll)}
            className="flex min-h-7 w-full items-center justify-between gap-3 text-left"
          >
            <span>{phrase(names.figure[roll.name])}</span>
            <span className="figures font-[600]">{said.round(roll)}</span>
          </button>
        </li>
      ))}
      {open !== null && (
        <FigureDialog
          title={t('rolls')}
          figures={[open]}
          looked={looked}
          onClose={() => setOpen(null)}
        />
      )}
    </List>
  );
}

function Clocks({ clocks, today }: { clocks: Answer['clocks']; today: string }) {
  const t = useWords(words);
  const phrase = usePhrase();
  const figures = useFigures();
  const all = clocks.count > clocks.rows.length && (
    <Link to={paths.clocks} className="link pl-2 font-[400]">
      {t('clocks_all', { count: clocks.count })}
    </Link>
  );
  return (
    <List title={t('clocks')} beside={all} empty={clocks.rows.length === 0}>
      {clocks.rows.map((clock, no) => (
        <li
          key={`${clock.accountId} ${clock.dueOn} ${no}`}
          className="flex min-h-7 items-center justify-between gap-3 border-t border-line"
        >
          <span className="min-w-0 truncate" title={clock.source}>
            {phrase(clock.title)} <span className="text-ink-3">{clock.name}</span>
          </span>
          <span className={`figures whitespace-nowrap ${clock.dueOn < today ? 'text-late' : ''}`}>
            {figures.day(clock.dueOn)}
          </span>
        </li>
      ))}
    </List>
  );
}

type ListProps = { title: string; beside?: ReactNode; empty: boolean; children: ReactNode };

function List({ title, beside, empty, children }: ListProps) {
  const t = useWords(words);
  return (
    <div className="min-w-0 text-sm">
      <h3 className="mb-1 text-sm font-[600] text-ink-2">
        {title}
        {beside}
      </h3>
      {empty ? <p className="text-ink-3">{t('none')}</p> : <ul>{children}</ul>}
    </div>
  );
}

type LineProps = { account: { accountId: string; name: string }; children: ReactNode };

function Line({ account, children }: LineProps) {
  return (
    <li className="flex min-h-7 items-center justify-between gap-3 border-t border-line">
      <Link
        to={paths.account}
        params={{ accountId: account.accountId }}
        className="min-w-0 truncate hover:underline"
      >
        {account.name}
      </Link>
      {children}
    </li>
  );
}
