/**
 * Invents a book: customers with habits, their invoices, and how they paid them.
 *
 * Large customers buy often, most pay a little late, some worse every month, a few never;
 * there are early discounts, short pays, partial payments, payments for several invoices,
 * credit memos, money on account and returned payments. The same seed gives the same book.
 */
import { type Day, endOfMonth, plusDays, weekday } from '#kernel/day.ts';
import { type Currency, divideHalfUp } from '#kernel/money.ts';
import type {
  Incoming,
  IncomingApplication,
  IncomingCustomer,
  IncomingDocument,
  IncomingPayment,
} from '#areas/imports/rules/incoming.ts';
import { type Dice, throwDice } from './dice.ts';
import { inventName } from './names.ts';

export type BookWish = {
  readonly seed: number;
  readonly customers: number;
  readonly invoices: number;
  readonly from: Day;
  /** The last day of which anything is known. */
  readonly to: Day;
  readonly days: number;
  readonly company: string;
  readonly currency: Currency;
  /** Sets this book's numbers apart from another's in the same company: `E` makes `C-E10001`. */
  readonly mark?: string;
  /** How many names other books of the company have used already. */
  readonly namesUsed?: number;
  /** E-mail addresses of the collectors, who share the customers. */
  readonly owners?: readonly string[];
};

type Habit = {
  readonly number: string;
  readonly terms: Terms;
  /** Days late on average, and how much that varies. */
  readonly late: number;
  readonly spread: number;
  /** Days later each year. */
  readonly drift: number;
  /** In a thousand invoices. */
  readonly neverPays: number;
  readonly shortPays: number;
  readonly partPays: number;
  /** 1 pays each day, 7 once a week, and so on. */
  readonly runEvery: number;
  readonly amount: number;
  readonly taxBps: bigint;
  readonly method: string;
};

type Terms = {
  readonly code: string;
  readonly days: number;
  readonly endOfMonth: boolean;
  readonly discountPercent: bigint;
  readonly discountDays: number;
};

const allTerms: readonly [Terms, ...Terms[]] = [
  { code: 'NET30', days: 30, endOfMonth: false, discountPercent: 0n, discountDays: 0 },
  { code: 'NET15', days: 15, endOfMonth: false, discountPercent: 0n, discountDays: 0 },
  { code: 'NET45', days: 45, endOfMonth: false, discountPercent: 0n, discountDays: 0 },
  { code: '2/10N30', days: 30, endOfMonth: false, discountPercent: 2n, discountDays: 10 },
  { code: 'EOM30', days: 30, endOfMonth: true, discountPercent: 0n, discountDays: 0 },
];

type Making = {
  readonly wish: BookWish;
  readonly dice: Dice;
  readonly documents: IncomingDocument[];
  readonly payments: IncomingPayment[];
  readonly applications: IncomingApplication[];
};

/** The whole invented book, as an import would bring it. */
export function inventBook(wish: BookWish): Incoming {
  const dice = throwDice(wish.seed);
  const habits = Array.from({ length: wish.customers }, (_, index) =>
    inventHabit(wish, dice, index),
  );
  const making: Making = { wish, dice, documents: [], payments: [], applications: [] };
  for (const [index, habit] of habits.entries()) {
    const count = share(wish, index);
    const due = new Map<Day, Paying[]>();
    for (let made = 0; made < count; made += 1) inventInvoice(making, habit, due);
    for (const [on, paying] of [...due].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      pay(making, habit, on, paying);
    }
  }
  return {
    customers: habits.map((habit, index) => customer(wish, habit, index)),
    terms: allTerms.map((terms) => ({
      company: wish.company,
      code: terms.code,
      definition: {
        due: terms.endOfMonth
          ? { kind: 'end_of_month', daysBefore: 0, daysAfter: terms.days }
          : { kind: 'net', days: terms.days },
        discounts:
          terms.discountDays === 0
            ? []
            : [
                {
                  rateBps: Number(terms.discountPercent) * 100,
                  days: terms.discountDays,
                  of: 'net',
                },
              ],
      },
    })),
    documents: making.documents,
    payments: making.payments,
    applications: making.applications,
    orders: [],
  };
}

/** Zipf: the first customer buys twice as often as the second, and so on down. */
function share(wish: BookWish, index: number): number {
  let total = 0;
  for (let rank = 1; rank <= wish.customers; rank += 1) total += 1 / (rank + 3);
  return Math.max(1, Math.round((wish.invoices * (1 / (index + 4))) / total));
}

