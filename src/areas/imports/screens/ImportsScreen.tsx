/** Bringing a file in, and what was brought in before. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { upload as uploadRoute } from '#areas/imports/contract.ts';
import { upload } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { DropZone } from '#web/ui/DropZone.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { ImportHistory } from './ImportHistory.tsx';
import { ImportTabs } from './ImportTabs.tsx';
import { uploadKey } from './upload-data.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function ImportsScreen() {
  const t = useWords(words);
  const forbidden = useMay()('imports.run');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (files: readonly File[]) => upload(uploadRoute, files),
    onSuccess: (preview) => {
      queries.setQueryData(uploadKey(preview.uploadId), preview);
      void navigate({ to: paths.upload, params: { uploadId: preview.uploadId } });
    },
  });
  const file = send.variables?.[0]?.name ?? '';
  return (
    <Page title={t('imports')}>
      <ImportTabs />
      {forbidden === undefined && (
        <div className="mb-6 grid gap-3">
          <DropZone
            title={t('drop')}
            why={t('drop_why')}
            choose={t('choose')}
            accept=".csv,.tsv,.txt,.xlsx,.iif"
            busy={send.isPending ? t('reading', { file }) : null}
            onFiles={(files) => send.mutate(files)}
          />
          <RefusalNote error={send.error} words={areaWords} />
        </div>
      )}
      <ImportHistory />
    </Page>
  );
}
