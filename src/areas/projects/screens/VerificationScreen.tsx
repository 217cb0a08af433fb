/** The queue of what is doubtful in the book, most at stake first; one answered, or many. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { findings, type WireFinding } from '#areas/projects/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { type Choice, keyOf, theseOnes, wholeList } from './choice.ts';
import { FindingNarrow, useFindingColumns } from './finding-columns.tsx';
import { type FormName, QueueForm } from './QueueForm.tsx';
import { QueueHead } from './QueueHead.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { RepairMenu } from './RepairMenu.tsx';
import { words } from './words.ts';

const working = (row: WireFinding): boolean => row.state === 'in_work';
const nothing: ReadonlySet<string> = new Set();

export function VerificationScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(findings);
  const list = useList({
    key: ['verification', search],
    fetchPage: (cursor, signal) => call(findings, { query: { ...search, cursor }, signal }),
  });
  const name = `verification ${JSON.stringify(search)}`;
  const [at, moveTo] = usePlace(name);
  const here = list.rows.find((row) => keyOf(row) === at) ?? list.rows[0];
  const { marked, mark, whole, setWhole, clear } = useMarks(name);
  const [form, setForm] = useState<FormName | null>(null);
  const columns = useFindingColumns(marked, whole, mark);
  const chosen = list.rows.filter((row) => marked.has(keyOf(row)));
  const rows = chosen.length > 0 || here === undefined ? chosen : [here];
  const choice: Choice = whole ? wholeList(search, list.paging.count) : theseOnes(rows);
  const open = useOpenAccount();
  const because = useMay()('projects.work') ?? (here === undefined ? t('none') : undefined);
  useQueueKeys({ off: because !== undefined, whole, setWhole, setForm });
  return (
    <Page
      title={t('verification')}
      sub={list.first && t('verification_sub', { count: list.first.count })}
      actions={<QueueActions because={because} onPick={setForm} />}
    >
      <QueueFilters search={search} kinds={list.first?.kinds ?? []} onSearch={setSearch} />
      {list.first !== undefined && (
        <QueueHead first={list.first} marked={chosen.length} whole={whole} onWhole={setWhole} />
      )}
      {list.loading && <GridBones rows={10} />}
      {list.error !== null && list.rows.length === 0 && (
        <Failed why={why(list.error)} onRetry={list.retry} />
      )}
      {list.first !== undefined && (
        <Grid
          label={t('verification')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here === undefined ? null : keyOf(here)}
          onMove={moveTo}
          onOpen={open}
          onMark={mark}
          narrow={narrow}
          rowHeight={46}
          narrowHeight={78}
          quiet={working}
          paging={list.paging}
          active={form === null}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      <QueueForm
        name={form}
        choice={choice}
        finding={!whole && rows.length === 1 ? rows[0] : undefined}
        company={search.company}
        onClose={(done) => {
          setForm(null);
          if (done) clear();
        }}
      />
    </Page>
  );
}

type ActionProps = { because: string | undefined; onPick: (form: FormName) => void };

function QueueActions({ because, onPick }: ActionProps) {
  const t = useWords(words);
  return (
    <>
      <RepairMenu onPick={onPick} />
      <Button because={because} onClick={() => onPick('give')}>
        {t('give_to')}
      </Button>
      <Button tone="main" keys="n" because={because} onClick={() => onPick('answer')}>
        {t('answer')}
      </Button>
    </>
  );
}

function useOpenAccount(): (row: WireFinding) => void {
  const navigate = useNavigate();
  return useCallback(
    ({ accountId }) => void navigate({ to: paths.account, params: { accountId } }),
    [navigate],
  );
}

type KeysOf = {
  off: boolean;
  whole: boolean;
  setWhole: (whole: boolean) => void;
  setForm: (form: FormName) => void;
};

function useQueueKeys({ off, whole, setWhole, setForm }: KeysOf): void {
  const t = useWords(words);
  useKeys(
    off
      ? []
      : [
          { key: 'n', phrase: t('answer'), run: () => setForm('answer') },
          { key: 'a', phrase: t('choose_list'), run: () => setWhole(!whole) },
        ],
  );
}

const narrow = (row: WireFinding) => <FindingNarrow finding={row} />;

/** What is marked of this list; another filter begins anew. */
function useMarks(list: string) {
  const [state, setState] = useState({ list, marked: nothing, whole: false });
  const now = state.list === list ? state : { list, marked: nothing, whole: false };
  const mark = useCallback(
    (row: WireFinding) =>
      setState((before) => {
        const marked = new Set(before.list === list ? before.marked : nothing);
        if (!marked.delete(keyOf(row))) marked.add(keyOf(row));
        return { list, marked, whole: false };
      }),
    [list],
  );
  return {
    marked: now.marked,
    whole: now.whole,
    mark,
    setWhole: (whole: boolean) => setState({ list, marked: nothing, whole }),
    clear: () => setState({ list, marked: nothing, whole: false }),
  };
}
