/** Payments that fell short: what is left, why, and what becomes of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { BodyOf } from '#platform/contract/route.ts';
import { answerShort, shortPayments, shortViews, type WireRest } from '#areas/charges/contract.ts';
import { shortAnswers } from '#areas/charges/rules/short.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useForm } from '#web/ui/read-form.ts';
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

const keyOf = (row: WireRest): string => row.itemId;
const narrow = (row: WireRest) => <RestNarrow rest={row} />;

export function ShortScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const may = useMay();
  const [search, setSearch] = useSearchState(shortPayments);
  const list = useQuery({
    queryKey: ['charges', 'short', search],
    queryFn: ({ signal }) => call(shortPayments, { query: search, signal }),
  });
  const [at, moveTo] = usePlace('short-payments');
  const [open, setOpen] = useState<WireRest | null>(null);
  const columns = useMemo(() => columnsOf(t, figures), [t, figures]);
  const { data } = list;
  const all = data?.reasons.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const chips = (data?.reasons ?? []).map(({ why: value, count }) => ({
    value,
    name: t(`why_${value}`),
    count,
  }));
  return (
    <Page
      title={t('short')}
      sub={
        data &&
        t(data.cut ? 'short_cut' : 'short_sub', { count: data.count, shown: data.rows.length })
      }
      actions={
        <Picker
          label={t('show')}
          on={search.view}
          choices={shortViews.map((value) => ({ value, name: t(`view_${value}`) }))}
          onPick={(view) => setSearch({ view })}
        />
      }
    >
      <ChargeTabs />
      <FilterLine>
        <Chips
          label={t('why')}
          digits
          chips={chips}
          on={search.why}
          onPick={(value) => setSearch({ why: value })}
          all={all}
        />
      </FilterLine>
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {data !== undefined && (
        <Grid
          label={t('short')}
          columns={columns}
          rows={data.rows}
          rowKey={keyOf}
          at={at ?? data.rows[0]?.itemId ?? null}
          onMove={moveTo}
          onOpen={(row) => {
            if (may('tasks.work') === undefined) setOpen(row);
          }}
          narrow={narrow}
          active={open === null}
          empty={<Empty title={t('short_none')} why={t('short_none_why')} />}
        />
      )}
      {open !== null && <AnswerForm rest={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function AnswerForm({ rest, onClose }: { rest: WireRest; onClose: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const queries = useQueryClient();
  const { accountId, itemId, open, currency } = rest;
  const [chosen, setChosen] = useState('ask');
  const answer = useMutation({
    mutationFn: (body: BodyOf<typeof answerShort>) =>
      call(answerShort, { params: { accountId, itemId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['charges', 'short'] });
      say({ text: t('saved') });
      onClose();
    },
  });
  const form = useForm(answerShort, (body) => answer.mutate(body));
  const sub = `${rest.name} · ${t('left')} ${figures.money(open, currency)}`;
  return (
    <Dialog title={rest.document} sub={sub} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('answer')}
          name="answer"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          choices={shortAnswers.map((value) => ({ value, name: t(`answer_${value}`) }))}
        />
        {chosen === 'leave' && (
          <DayField label={t('until')} name="until" error={form.errors['until']} />
        )}
        <AreaField label={t('note')} name="note" autoFocus error={form.errors['note']} />
        <RefusalNote error={answer.error} words={areaWords} />
        <Button type="submit" tone="main" busy={answer.isPending}>
          {t('save')}
        </Button>
      </form>
      <p className="mt-4 text-sm">
        <Link to={paths.account} params={{ accountId }} className="link">
          {t('open_account')}
        </Link>
      </p>
    </Dialog>
  );
}

function columnsOf(t: Say<typeof words>, figures: Figures): readonly Column<WireRest>[] {
  return [
    {
      id: 'who',
      header: t('who'),
      width: 150,
      grow: 2,
      cell: (row) => <span className="block truncate font-[550]">{row.name}</span>,
    },
    { id: 'document', header: t('document'), width: 130, grow: 1, cell: (row) => row.document },
    { id: 'due', header: t('due'), width: 105, drop: 2, cell: (row) => figures.day(row.dueOn) },
    {
      id: 'left',
      header: t('left'),
      width: 120,
      align: 'end',
      cell: (row) => <Amount value={row.open} currency={row.currency} named strong />,
    },
    {
      id: 'of',
      header: t('of'),
      width: 120,
      align: 'end',
      drop: 1,
      cell: (row) => <Amount value={row.amount} currency={row.currency} named />,
    },
    { id: 'why', header: t('why'), width: 170, cell: (row) => <Why rest={row} /> },
    {
      id: 'answer',
      header: t('answer'),
      width: 170,
      grow: 1,
      drop: 3,
      cell: (row) => <Said rest={row} />,
    },
  ];
}

function Why({ rest }: { rest: WireRest }) {
  const t = useWords(words);
  return (
    <span className="inline-flex flex-wrap gap-1">
      {rest.disputed && <Tag tone="warn">{t('disputed')}</Tag>}
      <Tag tone="plain">{t(`why_${rest.why}`)}</Tag>
    </span>
  );
}

function Said({ rest: { said } }: { rest: WireRest }) {
  const t = useWords(words);
  if (said === null) return null;
  const answer = t(`answer_${said.answer}`);
  return <span className="text-sm text-ink-2">{t('said', { answer, by: said.by })}</span>;
}

function RestNarrow({ rest }: { rest: WireRest }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{rest.name}</span>
      <Amount value={rest.open} currency={rest.currency} named />
      <span className="truncate text-sm text-ink-2">{rest.document}</span>
      <span className="text-right">
        <Why rest={rest} />
      </span>
    </span>
  );
}
