/**
 * The dashboards as their readers see them, each part kept as long as it may be.
 *
 * Tiles are read again as soon as anything happens; people, risks and causes at most every few
 * seconds; what month ends looked like once an hour, because the past changes seldom.
 */
import { decimalsOf, formatMinor } from '#kernel/money.ts';
import type { Instant } from '#kernel/instant.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Db } from '#platform/postgres/db.ts';
import type {
  boardDashboard,
  myEffort,
  teamDashboard,
  WireFigure,
  WirePerson,
  WireTile,
} from '../contract.ts';
import { boardTiles, type MetricName, periodOf, tileKeys } from '../rules/figures.ts';
import type { Book } from '../store/asked.ts';
import { causes } from '../store/causes.ts';
import { quality } from '../store/quality.ts';
import { alerts, clocksDue, movers } from '../store/risk.ts';
import { readCoverage } from './coverage.ts';
import { readMetrics, readTiles } from './figures.ts';
import { clockTitle } from '../words/names.ts';
import { makeKeeper } from './keep.ts';
import { readPeople } from './people.ts';
import { type AgedDay, agedOn, readAgingTrend } from './trend.ts';
import { type CashWeek, readWeeks } from './weeks.ts';

type Team = AnswerOf<typeof teamDashboard>;
type Board = AnswerOf<typeof boardDashboard>;
type Mine = AnswerOf<typeof myEffort>;
type Beside = Omit<Team, keyof Board | 'aging' | 'monthFrom' | 'people'>;
type Live = { readonly tiles: WireTile[]; readonly today: AgedDay; readonly weeks: CashWeek[] };

const soonMs = 80;
const patientMs = 30_000;
const tilesKept = makeKeeper<Live>({ restMs: 0, staleMs: soonMs, coldMs: patientMs });
const peopleKept = makeKeeper<WirePerson[]>({ restMs: 5000, staleMs: 0, coldMs: patientMs });
const besideKept = makeKeeper<Beside>({ restMs: 20_000, staleMs: 0, coldMs: patientMs });
const trendKept = makeKeeper<AgedDay[]>({ restMs: 3_600_000, staleMs: 0, coldMs: 1000 });

/** What the manager sees. */
export async function teamAnswer(db: Db, book: Book, currencies: string[]): Promise<Team> {
  const key = JSON.stringify(book);
  const [live, people, beside, trend] = await Promise.all([
    tilesKept(db, key, () => readLive(db, book)),
    peopleKept(db, key, () => readPeople(db, book)),
    besideKept(db, key, () => readBeside(db, book)),
    trendKept(db, key, () => readAgingTrend(db, book)),
  ]);
  if (!live || !people || !beside) throw new Error('the figures take longer than half a minute');
  return {
    ...headOf(book, currencies, live, tileKeys),
    ...beside.value,
    againMs: soonest([live, people, beside, trend]),
    people: people.value,
    monthFrom: periodOf('month', book.today).from,
    aging: trend ? [...trend.value, live.value.today] : null,
  };
}

/** What the CFO sees: seven figures. */
export async function boardAnswer(db: Db, book: Book, currencies: string[]): Promise<Board> {
  const live = await tilesKept(db, JSON.stringify(book), () => readLive(db, book));
  if (!live) throw new Error('the figures take longer than half a minute');
  return headOf(book, currencies, live, boardTiles);
}

/** What anybody sees of themselves. */
export async function mineAnswer(db: Db, book: Book, memberId: string): Promise<Mine> {
  const people = await peopleKept(db, JSON.stringify(book), () => readPeople(db, book));
  if (!people) throw new Error('the figures take longer than half a minute');
  return {
    asOf: book.today,
    at: people.at,
    againMs: people.againMs,
    currency: book.currency,
    monthFrom: periodOf('month', book.today).from,
    person: people.value.find((person) => person.memberId === memberId) ?? null,
  };
}

/** When to ask again for the part that is overtaken first; what is not there yet, soon. */
function soonest(parts: readonly (Pick<KeptLive, 'againMs'> | undefined)[]): number | null {
  const waits = parts.flatMap((part) => (part === undefined ? 1000 : (part.againMs ?? [])));
  return waits.length === 0 ? null : Math.min(...waits);
}

type KeptLive = {
  readonly value: Live;
  readonly at: Instant;
  readonly againMs: number | null;
};

function headOf(
  book: Book,
  currencies: string[],
  { value, at, againMs }: KeptLive,
  keys: readonly WireTile['key'][],
): Board {
  const amount = (minor: bigint): string => formatMinor(minor, decimalsOf(book.currency));
  return {
    asOf: book.today,
    at,
    againMs,
    currency: book.currency,
    currencies,
    tiles: keys.flatMap((key) => value.tiles.find((tile) => tile.key === key) ?? []),
    weeks: value.weeks.map(({ weekStart, actual, forecast }) => ({
      weekStart,
      actual: actual === null ? null : amount(actual),
      expected: forecast && amount(forecast.expected),
      low: forecast && amount(forecast.p10),
      high: forecast && amount(forecast.p90),
    })),
  };
}

async function readLive(db: Db, book: Book): Promise<Live> {
  const [tiles, today, weeks] = await Promise.all([
    readTiles(db, book, tileKeys),
    agedOn(db, book, book.today),
    readWeeks(db, book),
  ]);
  return { tiles, today, weeks };
}

const rolls = ['roll_0', 'roll_1', 'roll_2', 'roll_3'] as const;
const funnel = ['attempts', 'conversations', 'promises_made', 'promises_kept'] as const;

async function readBeside(db: Db, book: Book): Promise<Beside> {
  const [metrics, warned, moved, due, why, treated, coverage] = await Promise.all([
    readMetrics(db, book, [...rolls, ...funnel]),
    alerts(db, book),
    movers(db, book),
    clocksDue(db, book),
    causes(db, book),
    quality(db, book),
    readCoverage(db, book),
  ]);
  const named = (names: readonly MetricName[]): WireFigure[] =>
    names.flatMap((name) => metrics.get(name) ?? []);
  const amount = (minor: bigint): string => formatMinor(minor, decimalsOf(book.currency));
  return {
    coverage,
    rolls: named(rolls),
    funnel: named(funnel),
    alerts: warned.map(({ account_id: accountId, account, name, kind, raised_on: raisedOn }) => ({
      accountId,
      account,
      name,
      kind,
      raisedOn,
    })),
    movers: moved.map(({ account_id: accountId, account, name, amount: minor }) => ({
      accountId,
      account,
      name,
      amount: amount(minor),
    })),
    clocks: {
      count: due.count,
      rows: due.rows.map((row) => ({
        accountId: row.account_id,
        name: row.name ?? row.account ?? '',
        title: clockTitle(row.kind),
        source: row.source,
        dueOn: row.due_on,
        owner: row.owner,
      })),
    },
    causes: why.map(({ cause, amount: minor, cases }) => ({
      cause,
      amount: amount(minor),
      cases: Number(cases),
    })),
    quality: {
      complaints: Number(treated.complaints),
      unanswered: Number(treated.unanswered),
      bounced: Number(treated.bounced),
    },
  };
}
