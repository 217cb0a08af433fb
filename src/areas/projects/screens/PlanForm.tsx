/** A repair of many as it would be done: every step is shown before anything is written. */
import type { ReactNode } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export type PlanRow = {
  key: string;
  name: string;
  what: string;
  amount: string;
  currency: string;
};

type Props = {
  title: string;
  why: string;
  none: string;
  /** Undefined while it is asked for. */
  rows: readonly PlanRow[] | undefined;
  error: unknown;
  go: ReactNode;
  /** Why it may not be done by this reader. */
  because: string | undefined;
  busy: boolean;
  onGo: () => void;
  onClose: () => void;
};

/** So many are drawn; the rest is counted. */
const drawn = 200;

export function PlanForm({ title, why, none, rows, error, go, ...rest }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <Dialog title={title} onClose={rest.onClose} shape="wide">
      <div className="grid gap-3.5">
        <p className="text-ink-2">{why}</p>
        {rows === undefined && error === null && <Bones lines={6} />}
        {rows?.length === 0 && <p>{none}</p>}
        <ul className="grid gap-1">
          {rows?.slice(0, drawn).map((row) => (
            <li
              key={row.key}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-3 border-b border-line py-1"
            >
              <span className="truncate">
                <b className="font-[600]">{row.name}</b>{' '}
                <span className="text-sm text-ink-2">{row.what}</span>
              </span>
              <span className="figures">{figures.money(row.amount, row.currency)}</span>
            </li>
          ))}
        </ul>
        {rows !== undefined && rows.length > drawn && (
          <p className="text-sm text-ink-2">{t('and_more', { count: rows.length - drawn })}</p>
        )}
        <RefusalNote error={error} words={areaWords} />
        {rows !== undefined && rows.length > 0 && (
          <Button tone="main" because={rest.because} busy={rest.busy} onClick={rest.onGo}>
            {go}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
