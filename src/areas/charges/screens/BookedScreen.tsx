/** Debit memos of interest and fees: waived, reversed or reinstated from here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import {
  askWaiver,
  charges,
  reinstateCharge,
  reverseCharge,
  waiveCharge,
  type WireCharge,
} from '#areas/charges/contract.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { ChargeTabs } from './ChargeTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: WireCharge): string => row.chargeItemId;
const narrow = (row: WireCharge) => <BookedNarrow charge={row} />;

export function BookedScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search] = useSearchState(charges);
  const list = useQuery({
    queryKey: ['charges', 'booked', search],
    queryFn: ({ signal }) => call(charges, { query: search, signal }),
  });
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace('booked-charges');
  const [open, setOpen] = useState<WireCharge | null>(null);
  const columns = useMemo(() => columnsOf(t, figures), [t, figures]);
  return (
    <Page title={t('booked')}>
      <ChargeTabs />
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('booked')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={at ?? rows[0]?.chargeItemId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          narrow={narrow}
          active={open === null}
          empty={<Empty title={t('booked_none')} why={t('booked_none_why')} />}
        />
      )}
      {open !== null && <ChargeSheet charge={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function columnsOf(t: Say<typeof words>, figures: Figures): readonly Column<WireCharge>[] {
  return [
    { id: 'on', header: t('on'), width: 105, drop: 1, cell: (row) => figures.day(row.on) },
    {
      id: 'who',
      header: t('who'),
      width: 150,
      grow: 2,
      cell: (row) => <span className="block truncate font-[550]">{row.name}</span>,
    },
    { id: 'about', header: t('about'), width: 150, grow: 1, cell: (row) => row.about.join(', ') },
    {
      id: 'interest',
      header: t('interest'),
      width: 120,
      align: 'end',
      cell: (row) => <Amount value={row.interest} currency={row.currency} named strong />,
    },
    {
      id: 'fee',
      header: t('fee'),
      width: 110,
      align: 'end',
      cell: (row) => <Amount value={row.fee} currency={row.currency} named />,
    },
    { id: 'state', header: t('state'), width: 120, cell: (row) => <StateTag charge={row} /> },
  ];
}

function StateTag({ charge: { state } }: { charge: WireCharge }) {
  const t = useWords(words);
  return <Tag tone={state === 'standing' ? 'plain' : 'warn'}>{t(`state_${state}`)}</Tag>;
}

function BookedNarrow({ charge }: { charge: WireCharge }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{charge.name}</span>
      <Amount value={charge.interest} currency={charge.currency} named />
      <span className="truncate text-sm text-ink-2">{charge.about.join(', ')}</span>
      <span className="text-right">
        <StateTag charge={charge} />
      </span>
    </span>
  );
}

type Verb = 'waive' | 'ask_waiver' | 'reverse' | 'reinstate';

function ChargeSheet({ charge, onClose }: { charge: WireCharge; onClose: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const [verb, setVerb] = useState<Verb | null>(null);
  const { state, currency, ended } = charge;
  const offered: readonly (readonly [Verb, string])[] =
    state === 'standing'
      ? [
          may('ledger.write_off') === undefined
            ? ['waive', 'ledger.write_off']
            : ['ask_waiver', 'approvals.ask'],
          ['reverse', 'ledger.charge'],
        ]
      : state === 'waived'
        ? [['reinstate', 'ledger.charge']]
        : [];
  return (
    <Dialog title={charge.document} sub={charge.name} onClose={onClose}>
      <div className="grid gap-4">
        <KeyValue
          plain
          facts={[
            { name: t('on'), value: figures.longDay(charge.on) },
            { name: t('about'), value: charge.about.join(', ') },
            { name: t('interest'), value: figures.money(charge.interest, currency) },
            { name: t('fee'), value: figures.money(charge.fee, currency) },
            ended && { name: t(`state_${state}`), value: `${ended.by}: ${ended.reason}` },
          ]}
        />
        <div className="flex flex-wrap gap-2">
          {offered.map(([each, permission]) => (
            <Button key={each} because={may(permission)} onClick={() => setVerb(each)}>
              {t(each)}
            </Button>
          ))}
        </div>
      </div>
      {verb !== null && <VerbForm charge={charge} verb={verb} onClose={onClose} />}
    </Dialog>
  );
}

function VerbForm(props: { charge: WireCharge; verb: Verb; onClose: () => void }) {
  const { charge, verb, onClose } = props;
  const t = useWords(words);
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () => sendVerb(charge, verb, reason),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['charges'] });
      say({ text: t(verb === 'ask_waiver' ? 'asked' : 'done') });
      onClose();
    },
  });
  return (
    <Dialog title={t(verb)} sub={charge.document} onClose={onClose} shape="middle">
      <form
        noValidate
        className="grid gap-3.5"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (reason.trim() !== '') send.mutate();
        }}
      >
        <p className="text-ink-2 text-pretty">{t(`${verb}_why`)}</p>
        <TextField
          label={t('reason')}
          name="reason"
          autoComplete="off"
          autoFocus
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalNote error={send.error} words={areaWords} />
        <Button type="submit" tone="main" busy={send.isPending}>
          {t(verb)}
        </Button>
      </form>
    </Dialog>
  );
}

function sendVerb(
  { accountId, chargeItemId }: WireCharge,
  verb: Verb,
  reason: string,
): Promise<unknown> {
  const asking = { params: { accountId, chargeItemId }, body: { reason } };
  switch (verb) {
    case 'waive':
      return call(waiveCharge, asking);
    case 'ask_waiver':
      return call(askWaiver, asking);
    case 'reverse':
      return call(reverseCharge, asking);
    case 'reinstate':
      return call(reinstateCharge, asking);
  }
}
