/** One refund: its clock, what the checks found, who had a hand in it, and the next step. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { oneRefund } from '#areas/refunds/contract/refunds.ts';
import { refundStates } from '#areas/refunds/rules/refund.ts';
import { type Answer, call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { Authorisations } from './Authorisations.tsx';
import { Clock } from './Clock.tsx';
import { RefundActs } from './RefundActs.tsx';
import { RefundTabs } from './RefundTabs.tsx';
import { StateTag } from './StateTag.tsx';
import { words } from './words.ts';

type One = Answer<typeof oneRefund>;

export function RefundScreen() {
  const t = useWords(words);
  const why = useWhy();
  const { accountId = '', refundId = '' } = useParams({ strict: false });
  const found = useQuery({
    queryKey: ['refunds', 'one', refundId],
    queryFn: ({ signal }) => call(oneRefund, { params: { accountId, refundId }, signal }),
  });
  const refund = found.data?.refund;
  return (
    <Page title={refund?.name ?? t('refunds')} sub={refund && <StateTag refund={refund} />}>
      <RefundTabs />
      {found.isPending && <Bones lines={8} />}
      {found.isError && <Failed why={why(found.error)} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <div className="grid max-w-3xl gap-6">
          <RefundActs one={found.data} />
          <Facts one={found.data} />
          <Findings one={found.data} />
          <Payments one={found.data} />
          <Authorisations accountId={accountId} />
          <History one={found.data} />
        </div>
      )}
    </Page>
  );
}

function Facts({ one: { refund, parts, bank } }: { one: One }) {
  const t = useWords(words);
  const figures = useFigures();
  const { given, needs } = refund.approvals;
  const so = t('approvals_of', { given: given.length, needs });
  const bankLine = ({ holder, bank: at, number }: NonNullable<One['bank']>): string =>
    t('bank_line', { holder, bank: at, number });
  return (
    <KeyValue
      plain
      facts={[
        {
          name: t('amount'),
          value: <Amount value={refund.amount} currency={refund.currency} named strong />,
        },
        { name: t('clock'), value: <Clock clock={refund.clock} whole /> },
        {
          name: t('account'),
          value: (
            <Link to={paths.account} params={{ accountId: refund.accountId }} className="link">
              {refund.name} {refund.account}
            </Link>
          ),
        },
        { name: t('origin'), value: t(`origin_${refund.origin}`) },
        {
          name: t('pays_from'),
          value: parts
            .map(({ document, amount }) => `${document}: ${figures.money(amount, refund.currency)}`)
            .join(', '),
        },
        { name: t('way'), value: t(`method_${refund.method}`) },
        { name: t('to_whom'), value: `${refund.payeeName} (${t(`payee_${refund.payee}`)})` },
        bank && {
          name: t('bank'),
          value: (
            <Link to={paths.payback} params={{ accountId: refund.accountId }} className="link">
              {bankLine(bank)}; {t(bank.calledBack ? 'called_back' : 'not_called_back')}
            </Link>
          ),
        },
        {
          name: t('requester'),
          value: `${refund.requestedBy}, ${figures.day(refund.requestedOn)}`,
        },
        {
          name: t('approved_by'),
          value: `${given.join(', ') || t('nobody_yet')} (${so})`,
        },
      ]}
    />
  );
}

function Findings({ one: { refund } }: { one: One }) {
  const t = useWords(words);
  return (
    <section aria-label={t('findings')}>
      <h2 className="mb-1 font-[600]">{t('findings')}</h2>
      {refund.findings.length === 0 && <p className="text-ink-2">{t('no_findings')}</p>}
      <ul className="grid gap-1">
        {refund.findings.map(({ check, holds, text }) => (
          <li key={check}>
            {text} {holds && <Tag tone="stop">{t('holds')}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Payments({ one: { payments, refund } }: { one: One }) {
  const t = useWords(words);
  const figures = useFigures();
  if (payments.length === 0) return null;
  return (
    <section aria-label={t('payments')}>
      <h2 className="mb-1 font-[600]">{t('payments')}</h2>
      <ul className="grid gap-1">
        {payments.map(({ paymentId, method, number, amount, issuedOn }) => (
          <li key={paymentId}>
            {figures.day(issuedOn)} · {t(`method_${method}`)}{' '}
            <span className="figures">{number}</span> ·{' '}
            <Amount value={amount} currency={refund.currency} named />
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ one: { events } }: { one: One }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <section aria-label={t('history')}>
      <h2 className="mb-1 font-[600]">{t('history')}</h2>
      <ol className="grid gap-1.5 text-sm">
        {events.map(({ kind, at, by, reason }) => (
          <li key={`${at} ${kind}`}>
            <span className="text-ink-3">{figures.moment(at)}</span>{' '}
            {t('event_line', { what: eventName(kind, t), by })}
            <span className="text-ink-2">: {reason}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const overlays = ['held', 'freed', 'retried'] as const;

function eventName(kind: string, t: Say<typeof words>): string {
  const overlay = overlays.find((each) => each === kind);
  if (overlay !== undefined) return t(`event_${overlay}`);
  const state = refundStates.find((each) => each === kind);
  return state === undefined ? kind : t(`state_${state}`);
}
