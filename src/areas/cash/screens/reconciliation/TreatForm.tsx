/** Saying what an open row is: a treatment for a line of the bank, a note for an entry of ours. */
import { noteEntry, treatLine } from '#areas/cash/contract/reconciliation.ts';
import { treatments } from '#areas/cash/rules/reconciliation/treatment.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import type { OpenRow } from './row-columns.tsx';
import { words } from './words.ts';

type Props = { row: OpenRow; bankAccountId: string; company: string; onClose: () => void };

export function TreatForm(props: Props) {
  return props.row.side === 'bank' ? <OfLine {...props} /> : <OfEntry {...props} />;
}

function OfLine({ row, bankAccountId, company, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const treat = useCashWrite((body: { treatment: (typeof treatments)[number]; reason: string }) => {
    const params = { bankAccountId, lineId: row.id };
    return call(treatLine, { params, body: { ...body, company } });
  }, onClose);
  const form = useForm(treatLine, (body) => treat.mutate(body));
  const proposed = row.treated ?? row.proposal?.treatment ?? 'unknown';
  const sub = `${row.said} · ${figures.money(row.amount, row.currency)}`;
  return (
    <Dialog title={t('treat')} sub={sub} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2 text-pretty">{t('treat_why')}</p>
        <SelectField
          label={t('what')}
          name="treatment"
          defaultValue={proposed}
          choices={treatments.map((value) => ({ value, name: t(`treat_${value}`) }))}
          autoFocus
        />
        <TextField
          label={t('reason')}
          name="reason"
          defaultValue={row.said}
          error={form.errors.reason}
        />
        <RefusalNote error={treat.error} words={areaWords} />
        <Button type="submit" tone="main" busy={treat.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

function OfEntry({ row, bankAccountId, company, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const note = useCashWrite(({ reason }: { reason: string }) => {
    const body = { company, entryKey: row.id, reason };
    return call(noteEntry, { params: { bankAccountId }, body });
  }, onClose);
  const form = useForm(noteEntry, (body) => note.mutate(body));
  return (
    <Dialog
      title={t('note_entry')}
      sub={figures.money(row.amount, row.currency)}
      onClose={onClose}
      shape="middle"
    >
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <input type="hidden" name="entryKey" value={row.id} />
        <TextField label={t('reason')} name="reason" autoFocus error={form.errors.reason} />
        <RefusalNote error={note.error} words={areaWords} />
        <Button type="submit" tone="main" busy={note.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
