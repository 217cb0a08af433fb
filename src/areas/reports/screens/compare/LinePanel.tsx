/** One line of the list opened: its own bridge, each figure of which opens to its rows. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CompareRow } from '#areas/reports/contract/compare.ts';
import { paths } from '#web/paths.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bridge } from './Bridge.tsx';
import { BucketMovement } from './BucketMovement.tsx';
import { type CompareSearch, type OpenFigure, lineOf } from './figures.ts';
import { FigureRows } from './FigureRows.tsx';
import { words } from './words.ts';

type Props = { row: CompareRow; search: CompareSearch; onClose: () => void };

export function LinePanel({ row, search, onClose }: Props) {
  const t = useWords(words);
  const [open, setOpen] = useState<OpenFigure>();
  const whose = lineOf(search, row);
  const number = row.account ?? row.customer;
  return (
    <Dialog
      title={row.name}
      shape="wide"
      onClose={onClose}
      sub={
        row.accountId === null ? (
          number
        ) : (
          <Link to={paths.account} params={{ accountId: row.accountId }} className="link">
            {number}
          </Link>
        )
      }
    >
      <div className="grid gap-5">
        <Bridge sums={row} onOpen={setOpen} />
        <BucketMovement whose={whose} currency={row.currency} onOpen={setOpen} />
        <p>
          <button
            type="button"
            className="link"
            onClick={() => setOpen({ figure: 'all', currency: row.currency })}
          >
            {t('all')}
          </button>
        </p>
      </div>
      {open !== undefined && (
        <FigureRows whose={whose} who={row.name} open={open} onClose={() => setOpen(undefined)} />
      )}
    </Dialog>
  );
}
