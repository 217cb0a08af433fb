/** The queue of what is doubtful in the book, most at stake first, and its repair of many. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  findDoubtful,
  findingKinds,
  findings,
  type WireFinding,
} from '#areas/projects/contract.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { say } from '#web/ui/toast.tsx';
import { words as areaWords } from '../words.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { CreditsForm } from './CreditsForm.tsx';
import { FindingNarrow, useFindingColumns } from './finding-columns.tsx';
import { words } from './words.ts';

const keyOf = (row: WireFinding): string => `${row.accountId} ${row.kind} ${row.subject}`;
const narrow = (row: WireFinding) => <FindingNarrow finding={row} />;
const working = (row: WireFinding): boolean => row.state === 'in_work';

export function VerificationScreen() {
  const t = useWords(words);
  const why = useWhy();
  const may = useMay();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(findings);
  const list = useQuery({
    queryKey: ['verification', search],
    queryFn: ({ signal }) => call(findings, { query: search, signal }),
  });
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace(`verification ${JSON.stringify(search)}`);
  const here = rows.find((row) => keyOf(row) === at) ?? rows[0];
  const [form, setForm] = useState<'answer' | 'credits' | null>(null);
  const columns = useFindingColumns();
  const find = useSearchAgain();
  const close = (): void => setForm(null);
  const forbidden = may('projects.work');
  useKeys(
    here === undefined || forbidden !== undefined
      ? []
      : [{ key: 'n', phrase: t('answer'), run: () => setForm('answer') }],
  );
  return (
    <Page
      title={t('verification')}
      sub={list.data && t('verification_sub', { count: list.data.count })}
      actions={
        <>
          <KindPicker search={search} kinds={list.data?.kinds ?? []} onSearch={setSearch} />
          <StateButtons search={search} onSearch={setSearch} />
          <Button because={forbidden} busy={find.isPending} onClick={() => find.mutate()}>
            {t('search')}
          </Button>
          <Button because={may('cash.apply')} onClick={() => setForm('credits')}>
            {t('credits')}
          </Button>
          <Button
            tone="main"
            keys="n"
            because={forbidden ?? (here === undefined ? t('none') : undefined)}
            onClick={() => setForm('answer')}
          >
            {t('answer')}
          </Button>
        </>
      }
    >
      {list.isPending && <GridBones rows={10} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('verification')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here === undefined ? null : keyOf(here)}
          onMove={moveTo}
          onOpen={({ accountId }) => void navigate({ to: paths.account, params: { accountId } })}
          narrow={narrow}
          quiet={working}
          active={form === null}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {form === 'answer' && here !== undefined && <AnswerForm finding={here} onClose={close} />}
      {form === 'credits' && <CreditsForm company={search.company} onClose={close} />}
    </Page>
  );
}

type StateProps = {
  search: QueryOf<typeof findings>;
  onSearch: (change: { mine?: 'true' | undefined; state?: 'answered' | undefined }) => void;
};

/** Mine or everybody's, and those that were answered. */
function StateButtons({ search, onSearch }: StateProps) {
  const t = useWords(words);
  const mine = search.mine === 'true';
  const answered = search.state === 'answered';
  return (
    <>
      <Button aria-pressed={mine} onClick={() => onSearch({ mine: mine ? undefined : 'true' })}>
        {t(mine ? 'everybodys' : 'mine')}
      </Button>
      <Button onClick={() => onSearch({ state: answered ? undefined : 'answered' })}>
        {t(answered ? 'standing' : 'answered')}
      </Button>
    </>
  );
}

type PickerProps = {
  search: { kind?: WireFinding['kind'] | undefined };
  kinds: readonly { kind: WireFinding['kind']; count: number }[];
  onSearch: (change: { kind: WireFinding['kind'] | undefined }) => void;
};

/** The kinds that occur, with how many there are of each. */
function KindPicker({ search, kinds, onSearch }: PickerProps) {
  const t = useWords(words);
  const f = useWords(areaWords);
  const counts = new Map<string, number>();
  for (const { kind, count } of kinds) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const shown = findingKinds.filter((kind) => counts.has(kind) || kind === search.kind);
  return (
    <Picker
      label={t('kinds')}
      on={search.kind ?? ''}
      choices={[
        { value: '', name: t('any_kind') },
        ...shown.map((value) => ({
          value,
          name: `${f(`finding.${value}`)} (${counts.get(value) ?? 0})`,
        })),
      ]}
      onPick={(value) => onSearch({ kind: value === '' ? undefined : value })}
    />
  );
}

function useSearchAgain() {
  const t = useWords(words);
  const why = useWhy();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(findDoubtful, { body: {} }),
    onSuccess: (found) => {
      void queries.invalidateQueries({ queryKey: ['verification'] });
      say({ text: t('searched', found) });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}
