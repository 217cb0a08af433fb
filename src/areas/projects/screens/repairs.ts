/** After a repair of many: everything it touched is read again, and it can be taken back. */
import { useQueryClient } from '@tanstack/react-query';
import { undoFix } from '#areas/projects/contract.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words } from './words.ts';

export function useRepairs() {
  const t = useWords(words);
  const queries = useQueryClient();
  const changed = (): void => {
    for (const key of ['verification', 'account', 'worklist', 'aging', 'projects']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
  const undo = async (fixId: string): Promise<void> => {
    await call(undoFix, { params: { fixId }, body: { reason: t('undo_reason') } });
    changed();
    say({ text: t('undone') });
  };
  return { changed, undo };
}
