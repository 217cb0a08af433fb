/** Holding a payment over the end of its day: for whom it waits, until when, and why. */
import { type Difference, holdOver, waitingFor } from '#areas/cash/contract/closing.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from './cash-write.ts';
import { words } from './words.ts';

type Props = { row: Difference; company: string; onClose: () => void };
type Typed = Parameters<Parameters<typeof useForm<NonNullable<typeof holdOver.body>>>[1]>[0];

export function HoldForm({ row, company, onClose }: Props) {
  const t = useWords(words);
  const leg = row.kind === 'not_deposited' ? 'deposit' : 'posting';
  const hold = useCashWrite(
    (body: Typed) => call(holdOver, { params: { receiptId: row.id }, body: { ...body, company } }),
    onClose,
  );
  const form = useForm(holdOver, (body) => hold.mutate(body));
  return (
    <Dialog title={t('hold')} sub={row.who} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2 text-pretty">{t('hold_why')}</p>
        <input type="hidden" name="leg" value={leg} />
        <SelectField
          label={t('waits_for')}
          name="waitsFor"
          choices={waitingFor.map((value) => ({ value, name: t(`waits_${value}`) }))}
          autoFocus
        />
        <DayField label={t('until')} name="dueOn" error={form.errors.dueOn} />
        <TextField label={t('reason')} name="reason" error={form.errors.reason} />
        <RefusalNote error={hold.error} words={areaWords} />
        <Button type="submit" tone="main" busy={hold.isPending}>
          {t('hold')}
        </Button>
      </form>
    </Dialog>
  );
}
