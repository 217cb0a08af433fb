/** The book of record: which it is, the files made for it, and what it answered line by line. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  bookOfRecord,
  makePostingFile,
  type WireBook,
  type WirePostingFile,
} from '#areas/cash/contract/book-of-record.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { CashTabs } from '../CashTabs.tsx';
import { useCashWrite } from '../closing/cash-write.ts';
import { FileLines } from './FileLines.tsx';
import { NameBookForm } from './NameBookForm.tsx';
import { words } from './words.ts';

const keyOf = (row: WirePostingFile): string => row.fileId;
const narrow = (row: WirePostingFile) => <FileNarrow row={row} />;
const answered = (row: WirePostingFile): boolean => row.lines === row.accepted + row.rejected;

const counts = ['lines', 'accepted', 'rejected'] as const;

export function BookScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search] = useSearchState(bookOfRecord);
  const read = useQuery<WireBook>({
    queryKey: ['cash-book', search],
    queryFn: ({ signal }) => call(bookOfRecord, { query: search, signal }),
  });
  const book = read.data;
  const [at, setAt] = useState<string | null>(null);
  const [naming, setNaming] = useState(false);
  const here = book?.files.find((row) => row.fileId === at) ?? book?.files[0];
  const columns = useColumns();
  const make = useCashWrite(
    async () => {
      const made = await call(makePostingFile, { body: { company: book?.company } });
      const { fileName: file, lines, byHand } = made;
      setAt(made.fileId);
      say({ text: t('made', { file, lines, by_hand: byHand }) });
    },
    () => undefined,
  );
  const because = useMakeOff(book);
  useKeys(because === undefined ? [{ key: 'm', phrase: t('make'), run: () => make.mutate() }] : []);
  return (
    <Page
      title={t('title')}
      sub={<Stands book={book} />}
      actions={
        <Doings
          because={because}
          busy={make.isPending}
          onName={() => setNaming(true)}
          onMake={() => make.mutate()}
        />
      }
    >
      <CashTabs />
      <RefusalNote error={make.error} words={areaWords} />
      {read.isPending && <Bones lines={8} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {book && (
        <div className="grid grid-cols-1 gap-5 pb-10">
          <Grid
            label={t('title')}
            columns={columns}
            rows={book.files}
            rowKey={keyOf}
            at={here?.fileId ?? null}
            onMove={setAt}
            narrow={narrow}
            quiet={answered}
            active={!naming}
            empty={<Empty title={t('none')} why={t('none_why')} />}
          />
          {here && <FileLines key={here.fileId} file={here} company={book.company} />}
        </div>
      )}
      {naming && book && <NameBookForm book={book} onClose={() => setNaming(false)} />}
    </Page>
  );
}

type Doing = {
  because: string | undefined;
  busy: boolean;
  onName: () => void;
  onMake: () => void;
};

function Doings({ because, busy, onName, onMake }: Doing) {
  const t = useWords(words);
  const mayName = useMay()('cash.approve');
  return (
    <>
      <Button because={mayName} onClick={onName}>
        {t('name')}
      </Button>
      <Button tone="main" keys="m" because={because} busy={busy} onClick={onMake}>
        {t('make')}
      </Button>
    </>
  );
}

function Stands({ book }: { book: WireBook | undefined }) {
  const t = useWords(words);
  const figures = useFigures();
  if (!book) return null;
  const { since, waiting: count } = book;
  if (book.book.system === 'ours' || since === null) return t('stands_ours');
  const system = t(`system_${book.book.system}`);
  return t('stands', { system, day: figures.day(since), count });
}

/** Why no file can be made now; undefined when one can. */
function useMakeOff(book: WireBook | undefined): string | undefined {
  const t = useWords(words);
  const may = useMay()('cash.reconcile');
  if (may !== undefined) return may;
  if (book === undefined || book.book.system === 'ours') return t('is_ours');
  return book.waiting === 0 ? t('nothing') : undefined;
}

function useColumns(): readonly Column<WirePostingFile>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo((): readonly Column<WirePostingFile>[] => {
    const count = (id: 'lines' | 'accepted' | 'rejected'): Column<WirePostingFile> => ({
      id,
      header: t(id),
      width: 100,
      align: 'end',
      cell: (row) => figures.number(row[id]),
    });
    return [
      {
        id: 'file',
        header: t('file'),
        width: 240,
        grow: 2,
        cell: (row) => <span className="block truncate font-[550]">{row.fileName}</span>,
      },
      { id: 'at', header: t('at'), width: 130, drop: 2, cell: (row) => figures.moment(row.at) },
      { id: 'by', header: t('by'), width: 130, grow: 1, drop: 3, cell: (row) => row.by },
      count('lines'),
      count('accepted'),
      count('rejected'),
    ];
  }, [t, figures]);
}

function FileNarrow({ row }: { row: WirePostingFile }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-1 gap-y-0.5">
      <span className="truncate font-[600]">{row.fileName}</span>
      <span className="text-sm text-ink-2">
        {counts.map((name) => `${t(name)} ${figures.number(row[name])}`).join(' · ')}
      </span>
    </span>
  );
}
