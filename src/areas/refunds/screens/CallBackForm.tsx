/** Writes down the call to the customer, on a number that was known before the change. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#platform/contract/route.ts';
import { callBack, type WirePayee } from '#areas/refunds/contract/bank-details.ts';
import { call } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
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
  const { errors, onSubmit } = useForm(callBack, (body) => note.mutate(body));
  const over = {
    sub: t('short_line', { holder, number }),
    act: note,
    words: areaWords,
    onSubmit,
    onClose,
  };
  return (
    <DialogForm title={t('call_back')} shape="middle" {...over}>
      {fields.map(([name, word], at) => (
        <TextField
          key={name}
          label={t(word)}
          name={name}
          autoComplete="off"
          autoFocus={at === 0}
          error={errors[name]}
        />
      ))}
    </DialogForm>
  );
}
