/** What a posted receipt pays now, and the keys that put it right where it pays the wrong thing. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import type { Board } from './board-data.ts';
import type { CreditAct } from './credit-acts.ts';
import { CreditForm } from './CreditForm.tsx';
import { isZero } from './use-board.ts';
import { words } from './standing-words.ts';

const keys = { take_off: 'a', move: 'm', transfer: 't' } as const;

export function Standing({ data }: { data: Board }) {
  const t = useWords(words);
  const forbidden = useMay()('cash.apply');
  const [at, setAt] = useState(0);
  const [act, setAct] = useState<CreditAct | null>(null);
  const { applied, free, receipt } = data;
  const off = applied[at];
  const last = applied.length - 1;
  const acts = actsOf(data);
  const refund = useRefund(data);
  useKeys([
    ...acts.map((each) => ({
      key: keys[each],
      phrase: t(each),
      run: () => forbidden === undefined && setAct(each),
    })),
    ...(refund === undefined ? [] : [{ key: 'f', phrase: t('refund'), run: refund }]),
    { key: 'ArrowDown', phrase: t('next'), run: () => setAt(Math.min(at + 1, last)) },
    { key: 'ArrowUp', phrase: t('before'), run: () => setAt(Math.max(at - 1, 0)) },
  ]);
  // Free money goes elsewhere as it is; only when none is free is it taken off an item first.
  const taken = act === 'take_off' || act === 'move' || isZero(free) ? off : undefined;
  return (
    <section aria-label={t('pays')} className="grid gap-3">
      <h3 className="font-[600]">{t('pays')}</h3>
      {applied.length === 0 && <p className="text-ink-2">{t('pays_nothing')}</p>}
      <AppliedRows data={data} at={at} onGo={setAt} />
      {!isZero(free) && (
        <p className="flex justify-between gap-3">
          {t('free')} <Amount value={free} currency={receipt.currency} named strong />
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {acts.map((each) => (
          <Button key={each} keys={keys[each]} because={forbidden} onClick={() => setAct(each)}>
            {t(each)}
          </Button>
        ))}
        {refund !== undefined && (
          <Button keys="f" onClick={refund}>
            {t('refund')}
          </Button>
        )}
      </div>
      {act !== null && (
        <CreditForm key={act} data={data} act={act} off={taken} onClose={() => setAct(null)} />
      )}
    </section>
  );
}

/** What is free may be asked back: on the screen of refunds, where the law's clock stands too. */
function useRefund({ free, receipt }: Board): (() => void) | undefined {
  const navigate = useNavigate();
  const { account, itemId } = receipt;
  if (isZero(free) || account === null || itemId === null) return undefined;
  const search = { accountId: account.accountId, credit: itemId };
  return () => void navigate({ to: paths.refunds, search });
}

/** Nothing is taken off where nothing is paid. */
function actsOf({ applied, free }: Board): CreditAct[] {
  const off: CreditAct[] = applied.length > 0 ? ['take_off', 'move'] : [];
  return applied.length === 0 && isZero(free) ? [] : [...off, 'transfer'];
}

type RowsProps = { data: Board; at: number; onGo: (at: number) => void };

function AppliedRows({ data: { applied, receipt }, at, onGo }: RowsProps) {
  const t = useWords(words);
  const figures = useFigures();
  if (applied.length === 0) return null;
  return (
    <ul className="grid gap-0.5">
      {applied.map((item, place) => (
        <li key={item.itemId}>
          <button
            type="button"
            aria-pressed={place === at}
            className={`flex w-full justify-between gap-3 rounded-md px-2 py-1 text-left ${
              place === at ? 'bg-accent-soft' : 'hover:bg-sunk'
            }`}
            onClick={() => onGo(place)}
          >
            <span>
              <b className="font-[600]">{item.document}</b>{' '}
              <span className="text-sm text-ink-2">
                {t('due', { day: figures.day(item.dueOn) })}
              </span>
            </span>
            <Amount value={item.amount} currency={receipt.currency} />
          </button>
        </li>
      ))}
    </ul>
  );
}
