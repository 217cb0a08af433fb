/** Originals dropped together: what was linked, what was not taken, and what waits for a hand. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { addOriginals } from '#areas/documents/contract.ts';
import { type Answer, upload } from '#web/api.ts';
import { DropZone } from '#web/ui/DropZone.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { WaitingFiles } from './WaitingFiles.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Intake = Answer<typeof addOriginals>;

export function OriginalsIntake() {
  const t = useWords(words);
  const forbidden = useMay()('originals.add');
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (files: readonly File[]) => upload(addOriginals, files),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['originals'] });
      void queries.invalidateQueries({ queryKey: ['account'] });
    },
  });
  if (forbidden !== undefined) return <p className="text-ink-2">{forbidden}</p>;
  const count = send.variables?.length ?? 0;
  return (
    <div className="grid gap-6">
      <div className="grid gap-3">
        <DropZone
          title={t('drop')}
          why={t('drop_why')}
          choose={t('choose')}
          accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff"
          multiple
          busy={send.isPending ? t('reading', { count }) : null}
          onFiles={(files) => send.mutate(files)}
        />
        <RefusalNote error={send.error} words={areaWords} />
        {send.data !== undefined && <Outcome intake={send.data} />}
      </div>
      <WaitingFiles />
    </div>
  );
}

function Outcome({ intake }: { intake: Intake }) {
  const t = useWords(words);
  const refused = intake.problems.filter(({ waits }) => !waits);
  return (
    <section role="status" className="grid gap-2">
      <p className="font-[550]">
        {t('linked', { count: intake.linked.length })}{' '}
        {intake.duplicates.length > 0 && t('duplicates', { count: intake.duplicates.length })}
      </p>
      <ul className="text-sm text-ink-2">
        {intake.linked.map((each) => (
          <li key={each.file}>{t('linked_to', each)}</li>
        ))}
      </ul>
      {refused.length > 0 && (
        <>
          <h2>{t('not_taken')}</h2>
          <ul className="grid gap-1 text-sm">
            {refused.map(({ file, message, remedy }) => (
              <li key={file}>
                <span className="text-late">{message}</span> {remedy}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