function inventHabit(wish: BookWish, dice: Dice, index: number): Habit {
  const kind = dice.below(100);
  const [late, spread, neverPays] =
    kind < 35 ? [-2, 4, 0] : kind < 70 ? [7, 8, 2] : kind < 88 ? [24, 14, 6] : [55, 30, 40];
  return {
    number: numberOf(wish, index),
    terms: dice.pick(allTerms),
    late,
    spread,
    drift: dice.permille(80) ? 20 : 0,
    neverPays,
    shortPays: 9,
    partPays: 40,
    runEvery: dice.pick([1, 1, 7, 7, 15]),
    amount: dice.around(240_000),
    taxBps: dice.permille(350) ? dice.pick([625n, 700n, 825n]) : 0n,
    method: dice.pick(['check', 'ach', 'ach', 'wire', 'card', 'lockbox']),
  };
}

type Paying = {
  readonly document: IncomingDocument;
  readonly amount: bigint;
  readonly discount: bigint;
};

function inventInvoice(making: Making, habit: Habit, due: Map<Day, Paying[]>): void {
  const { wish, dice } = making;
  const issuedOn = plusDays(wish.from, dice.below(wish.days));
  const net = BigInt(Math.max(500, dice.around(habit.amount)));
  const tax = divideHalfUp(net * habit.taxBps, 10_000n);
  const document = invoice(making, habit, { issuedOn, net, tax });
  making.documents.push(document);
  if (dice.permille(habit.neverPays)) return;

  const years = (wish.days - (Number(issuedOn.slice(0, 4)) - 2000)) / 365;
  const late =
    habit.late + dice.between(-habit.spread, habit.spread) + Math.round(habit.drift * years * 0.2);
  const early = document.discountOn !== null && dice.permille(450);
  const wanted = early ? plusDays(issuedOn, dice.between(5, 10)) : plusDays(document.dueOn, late);
  const on = payDay(wanted > issuedOn ? wanted : plusDays(issuedOn, 1), habit.runEvery);
  const discount =
    early && document.discountOn !== null && on <= document.discountOn
      ? (document.discount ?? 0n)
      : 0n;
  const whole = document.amount - discount;
  const short = dice.permille(habit.shortPays) ? whole / BigInt(dice.pick([20, 25, 50])) : 0n;
  const part = short === 0n && discount === 0n && dice.permille(habit.partPays) ? whole / 2n : 0n;
  add(wish, due, on, { document, amount: whole - short - part, discount });
  if (part > 0n && dice.permille(900)) {
    add(wish, due, payDay(plusDays(on, dice.between(14, 40)), habit.runEvery), {
      document,
      amount: part,
      discount: 0n,
    });
  }
}

function invoice(
  making: Making,
  habit: Habit,
  { issuedOn, net, tax }: { issuedOn: Day; net: bigint; tax: bigint },
): IncomingDocument {
  const { wish, dice, documents } = making;
  const { terms } = habit;
  const counted = terms.endOfMonth ? endOfMonth(issuedOn) : issuedOn;
  const number = `INV-${wish.mark ?? ''}${100_001 + documents.length}`;
  const disputed = dice.permille(15);
  return {
    company: wish.company,
    externalId: number,
    kind: 'invoice',
    number,
    customer: habit.number,
    customerName: null,
    currency: wish.currency,
    issuedOn,
    dueOn: plusDays(counted, terms.days),
    amount: net + tax,
    net,
    tax,
    reference: dice.permille(700) ? `PO-${10_000 + dice.below(90_000)}` : null,
    orderNumber: null,
    termsCode: terms.code,
    discountOn: terms.discountDays > 0 ? plusDays(issuedOn, terms.discountDays) : null,
    discount: terms.discountDays > 0 ? divideHalfUp(net * terms.discountPercent, 100n) : null,
    credits: null,
    paidOn: null,
    dispute: disputed ? dispute(making, issuedOn) : null,
    exchangeRate: null,
    origin: { file: 'demo', line: documents.length + 2 },
  };
}

function dispute({ wish, dice }: Making, issuedOn: Day): IncomingDocument['dispute'] {
  const on = plusDays(issuedOn, dice.between(8, 40));
  if (on > wish.to) return null;
  const resolvedOn = plusDays(on, dice.between(6, 45));
  return {
    on,
    resolvedOn: resolvedOn <= wish.to && dice.permille(800) ? resolvedOn : null,
    reason: dice.pick(['pricing', 'short shipment', 'damaged', 'wrong PO', 'not received']),
  };
}

function add(wish: BookWish, due: Map<Day, Paying[]>, on: Day, paying: Paying): void {
  if (on > wish.to) return;
  due.set(on, [...(due.get(on) ?? []), paying]);
}

