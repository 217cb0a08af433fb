/** Taking the work into a spreadsheet, and bringing the edited workbook back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type WireUpload, upload as uploadRoute, uploads } from '#areas/workbooks/contract.ts';
import { call, upload } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { DropZone } from '#web/ui/DropZone.tsx';
import { Page } from '#web/ui/Page.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { TakeOne } from './TakeOne.tsx';
import { reviewKey, uploadsKey } from './workbook-data.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function WorkbooksScreen() {
  const t = useWords(words);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (files: readonly File[]) => upload(uploadRoute, files),
    onSuccess: (review) => {
      queries.setQueryData(reviewKey(review.upload.uploadId), review);
      void queries.invalidateQueries({ queryKey: uploadsKey });
      void navigate({ to: paths.workbook, params: { uploadId: review.upload.uploadId } });
    },
  });
  const file = send.variables?.[0]?.name ?? '';
  return (
    <Page title={t('title')} sub={t('sub')}>
      <TakeOne />
      <section aria-label={t('bring')} className="mt-6 grid gap-3">
        <h2>{t('bring')}</h2>
        <DropZone
          title={t('drop')}
          why={t('drop_why')}
          choose={t('choose')}
          accept=".xlsx"
          busy={send.isPending ? t('reading', { file }) : null}
          onFiles={(files) => send.mutate(files)}
        />
        <RefusalNote error={send.error} words={areaWords} />
      </section>
      <Past />
    </Page>
  );
}

/** What the reader brought back before. */
function Past() {
  const t = useWords(words);
  const past = useQuery({ queryKey: uploadsKey, queryFn: () => call(uploads, {}) });
  return (
    <section aria-label={t('past')} className="mt-6 grid gap-3">
      <h2>{t('past')}</h2>
      {past.data === undefined && <Bones lines={3} />}
      {past.data?.rows.length === 0 && <p className="text-ink-2">{t('none_past')}</p>}
      {past.data !== undefined && past.data.rows.length > 0 && <PastTable rows={past.data.rows} />}
    </section>
  );
}

function PastTable({ rows }: { rows: readonly WireUpload[] }) {
  const t = useWords(words);
  return (
    <WideTable label={t('past')} framed>
      <thead>
        <tr>
          {(['file', 'kind', 'when', 'applied', 'undone'] as const).map((name) => (
            <th key={name} scope="col" className="px-3 py-1.5 text-left">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.uploadId} className="border-t border-line">
            <td className="px-3 py-1.5">
              <Link to={paths.workbook} params={{ uploadId: row.uploadId }} className="underline">
                {row.name}
              </Link>
            </td>
            <td className="px-3 py-1.5">{t(`kind_${row.kind}`)}</td>
            <td className="px-3 py-1.5 num">{row.at.slice(0, 16).replace('T', ' ')}</td>
            <td className="px-3 py-1.5 num">{row.applied}</td>
            <td className="px-3 py-1.5 num">{row.undone}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
