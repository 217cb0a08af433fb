/** The promises of an account as cards: the open ones in full, the rest in one line. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountPromises, type WirePromise } from '#areas/promises/contract.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { HowFar, useJudgedBy, useLevel } from './HowFar.tsx';
import { promiseTones } from './promise-tones.ts';
import { WithdrawForm } from './WithdrawForm.tsx';
import { words } from './words.ts';

/** What the money decides on; what a person ended has no measure. */
const judged: ReadonlySet<string> = new Set(['open', 'kept', 'partly', 'broken']);

type Props = { accountId: string; onChanged: (accountId: string) => void };

export function PromiseCards({ accountId, onChanged }: Props) {
  const t = useWords(words);
  const [withdrawing, setWithdrawing] = useState<WirePromise | null>(null);
  const known = useQuery({
    queryKey: ['account', accountId, 'promises'],
    queryFn: ({ signal }) => call(accountPromises, { params: { accountId }, signal }),
  });
  const rows = known.data?.rows ?? [];
  return (
    <section>
      <h2 className="mb-1.5">{t('promises')}</h2>
      {known.isPending && <Bones lines={3} />}
      {known.isSuccess && rows.length === 0 && <p className="text-sm text-ink-3">{t('none')}</p>}
      <ul className="grid gap-2">
        {rows.slice(0, 6).map((row) => (
          <PromiseCard key={row.promiseId} promise={row} onWithdraw={() => setWithdrawing(row)} />
        ))}
      </ul>
      {withdrawing !== null && (
        <WithdrawForm
          promise={withdrawing}
          onChanged={onChanged}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </section>
  );
}

function PromiseCard({ promise, onWithdraw }: { promise: WirePromise; onWithdraw: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const judgedBy = useJudgedBy();
  const levelOf = useLevel();
  const { state, currency } = promise;
  const open = state === 'open';
  return (
    <li className={open ? 'rounded-md border border-line px-2.5 py-2' : 'text-sm'}>
      <p className="flex items-baseline gap-2">
        <span className={`figures ${open ? 'font-[600]' : ''}`}>
          {figures.money(promise.amount, currency)}
        </span>
        <span className="text-sm text-ink-2">
          {t('by_day', { day: figures.day(promise.dueOn) })}
        </span>
        <span className="flex-1" />
        <Tag tone={promiseTones[state]}>{t(`state_${state}`)}</Tag>
      </p>
      {open && (
        <p className="mt-1 text-sm text-ink-2">
          {t('said_taken', {
            said: promise.saidBy,
            taken: promise.takenBy,
            day: figures.day(promise.madeOn),
          })}
          {promise.items.length > 0 &&
            ` · ${promise.items.map((item) => item.document).join(', ')}`}
        </p>
      )}
      {judged.has(state) && (
        <>
          <HowFar promise={promise} />
          <p className="text-xs text-ink-2">
            {levelOf(promise)} · {judgedBy(promise)}
          </p>
        </>
      )}
      {open && may('promises.make') === undefined && (
        <button type="button" className="link no-print mt-1 text-sm" onClick={onWithdraw}>
          {t('withdraw')}
        </button>
      )}
    </li>
  );
}
