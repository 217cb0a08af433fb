/** Writes down the call to the customer, on a number that was known before the change. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#platform/contract/route.ts';
import { callBack, type WirePayee } from '#areas/refunds/contract/bank-details.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words/payback.ts';

type Props = { accountId: string; payee: WirePayee; onClose: () => void };
const fields = [
  ['number', 'call_number'],
  ['spokeTo', 'spoke_to'],
  ['reason', 'reason'],
] as const;

export function CallBackForm({ accountId, payee, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { payeeId, holder, number } = payee;
  const note = useMutation({
    mutationFn: (body: BodyOf<typeof callBack>) =>
      call(callBack, { params: { accountId, payeeId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['refunds'] });
      say({ text: t('called_now') });
      onClose();
    },
  });
  const form = useForm(callBack, (body) => note.mutate(body));
  return (
    <Dialog
      title={t('call_back')}
      sub={t('short_line', { holder, number })}
      onClose={onClose}
      shape="middle"
    >
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        {fields.map(([name, word], at) => (
          <TextField
            key={name}
            label={t(word)}
            name={name}
            autoComplete="off"
            autoFocus={at === 0}
            error={form.errors[name]}
          />
        ))}
        <RefusalNote error={note.error} words={areaWords} />
        <Button type="submit" tone="main" busy={note.isPending}>
          {t('call_back')}
        </Button>
      </form>
    </Dialog>
  );
}
