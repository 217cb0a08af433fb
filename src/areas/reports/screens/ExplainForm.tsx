/** Explaining a part of the difference in one's own words, and taking that back. */
import {
  explainDifference,
  type MonthEnd,
  typedExplanation,
  withdrawExplanation,
} from '#areas/reports/contract/month-end.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { useMonthWrite } from './month-mutation.ts';
import { words } from './month-words.ts';

type Props = { line: MonthEnd['lines'][number]; month: MonthEnd; onClose: () => void };

export function ExplainForm({ line, month, onClose }: Props) {
  const t = useWords(words);
  const { currency, inBase, unexplained } = line;
  const { company, period } = month;
  const explain = useMonthWrite((fields: { amount: string; note: string }) => {
    const body = { company, currency, inBase, ...fields };
    return call(explainDifference, { params: { period: period.name }, body });
  }, onClose);
  const form = useForm(typedExplanation, (fields) => explain.mutate(fields));
  return (
    <Dialog title={t('explain')} sub={t('explain_why')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <MoneyField
          label={t('amount')}
          name="amount"
          currency={currency}
          defaultValue={unexplained ?? ''}
          error={form.errors.amount}
          autoFocus
        />
        <TextField label={t('note')} name="note" error={form.errors.note} />
        <RefusalNote error={explain.error} words={areaWords} />
        <Button type="submit" tone="main" busy={explain.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

type TakeBackProps = { company: string; period: string; explanationId: string };

export function TakeBack({ company, period, explanationId }: TakeBackProps) {
  const t = useWords(words);
  const why = useWhy();
  const because = useMay()('month_end.work');
  const withdraw = useMonthWrite(
    () =>
      call(withdrawExplanation, { params: { period, explanationId }, body: { company } }).catch(
        (error: unknown) => say({ text: why(error), tone: 'refused' }),
      ),
    () => undefined,
  );
  return (
    <Button tone="quiet" because={because} onClick={() => withdraw.mutate(undefined)}>
      {t('take_back')}
    </Button>
  );
}
