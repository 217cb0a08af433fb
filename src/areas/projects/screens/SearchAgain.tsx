/** Finds again what is doubtful, as every morning and after every import. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { findDoubtful } from '#areas/projects/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function SearchAgain({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const find = useMutation({
    mutationFn: () => call(findDoubtful, { body: {} }),
    onSuccess: (found) => {
      void queries.invalidateQueries({ queryKey: ['verification'] });
      say({ text: t('searched', found) });
      onClose();
    },
  });
  return (
    <Dialog title={t('search')} shape="middle" onClose={onClose}>
      <div className="grid gap-3.5">
        <p className="text-ink-2">{t('search_why')}</p>
        <RefusalNote error={find.error} words={areaWords} />
        <Button
          tone="main"
          autoFocus
          because={useMay()('projects.work')}
          busy={find.isPending}
          onClick={() => find.mutate()}
        >
          {t('search')}
        </Button>
      </div>
    </Dialog>
  );
}
