/** What is done about one difference. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#platform/contract/route.ts';
import {
  answerDifference,
  type WireCompared,
  type WireReconciliation,
} from '#areas/reconciliations/contract.ts';
import { type AnswerKind } from '#areas/reconciliations/rules/signing.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

/** The likeliest first, by what the difference is. */
const fitting: Readonly<Record<WireCompared['kind'], readonly AnswerKind[]>> = {
  agreed: [],
  amount: ['dispute', 'ask', 'ours', 'theirs', 'in_transit'],
  only_ours: ['send_copy', 'dispute', 'apply_cash', 'in_transit', 'ask', 'ours', 'theirs'],
  only_theirs: ['ask', 'apply_cash', 'in_transit', 'ours', 'theirs'],
};

type Props = { page: WireReconciliation; row: WireCompared; onClose: () => void };

export function AnswerForm({ page, row, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const queries = useQueryClient();
  const { accountId, reconciliationId, currency } = page;
  const answer = useMutation({
    mutationFn: (body: BodyOf<typeof answerDifference>) =>
      call(answerDifference, { params: { accountId, reconciliationId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['reconciliation', reconciliationId] });
      say({ text: t('saved') });
      onClose();
    },
  });
  const form = useForm(answerDifference, (body) => answer.mutate(body));
  const amount = figures.money(row.difference, currency);
  return (
    <Dialog
      title={row.ourNumber || row.theirNumber}
      sub={`${t(`kind_${row.kind}`)} · ${amount}`}
      onClose={onClose}
      shape="middle"
    >
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <input type="hidden" name="difference" value={row.key} />
        <SelectField
          label={t('answer_it')}
          name="how"
          choices={fitting[row.kind].map((value) => ({ value, name: t(`how_${value}`) }))}
        />
        <AreaField label={t('note')} name="note" autoFocus error={form.errors['note']} />
        <RefusalNote error={answer.error} words={areaWords} />
        <Button type="submit" tone="main" busy={answer.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
