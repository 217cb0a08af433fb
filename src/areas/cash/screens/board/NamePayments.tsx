/** The payments of one credit, named by hand: a row each, their sum beside the credit. */
import { useMutation } from '@tanstack/react-query';
import { type ClipboardEvent, useState } from 'react';
import { splitCredit } from '#areas/cash/contract/bulk.ts';
import {
  type SheetRow,
  emptyRow,
  enteredOf,
  numbersOf,
  plainAmount,
  readSheet,
} from '#areas/cash/rules/receipts/sheet.ts';
import { currency as currencyOf, formatMoney, minus, parseMoney } from '#kernel/money.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { EntryRows } from '../batches/EntryRows.tsx';
import { type Board, useCashChanged } from './board-data.ts';
import { words } from './standing-words.ts';

type Receipt = Board['receipt'];

/** The button, its key, and the sheet that it opens. */
export function NamePayments({ receipt }: { receipt: Receipt }) {
  const t = useWords(words);
  const forbidden = useMay()('cash.post');
  const [open, setOpen] = useState(false);
  const begin = (): void => setOpen(true);
  const idle = forbidden === undefined && !open;
  useKeys(idle ? [{ key: 'n', phrase: t('name_payments'), run: begin }] : []);
  return (
    <div>
      <Button keys="n" because={forbidden} onClick={begin}>
        {t('name_payments')}
      </Button>
      {open && <PaymentsSheet receipt={receipt} onClose={() => setOpen(false)} />}
    </div>
  );
}

type SheetProps = { receipt: Receipt; onClose: () => void };

function PaymentsSheet({ receipt, onClose }: SheetProps) {
  const t = useWords(words);
  const [rows, setRows] = useState<readonly SheetRow[]>([emptyRow, emptyRow]);
  const named = useNaming(receipt.receiptId, onClose);
  const rest = restOf(rows, receipt);
  function paste(event: ClipboardEvent): void {
    const found = readSheet(event.clipboardData.getData('text/plain'));
    if (found.length === 0) return;
    event.preventDefault();
    setRows([...rows.filter(({ amount }) => amount !== ''), ...found, emptyRow]);
  }
  return (
    <Dialog title={t('name_payments')} sub={t('name_payments_why')} onClose={onClose} shape="wide">
      <form
        noValidate
        aria-label={t('name_payments')}
        onPaste={paste}
        onSubmit={(event) => {
          event.preventDefault();
          named.mutate({ parts: partsOf(rows), reason: t('name_payments') });
        }}
        className="grid gap-3"
      >
        <EntryRows
          rows={rows}
          onRows={setRows}
          caption={t('payments')}
          numbered={t('payment_no')}
        />
        <p className="text-sm text-ink-3">{t('payments_paste')}</p>
        <Sums rows={rows} receipt={receipt} />
        <RefusalNote error={named.error} words={areaWords} />
        <div>
          <Button
            type="submit"
            tone="main"
            because={rest === 0n ? undefined : t('payments_differ')}
            busy={named.isPending}
          >
            {t('name_them')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function useNaming(receiptId: string, onClose: () => void) {
  const t = useWords(words);
  const changed = useCashChanged();
  return useMutation({
    mutationFn: (body: BodyOf<typeof splitCredit>) =>
      call(splitCredit, { params: { receiptId }, body }),
    onSuccess: ({ receiptIds }) => {
      changed();
      say({ text: t('payments_named', { count: receiptIds.length }) });
      onClose();
    },
  });
}

/** What was named beside what was credited; the rest stands until it is nothing. */
function Sums({ rows, receipt }: { rows: readonly SheetRow[]; receipt: Receipt }) {
  const t = useWords(words);
  const { currency } = receipt;
  const { count, total } = enteredOf(rows, currencyOf(currency));
  const rest = restOf(rows, receipt);
  const left = formatMoney({ minor: rest, currency: currencyOf(currency) });
  return (
    <dl aria-live="polite" className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
      <dt className="text-ink-2">{t('credited')}</dt>
      <dd className="text-right">
        <Amount value={receipt.amount} currency={currency} named />
      </dd>
      <dt className="text-ink-2">{t('payments_count', { count })}</dt>
      <dd className="text-right">
        <Amount value={formatMoney(total)} currency={currency} named />
      </dd>
      <dt className="text-ink-2">{t('payments_rest')}</dt>
      <dd className={`text-right ${rest === 0n ? '' : 'text-late'}`}>
        <Amount value={left} currency={currency} named strong />
      </dd>
    </dl>
  );
}

/** Minor units that no payment accounts for; negative when they come to more. */
function restOf(rows: readonly SheetRow[], { amount, currency }: Receipt): bigint {
  const code = currencyOf(currency);
  const came = parseMoney(amount, code);
  return came ? minus(came, enteredOf(rows, code).total).minor : 0n;
}

function partsOf(rows: readonly SheetRow[]): BodyOf<typeof splitCredit>['parts'] {
  return rows.flatMap((row) => {
    const amount = plainAmount(row.amount);
    if (amount === undefined) return [];
    const { account, payerName, checkNumber: reference } = row;
    const pays = numbersOf(row.pays).map((number) => ({ reference: number }));
    return [{ account, payerName, reference, amount, pays }];
  });
}
