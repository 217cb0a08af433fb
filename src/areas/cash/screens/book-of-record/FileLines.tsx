/** The lines of one posting file: where each stands, its download, and the other side's answer. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  acknowledgePostingFile,
  postingFile,
  postingFileContent,
  type WirePostingFile,
  type WirePostingLine,
} from '#areas/cash/contract/book-of-record.ts';
import { call, hrefOf } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button, linkLook } from '#web/ui/Button.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { RejectForm } from './RejectForm.tsx';
import { words } from './words.ts';

const tones: Readonly<Record<WirePostingLine['state'], Tone>> = {
  told: 'warn',
  accepted: 'good',
  rejected: 'late',
};
const keyOf = (row: WirePostingLine): string => String(row.lineNo);
const narrow = (row: WirePostingLine) => <LineNarrow row={row} />;
const settled = (row: WirePostingLine): boolean => row.state === 'accepted';

export function FileLines({ file, company }: { file: WirePostingFile; company: string }) {
  const t = useWords(words);
  const why = useWhy();
  const { fileId } = file;
  const read = useQuery({
    queryKey: ['cash-book', 'file', fileId],
    queryFn: ({ signal }) => call(postingFile, { params: { fileId }, query: { company }, signal }),
  });
  const [at, setAt] = useState<string | null>(null);
  const [refusing, setRefusing] = useState(false);
  const columns = useColumns();
  const rest = useCashWrite(
    () =>
      call(acknowledgePostingFile, { params: { fileId }, body: { company, restAccepted: true } }),
    () => undefined,
  );
  const may = useMay()('cash.reconcile');
  const lines = read.data?.lines ?? [];
  const here = lines.find((line) => keyOf(line) === at) ?? lines[0];
  const open = lines.some(({ state }) => state === 'told');
  const off = may ?? (open ? undefined : t('all_answered'));
  const refuseOff = may ?? (here?.state === 'told' ? undefined : t('all_answered'));
  return (
    <section aria-label={file.fileName} className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto font-[600]">{file.fileName}</h2>
        {may === undefined && (
          <a
            className={linkLook}
            href={hrefOf(postingFileContent, { params: { fileId }, query: { company } })}
            download
          >
            {t('download')}
          </a>
        )}
        <Button because={refuseOff} onClick={() => setRefusing(true)}>
          {t('reject')}
        </Button>
        <Button because={off} busy={rest.isPending} onClick={() => rest.mutate()}>
          {t('rest')}
        </Button>
      </div>
      <RefusalNote error={rest.error} words={areaWords} />
      {read.isPending && <Bones lines={4} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {read.data && (
        <Grid
          label={t('lines')}
          columns={columns}
          rows={lines}
          rowKey={keyOf}
          at={here ? keyOf(here) : null}
          onMove={setAt}
          narrow={narrow}
          quiet={settled}
          active={false}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {refusing && here && (
        <RejectForm
          line={here}
          fileId={fileId}
          company={company}
          onClose={() => setRefusing(false)}
        />
      )}
    </section>
  );
}

function useColumns(): readonly Column<WirePostingLine>[] {
  const t = useWords(words);
  return useMemo(
    (): readonly Column<WirePostingLine>[] => [
      { id: 'line', header: t('line'), width: 60, align: 'end', cell: (row) => row.lineNo },
      { id: 'row', header: t('row'), width: 80, drop: 3, cell: (row) => row.row ?? t('by_hand') },
      { id: 'kind', header: t('kind'), width: 110, cell: (row) => t(`kind_${row.kind}`) },
      { id: 'account', header: t('account'), width: 130, grow: 1, cell: (row) => row.account },
      { id: 'document', header: t('document'), width: 130, grow: 1, cell: (row) => row.document },
      {
        id: 'amount',
        header: t('amount'),
        width: 120,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} named />,
      },
      { id: 'state', header: t('state'), width: 200, grow: 1, cell: (row) => <State row={row} /> },
    ],
    [t],
  );
}

function State({ row }: { row: WirePostingLine }) {
  const t = useWords(words);
  return (
    <span className="block truncate">
      <Tag tone={tones[row.state]}>{t(`state_${row.state}`)}</Tag> {row.said}
    </span>
  );
}

function LineNarrow({ row }: { row: WirePostingLine }) {
  const t = useWords(words);
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">
        {row.lineNo} · {t(`kind_${row.kind}`)} {row.document}
      </span>
      <Amount value={row.amount} currency={row.currency} strong named />
      <span className="truncate text-sm text-ink-2">{row.account}</span>
      <State row={row} />
    </span>
  );
}
