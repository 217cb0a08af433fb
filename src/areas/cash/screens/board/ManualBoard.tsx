/** Open items to lay a receipt onto by hand, with what is left always in sight. */
import { Fragment, useState } from 'react';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { type Item, written } from './board-state.ts';
import { DocumentLines } from './DocumentLines.tsx';
import { Rest } from './Rest.tsx';
import type { BoardWork } from './use-board.ts';
import { words } from './words.ts';

export type Found = ReturnType<BoardWork['find']>;

type Props = { work: BoardWork; found: Found | null; onFind: () => void; onFound: () => void };

export function ManualBoard({ work, found, onFind, onFound }: Props) {
  const t = useWords(words);
  const forbidden = useMay()('cash.post');
  const [part, setPart] = useState('');
  const { sums } = work;
  const shown = sums.items.filter((item) => fits(item, part));
  const over = sums.rest < 0n ? t('too_much', { amount: restText(work) }) : undefined;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <TextField
          label={t('find_part')}
          name="part"
          value={part}
          autoComplete="off"
          onChange={(event) => setPart(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <Rest work={work} />
      </div>
      {shown.length === 0 ? (
        <p className="text-ink-2">{t('no_items')}</p>
      ) : (
        <ItemTable work={work} shown={shown} />
      )}
      {found !== null && <Combinations work={work} found={found} onPicked={onFound} />}
      <CheckField label={t('learn')} onChange={(event) => work.learn(event.target.checked)} />
      <div className="flex flex-wrap gap-2">
        <Button tone="main" keys="Enter" because={forbidden ?? over} onClick={work.post}>
          {t('post')}
        </Button>
        <Button keys="f" onClick={onFind}>
          {t('find')}
        </Button>
        <Button tone="quiet" keys="Escape" onClick={() => work.change({ mode: 'proposals' })}>
          {t('back')}
        </Button>
      </div>
    </div>
  );
}

function restText({ sums, data }: BoardWork): string {
  const minor = sums.rest < 0n ? -sums.rest : sums.rest;
  return `${written(minor, data.receipt.currency)} ${data.receipt.currency}`;
}

/** Part of a number, of an order or of an amount. */
function fits({ document, reference, open }: Item, part: string): boolean {
  const wanted = part.trim().toUpperCase();
  if (wanted === '') return true;
  const digits = wanted.replaceAll(/\D/gu, '');
  return (
    document.toUpperCase().includes(wanted) ||
    reference.toUpperCase().includes(wanted) ||
    (digits !== '' && /^[\d.,]+$/u.test(wanted) && open.toString().startsWith(digits))
  );
}

function ItemTable({ work, shown }: { work: BoardWork; shown: readonly Item[] }) {
  const t = useWords(words);
  const figures = useFigures();
  const { state, sums, data } = work;
  const { currency } = data.receipt;
  const laid = new Map(sums.laid.map((each) => [each.item.itemId, each.amount]));
  return (
    <table className="w-full text-left">
      <caption className="sr-only">{t('items')}</caption>
      <thead className="text-sm text-ink-2">
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('due')}</th>
          <th scope="col" className="text-right">
            {t('open')}
          </th>
          <th scope="col" className="text-right">
            {t('pays')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((item) => (
          <Fragment key={item.itemId}>
            <tr
              className={sums.items[state.at] === item ? 'bg-accent-soft' : 'border-t border-line'}
            >
              <td>
                <CheckField
                  label={item.document}
                  checked={state.marked.has(item.itemId)}
                  onChange={() => work.mark(item.itemId)}
                />
              </td>
              <td className="text-sm whitespace-nowrap">{figures.day(item.dueOn)}</td>
              <td className="text-right">
                <Amount value={written(item.open, currency)} currency={currency} />
              </td>
              <td className="text-right">
                <Amount
                  value={written(laid.get(item.itemId) ?? 0n, currency)}
                  currency={currency}
                  strong
                />
              </td>
            </tr>
            {state.opened?.itemId === item.itemId && (
              <tr>
                <td colSpan={4}>
                  <DocumentLines work={work} item={item} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

type FoundProps = { work: BoardWork; found: Found; onPicked: () => void };

function Combinations({ work, found, onPicked }: FoundProps) {
  const t = useWords(words);
  const names = new Map(work.sums.items.map(({ itemId, document }) => [itemId, document]));
  return (
    <section aria-label={t('find')} className="rounded-lg border border-line p-3">
      <p className="text-sm text-ink-2">{t('combinations', { count: found.found.length })}</p>
      <ul className="mt-1 grid gap-1">
        {found.found.map((set) => (
          <li key={set.join(' ')}>
            <Button
              onClick={() => {
                const marked = new Set([...work.state.marked, ...set]);
                work.change({ marked, touched: true });
                onPicked();
              }}
            >
              {set.map((itemId) => names.get(itemId)).join(' + ')}
            </Button>
          </li>
        ))}
      </ul>
      {found.stopped && <p className="mt-1 text-sm text-warn">{t('stopped')}</p>}
    </section>
  );
}
