/** The signature of who prepared it, and of another who reviewed it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#platform/contract/route.ts';
import { signReconciliation, type WireReconciliation } from '#areas/reconciliations/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { page: WireReconciliation; onClose: () => void };

export function SignForm({ page, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { accountId, reconciliationId, state } = page;
  const as = state === 'open' ? 'preparer' : 'reviewer';
  const name = t(as === 'preparer' ? 'sign' : 'review');
  const sign = useMutation({
    mutationFn: (body: BodyOf<typeof signReconciliation>) =>
      call(signReconciliation, { params: { accountId, reconciliationId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['reconciliation', reconciliationId] });
      void queries.invalidateQueries({ queryKey: ['reconciliations'] });
      say({ text: t('signed_now') });
      onClose();
    },
  });
  const form = useForm(signReconciliation, (body) => sign.mutate(body));
  return (
    <Dialog title={name} sub={page.name} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <input type="hidden" name="as" value={as} />
        {as === 'preparer' && <p className="text-ink-2 text-pretty">{t('sign_why')}</p>}
        <AreaField label={t('note')} name="note" autoFocus error={form.errors['note']} />
        <RefusalNote error={sign.error} words={areaWords} />
        <Button type="submit" tone="main" busy={sign.isPending}>
          {name}
        </Button>
      </form>
    </Dialog>
  );
}
