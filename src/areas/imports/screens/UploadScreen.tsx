/**
 * One file on its way in: what it was taken for, what it does not say, which column is what;
 * then a dry run with totals and problems; then, and only then, the book.
 */
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '#web/paths.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { ColumnMapping } from './ColumnMapping.tsx';
import { Questions } from './Questions.tsx';
import { ReadAs } from './ReadAs.tsx';
import { RunPanel } from './RunPanel.tsx';
import { SnapshotSettings } from './SnapshotSettings.tsx';
import { type Preview, useAdjust, useRun, useUpload } from './upload-data.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function UploadScreen() {
  const t = useWords(words);
  const why = useWhy();
  const { uploadId } = useParams({ strict: false });
  const asked = useUpload(uploadId ?? '');
  if (asked.isError) {
    return (
      <Page title={t('imports')}>
        <Empty title={t('gone')} why={why(asked.error)}>
          <Link to={paths.imports} className="link">
            {t('back')}
          </Link>
        </Empty>
      </Page>
    );
  }
  if (asked.data === undefined) {
    return (
      <Page title={t('imports')}>
        <Bones lines={14} gap={16} />
      </Page>
    );
  }
  return <Upload key={asked.data.uploadId} preview={asked.data} />;
}

function Upload({ preview }: { preview: Preview }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const { uploadId, file, rows, questions } = preview;
  const [tried, setTried] = useState<Preview | null>(null);
  const [asOf, setAsOf] = useState<string | undefined>(undefined);
  const adjust = useAdjust(preview);
  const run = useRun(uploadId, ({ accepted }) => {
    say({ text: accepted === 0 ? t('same_again') : t('taken_said', { file, count: accepted }) });
    void navigate({ to: paths.imports });
  });
  // A dry run says nothing about a file that is read in another way since.
  const outcome = tried === preview ? run.data : undefined;
  return (
    <Page
      title={file}
      sub={t('rows', { count: rows })}
      asideLabel={t('outcome')}
      folds
      aside={
        <RunPanel
          outcome={outcome}
          questions={questions.length}
          busy={run.isPending}
          error={run.error}
          onDryRun={() => {
            setTried(preview);
            run.mutate({ dryRun: true, acceptGood: true, asOf });
          }}
          onTakeIn={(how) => run.mutate({ dryRun: false, ...how, asOf })}
        />
      }
    >
      <div className="grid max-w-[960px] gap-6">
        <ReadAs preview={preview} onAdjust={adjust.mutate} busy={adjust.isPending} />
        <RefusalNote error={adjust.error} words={areaWords} />
        {questions.length > 0 && <Questions questions={questions} onAdjust={adjust.mutate} />}
        {preview.kind === 'items' && (
          <SnapshotSettings
            preview={preview}
            onAdjust={adjust.mutate}
            onAsOf={(day) => {
              setTried(null);
              setAsOf(day);
            }}
          />
        )}
        <ColumnMapping preview={preview} onAdjust={adjust.mutate} />
      </div>
    </Page>
  );
}
