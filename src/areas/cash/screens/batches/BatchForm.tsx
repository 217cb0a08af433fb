/** A batch at the keyboard: what was counted, then a grid of rows; paste fills many at once. */
import { useMutation } from '@tanstack/react-query';
import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { openBatch, postBatch } from '#areas/cash/contract/receipts.ts';
import { batchMethods } from '#areas/cash/rules/receipts/receipt.ts';
import {
  type SheetRow,
  emptyRow,
  enteredOf,
  numbersOf,
  plainAmount,
  readSheet,
} from '#areas/cash/rules/receipts/sheet.ts';
import { currency as currencyOf, formatMoney } from '#kernel/money.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { useCashChanged } from '../board/board-data.ts';
import { methodWords } from '../board/words.ts';
import { EntryRows } from './EntryRows.tsx';
import { words } from './words.ts';

type Props = { company: string | undefined; onClose: () => void };
type Sent = { body: BodyOf<typeof openBatch>; post: boolean };

export function BatchForm({ company, onClose }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const [rows, setRows] = useState<readonly SheetRow[]>([emptyRow]);
  const [pasted, setPasted] = useState(false);
  const [code, setCode] = useState('USD');
  const send = useSending(onClose);
  function paste(event: ClipboardEvent): void {
    const found = readSheet(event.clipboardData.getData('text/plain'));
    if (found.length === 0) return;
    event.preventDefault();
    setPasted(true);
    setRows([...rows.filter(({ amount }) => amount !== ''), ...found, emptyRow]);
  }
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : {};
    const form = new FormData(event.currentTarget);
    const body = bodyOf(form, rows, { company, source: pasted ? 'paste' : 'keyboard' });
    send.mutate({ body, post: submitter?.getAttribute('value') !== 'keep' });
  }
  return (
    <form
      noValidate
      aria-label={t('new_batch')}
      onSubmit={submit}
      onPaste={paste}
      className="mb-4 grid gap-3 rounded-lg border border-line bg-surface p-3"
    >
      <div className="grid gap-2.5 sm:grid-cols-4">
        <SelectField
          label={t('method')}
          name="method"
          autoFocus
          choices={batchMethods.map((value) => ({ value, name: methodWords[value][language] }))}
        />
        <TextField
          label={t('currency')}
          name="currency"
          defaultValue={code}
          maxLength={3}
          onChange={(event) => setCode(event.target.value.toUpperCase())}
        />
        <TextField label={t('count')} name="count" inputMode="numeric" />
        <MoneyField label={t('amount')} name="amount" currency={known(code)} />
      </div>
      <EntryRows rows={rows} onRows={setRows} caption={t('rows')} numbered={t('check')} />
      <p className="text-sm text-ink-3">{t('paste_hint')}</p>
      <Entered rows={rows} code={known(code)} />
      <RefusalNote error={send.error} words={areaWords} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="main" busy={send.isPending}>
          {t('save')}
        </Button>
        <Button type="submit" value="keep" busy={send.isPending}>
          {t('keep')}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </form>
  );
}

/** Opens the batch and, when asked, posts it; a control that differs leaves it open. */
function useSending(onClose: () => void) {
  const t = useWords(words);
  const changed = useCashChanged();
  return useMutation({
    mutationFn: async ({ body, post }: Sent) => {
      const { batchId } = await call(openBatch, { body });
      changed();
      return post ? call(postBatch, { params: { batchId }, body: {} }) : undefined;
    },
    onSuccess: (posted) => {
      changed();
      say({ text: posted === undefined ? t('saved') : t('posted', posted) });
      onClose();
    },
  });
}

/** What was entered so far, beside what was counted. */
function Entered({ rows, code }: { rows: readonly SheetRow[]; code: string }) {
  const t = useWords(words);
  const { count, total } = enteredOf(rows, currencyOf(code));
  return (
    <p aria-live="polite" className="text-sm">
      {t('entered')} {count} · <b className="figures font-[600]">{formatMoney(total)}</b> {code}
    </p>
  );
}

function known(code: string): string {
  return /^[A-Z]{3}$/u.test(code) ? code : 'USD';
}

function bodyOf(
  form: FormData,
  rows: readonly SheetRow[],
  { company, source }: { company: string | undefined; source: 'keyboard' | 'paste' },
): BodyOf<typeof openBatch> {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const method = batchMethods.find((each) => each === text('method')) ?? 'check';
  return {
    company,
    method,
    source,
    currency: known(text('currency').toUpperCase()),
    count: Number(text('count') || '0'),
    amount: text('amount') || '0',
    note: '',
    rows: rows.flatMap((row) => {
      const amount = plainAmount(row.amount);
      if (amount === undefined) return [];
      const { account, payerName, checkNumber } = row;
      const pays = numbersOf(row.pays).map((reference) => ({ reference }));
      return [{ account, payerName, checkNumber, amount, pays, payerAccount: '', reference: '' }];
    }),
  };
}
