/** The columns of credits and of refunds. */
import type { WireCredit, WireRefund } from '#areas/refunds/contract/shapes.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { accountColumn } from '#web/ui/grid/account-column.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import type { Say } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { Clock } from './Clock.tsx';
import { StateTag } from './StateTag.tsx';
import type { words } from './words.ts';

export function creditColumns(
  t: Say<typeof words>,
  currency: string | null,
): readonly Column<WireCredit>[] {
  const mixed = currency === null;
  return [
    accountColumn(t('account')),
    { id: 'document', header: t('document'), width: 130, grow: 1, cell: (row) => row.document },
    {
      id: 'origin',
      header: t('origin'),
      width: 130,
      drop: 2,
      cell: (row) => t(`origin_${row.origin}`),
    },
    {
      id: 'available',
      header: mixed ? t('available') : t('available_in', { currency }),
      width: 130,
      align: 'end',
      cell: (row) => <Amount value={row.available} currency={row.currency} named={mixed} strong />,
    },
    {
      id: 'age',
      header: t('age'),
      width: 70,
      align: 'end',
      drop: 3,
      cell: (row) => t('days', { days: row.ageDays }),
    },
    {
      id: 'clock',
      header: t('clock'),
      width: 150,
      cell: (row) => (
        <span className="inline-flex gap-1.5">
          <Clock clock={row.clock} />
          {row.mayBeHeld !== null && <Tag tone="good">{t('may_be_held')}</Tag>}
        </span>
      ),
    },
    { id: 'way', header: t('way'), width: 110, drop: 4, cell: (row) => t(`method_${row.method}`) },
  ];
}

export function refundColumns(
  t: Say<typeof words>,
  currency: string | null,
): readonly Column<WireRefund>[] {
  const mixed = currency === null;
  return [
    accountColumn(t('account')),
    {
      id: 'amount',
      header: t('amount'),
      width: 130,
      align: 'end',
      cell: (row) => <Amount value={row.amount} currency={row.currency} named={mixed} strong />,
    },
    {
      id: 'origin',
      header: t('origin'),
      width: 120,
      drop: 4,
      cell: (row) => t(`origin_${row.origin}`),
    },
    { id: 'way', header: t('way'), width: 110, drop: 3, cell: (row) => t(`method_${row.method}`) },
    {
      id: 'approvals',
      header: t('approvals'),
      width: 110,
      drop: 5,
      cell: ({ approvals: { given, needs } }) => t('approvals_of', { given: given.length, needs }),
    },
    {
      id: 'clock',
      header: t('clock'),
      width: 130,
      drop: 2,
      cell: (row) => <Clock clock={row.clock} />,
    },
    { id: 'state', header: t('state'), width: 170, cell: (row) => <StateTag refund={row} /> },
  ];
}
