/**
 * Lockbox files are laid out by each bank for itself; the record types are common, the
 * columns are not. A layout says where everything stands, as data.
 *
 *   1 file  2 service  5 lockbox ( 6 check ( 4 overflow )* )* 7 batch total  8 total  9 end
 *
 * A new bank is a new layout, never a new reader.
 */

export type Column = {
  readonly from: number;
  readonly to: number;
};

export type LockboxLayout = {
  readonly name: string;
  /** Characters of a record, for files without line ends. */
  readonly width: number;
  readonly lockbox: {
    readonly batch: Column;
    readonly number: Column;
    readonly on: Column;
    readonly origin: Column;
  };
  readonly check: {
    readonly batch: Column;
    readonly item: Column;
    readonly amount: Column;
    readonly routing: Column;
    readonly account: Column;
    readonly number: Column;
    readonly remitter?: Column;
    readonly payee?: Column;
    readonly writtenOn?: Column;
  };
  readonly overflow: {
    readonly reference: Column;
    readonly amount?: Column;
    readonly customer?: Column;
  };
  readonly batchTotal: { readonly count: Column; readonly amount: Column };
  readonly total: { readonly count: Column; readonly amount: Column };
  readonly end: { readonly records: Column };
};

function at(from: number, to: number): Column {
  return { from, to };
}

const lockbox = { batch: at(2, 4), number: at(8, 14), on: at(15, 20), origin: at(31, 40) };
const batchTotal = { count: at(21, 23), amount: at(24, 33) };
const end = { records: at(2, 7) };

/** 80 characters; invoices with amounts in the overflow, routing without its check digit. */
const invoices: LockboxLayout = {
  name: 'bai-80',
  width: 80,
  lockbox,
  check: {
    batch: at(2, 4),
    item: at(5, 7),
    amount: at(41, 50),
    routing: at(51, 58),
    account: at(59, 68),
    number: at(69, 80),
  },
  overflow: { reference: at(11, 20), amount: at(21, 30), customer: at(61, 70) },
  batchTotal,
  total: { count: at(21, 23), amount: at(24, 33) },
  end,
};

/** 104 or 160 characters; names on the check, and what is written on its memo line. */
const names: LockboxLayout = {
  name: 'bai-104',
  width: 104,
  lockbox,
  check: {
    batch: at(2, 4),
    item: at(5, 7),
    amount: at(8, 17),
    routing: at(18, 26),
    account: at(27, 36),
    number: at(37, 46),
    writtenOn: at(47, 52),
    remitter: at(53, 82),
    payee: at(83, 160),
  },
  overflow: { reference: at(12, 41) },
  batchTotal,
  total: { count: at(21, 24), amount: at(25, 34) },
  end,
};

/** The layouts that we know from real files, in the order in which they are tried. */
export const shippedLayouts: readonly LockboxLayout[] = [invoices, names];
