/** What the board asks before money moves: why something is short, or whether it is meant so. */
import { shortReasons } from '#areas/cash/rules/receipts/spread.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { giveReason } from './board-keys.ts';
import { written } from './board-state.ts';
import { type BoardWork, isZero } from './use-board.ts';
import { shortWords, words } from './words.ts';

export function AskBar({ work }: { work: BoardWork }) {
  const { asking } = work.state;
  if (asking === null) return null;
  return (
    <div
      role="status"
      className="sticky bottom-2 z-10 mt-3 grid gap-2 rounded-lg border border-accent bg-accent-soft p-3"
    >
      {asking === 'short' && <AskShort work={work} />}
      {asking === 'reason' && <AskReason work={work} />}
      {(asking === 'confirm' || asking === 'account') && <AskConfirm work={work} />}
    </div>
  );
}

function AskShort({ work }: { work: BoardWork }) {
  const t = useWords(words);
  const figures = useFigures();
  const { currency } = work.data.receipt;
  const amount = figures.money(work.state.proposal?.short ?? '0', currency);
  return (
    <>
      <p className="font-[600]">{t('short_by', { amount })}</p>
      <div className="flex flex-wrap gap-2">
        <Button keys="d" onClick={() => work.change({ asking: 'reason' })}>
          {t('deduction')}
        </Button>
        <Button keys="t" onClick={() => work.short('tolerance')}>
          {t('tolerance')}
        </Button>
        <Button keys="s" onClick={() => work.short('open')}>
          {t('short_pay')}
        </Button>
        <Cancel work={work} />
      </div>
    </>
  );
}

function AskReason({ work }: { work: BoardWork }) {
  const t = useWords(words);
  const language = useLanguage();
  const inRows = work.state.mode === 'rows';
  return (
    <>
      <p className="font-[600]">{t('which_reason')}</p>
      <div className="flex flex-wrap gap-2">
        {shortReasons.map((reason, at) => (
          <Button
            key={reason}
            keys={String((at + 1) % 10)}
            onClick={() => (inRows ? giveReason(work, reason) : work.short(reason))}
          >
            {shortWords[reason][language]}
          </Button>
        ))}
        <Cancel work={work} />
      </div>
    </>
  );
}

function AskConfirm({ work }: { work: BoardWork }) {
  const t = useWords(words);
  const figures = useFigures();
  const { receipt, account } = work.data;
  const { asking, proposal } = work.state;
  const amount = figures.money(receipt.amount, receipt.currency);
  const left = proposal?.onAccount ?? written(work.sums.rest, receipt.currency);
  const rest = figures.money(left, receipt.currency);
  const question =
    asking === 'account'
      ? t('confirm_account', { amount, name: account?.name ?? '' })
      : isZero(left)
        ? t('confirm_post', { amount })
        : t('confirm_rest', { rest });
  const because = asking === 'account' && account === null ? t('no_account') : undefined;
  return (
    <>
      <p className="font-[600]">{because ?? question}</p>
      <div className="flex flex-wrap gap-2">
        <Button tone="main" keys="Enter" because={because} busy={work.busy} onClick={work.confirm}>
          {t('confirm')}
        </Button>
        <Cancel work={work} />
      </div>
    </>
  );
}

function Cancel({ work }: { work: BoardWork }) {
  const t = useWords(words);
  return (
    <Button tone="quiet" keys="Escape" onClick={() => work.change({ asking: null })}>
      {t('cancel')}
    </Button>
  );
}
