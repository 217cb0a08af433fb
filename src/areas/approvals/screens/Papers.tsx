/** The papers beside a request: opened by whoever reads it, added while it is open. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { addEvidence, evidence, type WireRequest } from '#areas/approvals/contract.ts';
import { hrefOf, upload } from '#web/api.ts';
import { FileField } from '#web/ui/FileField.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function Papers({ request }: { request: WireRequest }) {
  const t = useWords(words);
  const may = useMay();
  const figures = useFigures();
  const { requestId, files, state, lacksFile } = request;
  const add = useAdd(requestId);
  const open = state === 'open';
  if (!open && files.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1">{t('papers')}</h2>
      <ul className="grid gap-1 text-sm">
        {files.map(({ evidenceId, file, by, at }) => (
          <li key={evidenceId}>
            <a
              className="link"
              href={hrefOf(evidence, { params: { requestId, evidenceId } })}
              download
            >
              {file}
            </a>{' '}
            <span className="text-ink-2">
              {by} · {figures.moment(at)}
            </span>
          </li>
        ))}
      </ul>
      {open && lacksFile && <p className="text-sm text-warn">{t('lacks_paper')}</p>}
      {open && may('approvals.ask') === undefined && (
        <div className="no-print mt-1.5">
          <FileField
            label={t('add_paper')}
            hint={t('paper_kinds')}
            multiple
            accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff"
            onFiles={(chosen) => add.mutate(chosen)}
          />
        </div>
      )}
      <RefusalNote error={add.error} words={areaWords} />
    </section>
  );
}

function useAdd(requestId: string) {
  const t = useWords(words);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (files: readonly File[]) => upload(addEvidence, files, {}, { requestId }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['approvals'] });
      say({ text: t('paper_added') });
    },
  });
}
