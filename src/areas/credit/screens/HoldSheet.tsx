/** The release card: every reason, what is at risk, how the customer pays, whose word it needs. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRoleName } from '#areas/approvals/screens/index.ts';
import type { WireHold } from '#areas/credit/contract/holds.ts';
import { orderHistory } from '#areas/credit/contract/orders.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import type { Act } from './DecideForm.tsx';
import { LimitBar } from './LimitBar.tsx';
import { words } from './words.ts';

type Props = { hold: WireHold; onAct: (act: Act) => void; onClose: () => void };

export function HoldSheet({ hold, onAct, onClose }: Props) {
  const t = useWords(words);
  const say = useFigures();
  const { authority, figures } = hold;
  const roleName = useRoleName();
  const who = authority.who === null ? t('nobody') : roleName(authority.who);
  const verdict = authority.mine ? t('within') : t(authority.dual ? 'needs_two' : 'needs', { who });
  return (
    <Dialog
      title={`${t('order')} ${hold.order}`}
      sub={say.money(hold.amount, hold.currency)}
      onClose={onClose}
    >
      <div className="grid gap-5">
        <p>
          <Link to={paths.account} params={{ accountId: hold.accountId }} className="link">
            {hold.name}
          </Link>{' '}
          <Tag tone={authority.mine ? 'good' : 'warn'}>{verdict}</Tag>
        </p>
        <section>
          <h2 className="mb-1">{t('why')}</h2>
          <ul className="grid gap-1">
            {hold.reasons.map(({ reason, says }) => (
              <li key={reason}>{says}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className="mb-1">{t('risk')}</h2>
          <LimitBar figures={figures} />
          {figures !== null && <RiskFigures hold={hold} />}
        </section>
        <Payments hold={hold} />
        <SheetActs hold={hold} onAct={onAct} />
        <Decided orderId={hold.orderId} />
      </div>
    </Dialog>
  );
}

function RiskFigures({ hold: { figures } }: { hold: WireHold }) {
  const t = useWords(words);
  const say = useFigures();
  if (figures === null) return null;
  const { currency } = figures;
  return (
    <KeyValue
      facts={[
        { name: t('owed'), value: say.money(figures.owed, currency) },
        { name: t('unapplied'), value: say.money(figures.unapplied, currency) },
        { name: t('orders'), value: say.money(figures.orders, currency) },
        { name: t('with_order'), value: say.money(figures.withOrder, currency) },
        {
          name: t('limit'),
          value: figures.limit === null ? t('no_limit') : say.money(figures.limit, currency),
        },
        { name: t('over'), value: say.money(figures.over, currency) },
      ]}
    />
  );
}

function Payments({ hold: { payments, figures, currency } }: { hold: WireHold }) {
  const t = useWords(words);
  const say = useFigures();
  const {
    lastPaidOn,
    paidLastYear,
    daysLate,
    promisesKept: kept,
    promisesBroken: broken,
  } = payments;
  return (
    <section>
      <h2 className="mb-1">{t('payments')}</h2>
      <KeyValue
        facts={[
          { name: t('last_paid'), value: lastPaidOn === null ? t('never') : say.day(lastPaidOn) },
          { name: t('paid_year'), value: say.money(paidLastYear, figures?.currency ?? currency) },
          daysLate !== null && { name: t('days_late'), value: t('days', { count: daysLate }) },
          { name: t('promises'), value: t('kept_broken', { kept, broken }) },
        ]}
      />
    </section>
  );
}

function SheetActs({ hold, onAct }: Omit<Props, 'onClose'>) {
  const t = useWords(words);
  const because = useMay()('credit.release');
  const release: Act = hold.authority.mine ? 'release' : 'ask';
  const acts = [
    { key: 'r', act: release, because: release === 'ask' ? undefined : because },
    { key: 'x', act: 'reject', because },
    { key: 'f', act: 'forward', because },
    { key: 'b', act: 'hold', because },
    { key: 'c', act: 'recheck', because },
  ] as const;
  useKeys(
    acts.flatMap(({ key, act, because: not }) =>
      not === undefined ? [{ key, phrase: t(act), run: () => onAct(act) }] : [],
    ),
  );
  return (
    <div className="flex flex-wrap gap-2">
      {acts.map(({ key, act, because: not }, at) => (
        <Button
          key={key}
          keys={key}
          tone={at === 0 ? 'main' : act === 'reject' ? 'danger' : 'plain'}
          because={not}
          onClick={() => onAct(act)}
        >
          {t(act)}
        </Button>
      ))}
    </div>
  );
}

function Decided({ orderId }: { orderId: string }) {
  const t = useWords(words);
  const say = useFigures();
  const known = useQuery({
    queryKey: ['holds', 'order', orderId],
    queryFn: ({ signal }) => call(orderHistory, { params: { orderId }, signal }),
  });
  return (
    <section>
      <h2 className="mb-1">{t('history')}</h2>
      <ul className="grid gap-1 text-sm">
        {known.data?.acts.map((act) => (
          <li key={act.at}>
            {say.moment(act.at)} · {t(`kind_${act.kind}`)} · {act.by}: {act.reason}
            {act.evidence !== '' && ` (${act.evidence})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
