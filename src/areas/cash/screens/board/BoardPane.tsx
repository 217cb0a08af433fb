/** The middle of the cash desk: one receipt, in the way it is worked right now. */
import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { AccountPick } from './AccountPick.tsx';
import { AskBar } from './AskBar.tsx';
import { BulkCredit } from './BulkCredit.tsx';
import { type Board, useReopening, useSettling } from './board-data.ts';
import { useBoardKeys } from './board-keys.ts';
import { Claims } from './Claims.tsx';
import { ElsewhereForm } from './ElsewhereForm.tsx';
import { type Found, ManualBoard } from './ManualBoard.tsx';
import { Proposals } from './Proposals.tsx';
import { ReturnForm } from './ReturnForm.tsx';
import { RowsBoard } from './RowsBoard.tsx';
import { Standing } from './Standing.tsx';
import { type BoardWork, useBoard } from './use-board.ts';
import { WaitForm } from './WaitForm.tsx';
import { words } from './words.ts';

type Props = {
  data: Board;
  family: boolean;
  onAccount: (accountId: string) => void;
  onFamily: () => void;
  onPosted: () => void;
};

const done = [
  'posted',
  'returned',
  'reversed',
  'settled',
  'elsewhere',
  'withdrawn',
  'awaiting',
  'split',
];

export function BoardPane({ data, family, onAccount, onFamily, onPosted }: Props) {
  const may = useMay()('cash.post') === undefined;
  const [form, setForm] = useState<'return' | 'wait' | 'elsewhere' | null>(null);
  const [splitting, setSplitting] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const work = useBoard(data, onPosted);
  const finished = done.includes(data.receipt.state);
  const split = (): void => {
    work.change({ mode: 'manual', asking: null });
    setSplitting(true);
  };
  const ways = {
    onReturn: () => setForm('return'),
    onAsk: () => setForm('wait'),
    onSplit: split,
    onFamily,
    onFind: () => setFound(work.find()),
    onElsewhere: () => setForm('elsewhere'),
  };
  useBoardKeys(finished || form !== null ? undefined : work, ways, may);
  return (
    <section aria-label={data.receipt.payerName} className="min-w-0">
      <Head data={data} onReturn={ways.onReturn} />
      {!finished && <Modes work={work} family={family} ways={ways} />}
      {splitting && <AccountPick onPick={onAccount} onClose={() => setSplitting(false)} />}
      {!finished && (
        <Body work={work} found={found} onFind={ways.onFind} onFound={() => setFound(null)} />
      )}
      {data.receipt.state === 'posted' && <Standing data={data} />}
      <BulkCredit data={data} />
      {data.claimPayment !== null && <Claims remittanceId={data.claimPayment} />}
      <AskBar work={work} />
      {form === 'return' && <ReturnForm receipt={data.receipt} onClose={() => setForm(null)} />}
      {form === 'elsewhere' && <ElsewhereForm data={data} onClose={() => setForm(null)} />}
      {form === 'wait' && <WaitForm data={data} onClose={() => setForm(null)} />}
    </section>
  );
}

function Head({ data, onReturn }: { data: Board; onReturn: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('cash.post');
  const reopening = useReopening();
  const { receipt, account } = data;
  return (
    <div className="mb-3 grid gap-1">
      <h2 className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span>{receipt.payerName === '' ? t('nobody') : receipt.payerName}</span>
        <Amount value={receipt.amount} currency={receipt.currency} named strong />
      </h2>
      <p className="text-sm text-ink-2">
        {account === null ? '' : `${account.name} · ${account.number}`}
        {receipt.waitsFor !== null && ` · ${t('waits_for', { what: receipt.waitsFor })}`}
        {receipt.waitsUntil !== null &&
          ` ${t('waits_until', { day: figures.day(receipt.waitsUntil) })}`}
      </p>
      {receipt.state === 'posted' && (
        <div className="flex flex-wrap gap-2">
          <Button because={forbidden} onClick={() => reopening.mutate(receipt.receiptId)}>
            {t('reopen')}
          </Button>
          <Button because={forbidden} onClick={onReturn}>
            {t('bounce')}
          </Button>
        </div>
      )}
    </div>
  );
}

type Ways = Parameters<typeof useBoardKeys>[1];

function Modes({ work, family, ways }: { work: BoardWork; family: boolean; ways: Ways }) {
  const t = useWords(words);
  const forbidden = useMay()('cash.post');
  const { mode } = work.state;
  const hasRows = work.state.rows.length > 0;
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      <Button
        keys="m"
        aria-pressed={mode === 'manual'}
        onClick={() => work.change({ mode: mode === 'manual' ? 'proposals' : 'manual' })}
      >
        {t('manual')}
      </Button>
      {hasRows && (
        <Button aria-pressed={mode === 'rows'} onClick={() => work.change({ mode: 'rows', at: 0 })}>
          {t('rows')}
        </Button>
      )}
      <Button keys="k" onClick={ways.onSplit}>
        {t('split')}
      </Button>
      <Button keys="h" because={forbidden} onClick={work.toAccount}>
        {t('on_account')}
      </Button>
      <Button keys="q" because={forbidden} onClick={ways.onAsk}>
        {t('ask_payer')}
      </Button>
      <Button keys="e" because={forbidden} onClick={ways.onElsewhere}>
        {t('elsewhere')}
      </Button>
      {mode === 'manual' && (
        <Button keys="^" aria-pressed={family} onClick={ways.onFamily}>
          {t(family ? 'account_only' : 'family')}
        </Button>
      )}
    </div>
  );
}

type BodyProps = { work: BoardWork; found: Found | null; onFind: () => void; onFound: () => void };

function Body({ work, found, onFind, onFound }: BodyProps) {
  const t = useWords(words);
  if (work.data.returns.length > 0) return <Returns data={work.data} />;
  if (work.state.mode === 'rows') return <RowsBoard work={work} />;
  if (work.state.mode === 'manual') {
    return <ManualBoard work={work} found={found} onFind={onFind} onFound={onFound} />;
  }
  return (
    <>
      <Proposals work={work} />
      <p className="mt-3 text-sm text-ink-3">{t('paste_hint')}</p>
    </>
  );
}

/** The receipts that a return of the bank may take back. */
function Returns({ data }: { data: Board }) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('cash.post');
  const settling = useSettling();
  const { receiptId } = data.receipt;
  return (
    <ul className="grid gap-2">
      {data.returns.map((one) => (
        <li
          key={one.receiptId}
          className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line p-3"
        >
          <span>
            {t('takes_back')} {one.payerName} {one.reference} · {figures.day(one.receivedOn)}{' '}
            <Amount value={one.amount} currency={one.currency} named />
          </span>
          <Button
            because={forbidden}
            busy={settling.isPending}
            onClick={() => settling.mutate({ receiptId, returnedId: one.receiptId })}
          >
            {t('settle')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
