/** An account's credit in the strip beside its items: what is left, what waits, and the limit. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountCredit, type WireCredit } from '#areas/credit/contract/limits.ts';
import { call } from '#web/api.ts';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import { type Fact, KeyValue } from '#web/ui/KeyValue.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { AccountHoldForm } from './AccountHoldForm.tsx';
import { LimitBar } from './LimitBar.tsx';
import { LimitForm } from './LimitForm.tsx';
import { NoticeList } from './NoticeList.tsx';
import { words } from './words.ts';

export function CreditCard({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const may = useMay();
  const queries = useQueryClient();
  const [changing, setChanging] = useState(false);
  const [holding, setHolding] = useState(false);
  const known = useQuery({
    queryKey: ['account', accountId, 'credit'],
    queryFn: ({ signal }) => call(accountCredit, { params: { accountId }, signal }),
  });
  const credit = known.data;
  const mayHold = may('credit.release') === undefined;
  if (credit === undefined || (isBare(credit) && !mayHold)) return null;
  const held = credit.hold !== null;
  const asks = may('credit.limit') !== undefined;
  function close(): void {
    setChanging(false);
    setHolding(false);
    void queries.invalidateQueries({ queryKey: ['account', accountId] });
  }
  return (
    <section>
      <h2 className="mb-1.5">{t('credit')}</h2>
      <HoldLine credit={credit} />
      <LimitBar figures={credit.figures} />
      <CreditFigures credit={credit} />
      <OpenOrders credit={credit} />
      <NoticeList notices={credit.notices} onSent={close} />
      <p className="no-print mt-1 flex flex-wrap gap-x-3 text-sm">
        <button type="button" className="link" onClick={() => setChanging(true)}>
          {t(asks ? 'ask_limit' : 'change_limit')}
        </button>
        {mayHold && (
          <button type="button" className="link" onClick={() => setHolding(true)}>
            {t(held ? 'end_hold' : 'hold_account')}
          </button>
        )}
      </p>
      {changing && <LimitForm accountId={accountId} credit={credit} asks={asks} onClose={close} />}
      {holding && (
        <AccountHoldForm accountId={accountId} act={held ? 'release' : 'hold'} onClose={close} />
      )}
    </section>
  );
}

/** Without a limit, an order or a hold there is nothing to read, only something to do. */
function isBare({ figures, orders, hold, notices }: WireCredit): boolean {
  const isEmpty = orders.length === 0 && notices.length === 0;
  return figures?.limit === null && isEmpty && hold === null;
}

function HoldLine({ credit: { hold, holdUntil } }: { credit: WireCredit }) {
  const t = useWords(words);
  const say = useFigures();
  if (hold === null) return null;
  return (
    <p className="mb-1">
      <Tag tone="stop">{t('account_held', { why: hold })}</Tag>
      {holdUntil !== null && (
        <span className="ml-1.5 text-sm">{t('until', { day: say.day(holdUntil) })}</span>
      )}
    </p>
  );
}

function CreditFigures({ credit }: { credit: WireCredit }) {
  const t = useWords(words);
  const say = useFigures();
  const { figures, available, group } = credit;
  if (figures === null) return null;
  const { currency } = figures;
  const ofGroup = group?.exposure ?? null;
  const exposure = group && ofGroup !== null ? say.amount(ofGroup, group.currency) : '—';
  return (
    <KeyValue
      facts={[
        { name: t('exposure'), value: say.amount(figures.exposure, currency) },
        { name: t('orders'), value: say.amount(figures.orders, currency) },
        available !== null && { name: t('available'), value: say.money(available, currency) },
        ...grantFacts(credit, t, say),
        group !== null && {
          name: t('group', { name: group.name }),
          value: `${exposure} / ${say.money(group.limit, group.currency)}`,
        },
      ]}
    />
  );
}

/** What was granted beside the standing limit, and until when that runs. */
function grantFacts(
  { standing, temporary, insurance }: WireCredit,
  t: Say<typeof words>,
  say: Figures,
): Fact[] {
  const until = standing?.untilOn ?? null;
  const given = temporary?.amount ?? null;
  const more = given === null ? null : say.money(given, temporary?.currency ?? '');
  const ends = temporary?.untilOn ?? null;
  const covered = insurance?.amount ?? null;
  const lastDay = (on: string | null): string =>
    on === null ? '' : t('until', { day: say.day(on) });
  return [
    until !== null && { name: t('ends_on'), value: t('until', { day: say.day(until) }) },
    more !== null && { name: t('temporary'), value: `${more} ${lastDay(ends)}` },
    covered !== null && {
      name: t('insurance'),
      value: say.money(covered, insurance?.currency ?? ''),
    },
  ];
}

const tones = { approved: 'good', released: 'good', held: 'warn', rejected: 'stop' } as const;
const mostShown = 4;

function OpenOrders({ credit }: { credit: WireCredit }) {
  const t = useWords(words);
  const say = useFigures();
  const open = credit.orders.filter(({ state }) => state === 'open').slice(0, mostShown);
  if (open.length === 0) return null;
  return (
    <ul className="mt-1.5 grid gap-1 text-sm">
      {open.map(({ orderId, order, open: rest, currency, verdict }) => (
        <li key={orderId} className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate">{order}</span>
          <span className="figures">{say.money(rest, currency)}</span>
          {verdict !== null && <Tag tone={tones[verdict]}>{t(`kind_${verdict}`)}</Tag>}
        </li>
      ))}
    </ul>
  );
}