/** The next day on which the customer runs payments; never on a weekend. */
function payDay(wanted: Day, every: number): Day {
  const later = every === 1 ? 0 : (every - (Number(wanted.slice(8)) % every)) % every;
  const day = plusDays(wanted, later);
  const weekend = weekday(day) - 5;
  return weekend > 0 ? plusDays(day, 3 - weekend) : day;
}

function pay(making: Making, habit: Habit, on: Day, paying: readonly Paying[]): void {
  const { dice } = making;
  const total = paying.reduce((sum, { amount }) => sum + amount, 0n);
  const over = dice.permille(12) ? divideHalfUp(total * 3n, 100n) : 0n;
  const receipt = payment(making, habit, { on, amount: total + over, kind: 'receipt', of: null });
  for (const { document, amount, discount } of paying) {
    apply(making, on, document, { amount, source: receipt.externalId, kind: 'payment' });
    if (discount > 0n)
      apply(making, on, document, { amount: discount, source: null, kind: 'discount' });
  }
  if (habit.method === 'check' && dice.permille(10)) bounce(making, habit, receipt, paying);
  if (dice.permille(6)) onAccount(making, habit, on);
}

/** The check came back: what it paid is open again, and most customers pay by wire then. */
function bounce(
  making: Making,
  habit: Habit,
  receipt: IncomingPayment,
  paying: readonly Paying[],
): void {
  const on = plusDays(receipt.on, 4);
  if (on > making.wish.to || paying.some(({ discount }) => discount > 0n)) return;
  for (const { document, amount } of paying) {
    apply(making, on, document, { amount: -amount, source: receipt.externalId, kind: 'payment' });
  }
  payment(making, habit, { on, amount: receipt.amount, kind: 'return', of: receipt.externalId });
}

function onAccount(making: Making, habit: Habit, on: Day): void {
  const amount = BigInt(making.dice.around(60_000));
  payment(making, habit, { on, amount, kind: 'receipt', of: null });
}

function payment(
  { wish, dice, payments }: Making,
  habit: Habit,
  part: Pick<IncomingPayment, 'on' | 'amount' | 'kind' | 'of'>,
): IncomingPayment {
  const made: IncomingPayment = {
    company: wish.company,
    externalId: `P-${wish.mark ?? ''}${500_001 + payments.length}`,
    customer: habit.number,
    currency: wish.currency,
    method: habit.method,
    reference: String(1_000_000 + dice.below(9_000_000)),
    origin: { file: 'demo', line: payments.length + 2 },
    ...part,
  };
  payments.push(made);
  return made;
}

function apply(
  { wish, applications }: Making,
  on: Day,
  document: IncomingDocument,
  part: { amount: bigint; source: string | null; kind: 'payment' | 'discount' },
): void {
  applications.push({
    company: wish.company,
    externalId: `A-${wish.mark ?? ''}${applications.length + 1}`,
    on,
    source: part.source === null ? null : { kind: 'payment', id: part.source },
    kind: part.kind,
    documentId: document.externalId,
    amount: part.amount,
    origin: { file: 'demo', line: applications.length + 2 },
  });
}

function numberOf({ mark = '' }: BookWish, index: number): string {
  return `C-${mark}${10_001 + index}`;
}

function customer(wish: BookWish, habit: Habit, index: number): IncomingCustomer {
  const made = inventName(index + (wish.namesUsed ?? 0));
  const slug = made.name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/gu, '');
  return {
    company: wish.company,
    number: habit.number,
    name: made.name,
    // Every twelfth customer belongs to the one before it, and every other of those pays for it.
    parent: index % 12 === 5 ? numberOf(wish, index - 1) : null,
    payer: index % 24 === 5 ? numberOf(wish, index - 1) : null,
    segment: 'COMM',
    termsCode: habit.terms.code,
    creditLimit: BigInt(Math.ceil(habit.amount / 50_000)) * 1_000_000n,
    creditCurrency: wish.currency,
    language: made.language,
    // Some customers lack what a letter needs; the list shows them as incomplete data.
    email: index % 17 === 11 ? null : `ap@${slug}.example`,
    phone: index % 13 === 7 ? null : `+1512555${String(1000 + (index % 9000)).padStart(4, '0')}`,
    contact: made.person,
    city: made.city,
    state: made.state,
    postalCode: made.postalCode,
    country: 'US',
    taxExempt: habit.taxBps === 0n,
    owner: wish.owners?.[index % wish.owners.length] ?? null,
    origin: { file: 'demo', line: index + 2 },
  };
}
