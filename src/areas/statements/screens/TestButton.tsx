/** Sends the sample of a run to whoever presses it, and to nobody else. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { testRun, type WireRunPage } from '#areas/statements/contract/runs.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function TestButton({ run }: { run: WireRunPage }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const forbidden = useMay()('statements.run');
  const { runId } = run;
  const test = useMutation({
    mutationFn: () => call(testRun, { params: { runId }, body: {} }),
    onSuccess: ({ papers, to }) => {
      say({ text: t('tested', { papers, to }) });
      void queries.invalidateQueries({ queryKey: ['statement-run', runId] });
    },
  });
  const early = run.state === 'preparing' ? t('not_in_review') : undefined;
  return (
    <>
      <RefusalNote error={test.error} words={areaWords} />
      <Button because={forbidden ?? early} busy={test.isPending} onClick={() => test.mutate()}>
        {t('test')}
      </Button>
    </>
  );
}
