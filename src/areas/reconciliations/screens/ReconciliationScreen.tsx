/** One account agreed with its customer: the bridge, their statement, each difference. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import {
  exportReconciliation,
  reconciliation,
  type WireCompared,
  type WireReconciliation,
} from '#areas/reconciliations/contract.ts';
import { bridgeLines } from '#areas/reconciliations/rules/bridge.ts';
import { call, hrefOf } from '#web/api.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { EnterForm } from './EnterForm.tsx';
import { SignForm } from './SignForm.tsx';
import { words } from './words.ts';

const formats = ['pdf', 'xlsx'] as const;
const keyOf = (row: WireCompared): string => row.key;

export function ReconciliationScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  // The address of this screen names both.
  const params = useParams({ strict: false }) as { accountId: string; reconciliationId: string };
  const page = useQuery({
    queryKey: ['reconciliation', params.reconciliationId],
    queryFn: ({ signal }) => call(reconciliation, { params, signal }),
  });
  const [doing, setDoing] = useState<WireCompared | 'enter' | 'sign' | null>(null);
  const { data } = page;
  if (data === undefined) {
    return (
      <Page title={t('title')}>
        {page.isError ? (
          <Failed why={why(page.error)} onRetry={() => void page.refetch()} />
        ) : (
          <Bones lines={10} />
        )}
      </Page>
    );
  }
  const time = {
    from: figures.day(data.fromOn),
    to: figures.day(data.toOn),
    currency: data.currency,
  };
  const close = (): void => setDoing(null);
  return (
    <Page
      title={data.name}
      sub={t('of_time', time)}
      actions={
        <Actions page={data} onEnter={() => setDoing('enter')} onSign={() => setDoing('sign')} />
      }
    >
      <Signed page={data} />
      <Bridge page={data} />
      <Lines page={data} active={doing === null} onOpen={setDoing} />
      {doing === 'enter' && <EnterForm page={data} onClose={close} />}
      {doing === 'sign' && <SignForm page={data} onClose={close} />}
      {doing !== null && typeof doing === 'object' && (
        <AnswerForm page={data} row={doing} onClose={close} />
      )}
    </Page>
  );
}

type ActionProps = { page: WireReconciliation; onEnter: () => void; onSign: () => void };

function Actions({ page, onEnter, onSign }: ActionProps) {
  const t = useWords(words);
  const forbidden = useMay()('accounts.reconcile');
  const { accountId, reconciliationId, state, source, open } = page;
  const waits = source === null ? t('no_lines') : open > 0 ? t('waits') : undefined;
  return (
    <>
      {formats.map((format) => (
        <a
          key={format}
          className={linkLook}
          href={hrefOf(exportReconciliation, {
            params: { accountId, reconciliationId },
            query: { format },
          })}
        >
          {t(`export_${format}`)}
        </a>
      ))}
      {state === 'open' && (
        <Button because={forbidden} onClick={onEnter}>
          {t('enter')}
        </Button>
      )}
      {state !== 'reviewed' && (
        <Button
          tone="main"
          because={forbidden ?? (state === 'open' ? waits : undefined)}
          onClick={onSign}
        >
          {t(state === 'open' ? 'sign' : 'review')}
        </Button>
      )}
    </>
  );
}

function Signed({ page: { preparer, reviewer } }: { page: WireReconciliation }) {
  const t = useWords(words);
  const figures = useFigures();
  if (preparer === null) return null;
  return (
    <div className="mb-3 grid gap-1 rounded-md border border-line bg-surface p-3 text-sm">
      <p>{t('prepared_by', { ...preparer, on: figures.day(preparer.on) })}</p>
      {reviewer && <p>{t('reviewed_by', { ...reviewer, on: figures.day(reviewer.on) })}</p>}
    </div>
  );
}

function Bridge({ page }: { page: WireReconciliation }) {
  const t = useWords(words);
  const figures = useFigures();
  const { bridge, currency, theirClosing, difference, unexplained } = page;
  const lines = ['opening', ...bridgeLines, 'closing'] as const;
  const said = (amount: string): string => figures.money(amount, currency);
  return (
    <section aria-label={t('bridge')} className="mb-4 grid max-w-[520px] gap-2">
      <KeyValue
        facts={[
          ...lines.map((line) => ({ name: t(line), value: said(bridge[line]) })),
          theirClosing !== null && { name: t('their_closing'), value: said(theirClosing) },
          difference !== null && { name: t('difference'), value: <b>{said(difference)}</b> },
          unexplained !== null &&
            /[1-9]/u.test(unexplained) && { name: t('unexplained'), value: said(unexplained) },
        ]}
      />
    </section>
  );
}

type LineProps = {
  page: WireReconciliation;
  active: boolean;
  onOpen: (row: WireCompared) => void;
};

function Lines({ page, active, onOpen }: LineProps) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('accounts.reconcile');
  const { rows, currency, agreed, open, source, state, reconciliationId } = page;
  const [at, moveTo] = usePlace(`reconciliation ${reconciliationId}`);
  const columns = useMemo(() => columnsOf(t, figures, currency), [t, figures, currency]);
  const narrow = useCallback((row: WireCompared) => lineNarrow(row, currency), [currency]);
  return (
    <>
      {source !== null && <p className="mb-2 text-ink-2">{t('agreed_count', { agreed, open })}</p>}
      <Grid
        label={t('lines')}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        at={at ?? rows[0]?.key ?? null}
        onMove={moveTo}
        onOpen={(row) => {
          if (row.kind !== 'agreed' && state === 'open' && forbidden === undefined) onOpen(row);
        }}
        narrow={narrow}
        quiet={(row) => row.kind === 'agreed'}
        active={active}
        empty={<Empty title={t('no_lines')} why={t('no_lines_why')} />}
      />
    </>
  );
}

function columnsOf(
  t: Say<typeof words>,
  figures: Figures,
  currency: string,
): readonly Column<WireCompared>[] {
  const said = (amount: string | null): string =>
    amount === null ? '—' : figures.amount(amount, currency);
  const amount = (id: 'ours' | 'theirs', drop?: number): Column<WireCompared> => ({
    id,
    header: t(id),
    width: 120,
    align: 'end',
    ...(drop === undefined ? {} : { drop }),
    cell: (row) => <span className="figures">{said(row[id])}</span>,
  });
  return [
    {
      id: 'document',
      header: t('document'),
      width: 150,
      grow: 1,
      cell: (row) => <span className="font-[550]">{row.ourNumber || row.theirNumber}</span>,
    },
    amount('ours', 1),
    amount('theirs', 2),
    {
      id: 'difference',
      header: t('difference'),
      width: 120,
      align: 'end',
      cell: (row) => <b className="figures">{said(row.difference)}</b>,
    },
    { id: 'what', header: t('what'), width: 190, cell: (row) => <Kind row={row} /> },
    {
      id: 'answer',
      header: t('answer'),
      width: 170,
      grow: 2,
      drop: 3,
      cell: ({ answer }) =>
        answer && (
          <span className="block truncate text-sm text-ink-2" title={answer.note}>
            {t(`how_${answer.how}`)}: {answer.note}
          </span>
        ),
    },
  ];
}

function Kind({ row: { kind, answer } }: { row: WireCompared }) {
  const t = useWords(words);
  const tone = kind === 'agreed' || answer !== null ? 'good' : 'warn';
  return <Tag tone={tone}>{t(`kind_${kind}`)}</Tag>;
}

function lineNarrow(row: WireCompared, currency: string) {
  return <LineNarrow row={row} currency={currency} />;
}

function LineNarrow({ row, currency }: { row: WireCompared; currency: string }) {
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.ourNumber || row.theirNumber}</span>
      <b className="figures">{figures.amount(row.difference, currency)}</b>
      <Kind row={row} />
    </span>
  );
}
