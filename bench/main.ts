/**
 * `npm run bench`: a book of 100,000 invoices, taken in and asked, beside plain SQL over the
 * same book on the same server in the same run.
 *
 *     npm run bench              the figures of one book
 *     npm run bench -- posting   receipts posted, by one, by eight at once, by the file
 *     npm run bench -- cash      10,000 lines of the bank taken in, decided, posted
 *     npm run bench -- growth    10,000, 100,000 and 1,000,000 invoices side by side
 *     npm run bench -- load      fifty collectors at two server processes, one of them killed
 *     npm run bench -- crash     kill -9 at two hundred random moments
 *     npm run bench -- start     how soon the program answers, the first time and after
 *     npm run bench -- mail [N] [SEED]  a thousand messages (or N), each once, through kill -9
 *     npm run bench -- match DIR  bank lines decided, held against their answers
 *     npm run bench -- calibrate DIR  cash matching learns its standard calibration from a history
 *     npm run bench -- predict DIR  payment days predicted, held against what came
 *     npm run bench -- snapshots a year of morning files, each held against our open items
 *     npm run bench -- paper     a thousand statements and a thousand letters as PDF
 *     npm run bench -- read      fifty megabytes of BAI2, NACHA, camt, MT940: seconds, memory
 *     npm run bench -- strategies  a morning's run over 100,000 accounts, and the same again
 *     npm run bench -- permits   permits asked for 10,000 contacts at once
 *     npm run bench -- simulate  a version over 90 days and 50,000 accounts
 *     npm run bench -- order     the order of work in a simulator, beside practice and an oracle
 *     npm run bench -- orders    may an order go on? fifty at a time over 100,000 accounts
 *     npm run bench -- dashboards  what a dashboard costs, and how soon a posting stands on it
 *     npm run bench -- excel     our workbooks recalculated by LibreOffice, beside our figures
 *     npm run bench -- fuzz      a million torn bytes for every reader of outside files
 *
 *     BENCH_BOOK=folder      another neutral book
 *     BENCH_INVOICES=10000   a smaller invented one
 *     BENCH_GROWTH=1000,2000 other sizes for the table of growth
 *     BENCH_DATA=folder      a copy of a data folder (DUNLIN_DATA) whose book is there already
 *
 * The server is the embedded one with the settings that `npm start` uses; what it holds is
 * made anew each time. The figures are printed, never asserted.
 */
import { cpus } from 'node:os';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { type BenchBook, bookIn, findBook } from './book.ts';
import { tellCalibration } from './calibrate.ts';
import { tellCash } from './cash.ts';
import { tellCrashes } from './crash.ts';
import { tellMail } from './mail.ts';
import { tellExcel } from './excel.ts';
import { figureLine, heading } from './figures.ts';
import { tellGrowth } from './growth.ts';
import { tellDashboards } from './dashboards.ts';
import { tellFuzz } from './fuzz.ts';
import { tellLoad } from './load.ts';
import { tellMatch } from './match.ts';
import { tellOrder } from './order.ts';
import { tellOrders } from './orders.ts';
import { tellPermits } from './permits.ts';
import { tellPapers } from './paper.ts';
import { tellPredict } from './predict.ts';
import { tellReading } from './read.ts';
import { tellSimulation } from './simulate.ts';
import { tellSnapshots } from './snapshots.ts';
import { runCli, tellPosting, tellSpeed } from './speed.ts';
import { tellStart } from './start.ts';
import { tellStrategies } from './strategies.ts';

const home = path.join(import.meta.dirname, '.data');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const [what = 'speed', ...rest] = process.argv.slice(2);
const [folder = ''] = rest;

const benches: Readonly<Record<string, () => Promise<void> | void>> = {
  speed: () =>
    onServer(async (url, book) => {
      say(heading);
      await tellSpeed(url, book, (figures) => figures.map(figureLine).forEach(say));
    }),
  posting: () =>
    onBook(async (url, book) => {
      say(heading);
      await tellPosting(url, book, (figures) => figures.map(figureLine).forEach(say));
    }),
  cash: () => withServer((url) => tellCash(url, home, say)),
  growth: () => {
    const sizes = (process.env['BENCH_GROWTH'] ?? '10000,100000,1000000').split(',').map(Number);
    const books = sizes.map((invoices) => findBook(undefined, invoices, home));
    return withServer((url) => tellGrowth(url, books, say));
  },
  load: () => onBook((url, book) => tellLoad(url, book.today, say)),
  crash: () => tellCrashes(path.join(home, 'crash'), say),
  start: () => tellStart(home, say),
  mail: () => tellMail(rest, say),
  excel: () => tellExcel(say),
  match: () => tellMatch(folder, say),
  calibrate: () => tellCalibration(folder, say),
  predict: () => tellPredict(folder, say),
  snapshots: () =>
    onServer(async (url) => {
      await migrate(url);
      await tellSnapshots(url, say);
    }),
  paper: () => tellPapers(),
  read: () => tellReading(home, say),
  strategies: () => withServer((url) => tellStrategies(url, say)),
  permits: () => withServer((url) => tellPermits(url, say)),
  simulate: () => withServer((url) => tellSimulation(url, say)),
  order: () => tellOrder(say),
  orders: () => withServer((url) => tellOrders(url, say)),
  dashboards: () => onBook((url, book) => tellDashboards(url, book.today, say)),
  fuzz: () => tellFuzz(say),
};

say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
const chosen = Object.hasOwn(benches, what) ? benches[what] : undefined;
if (chosen) await chosen();
else {
  const known = Object.keys(benches).join(', ');
  process.stderr.write(`There is no bench "${what}"; there are ${known}.\n`);
  process.exitCode = 2;
}

/** A server that holds the book already: a new one, or a data folder's own. */
function onBook(work: (url: string, book: BenchBook) => Promise<void>): Promise<void> {
  const kept = process.env['BENCH_DATA'];
  if (kept !== undefined) return onFolder(kept, work);
  return onServer(async (url, book) => {
    await migrate(url);
    runCli(url, book, 'import', book.folder, '--json');
    await work(url, book);
  });
}

/** The book that a data folder holds; it is changed, so it should be a copy. */
async function onFolder(
  dataFolder: string,
  work: (url: string, book: BenchBook) => Promise<void>,
): Promise<void> {
  const server = await startEmbedded(dataFolder, { alone: true });
  try {
    await migrate(server.url);
    const book = await bookIn(server.url, dataFolder);
    say(`${dataFolder}: ${book.invoices} invoices up to ${book.today}`);
    await work(server.url, book);
  } finally {
    await server.stop();
  }
}

/** A new, empty embedded server for as long as the work takes, with the book to take in. */
async function onServer(work: (url: string, book: BenchBook) => Promise<void>): Promise<void> {
  const invoices = Number(process.env['BENCH_INVOICES'] ?? '100000');
  const book = findBook(process.env['BENCH_BOOK'], invoices, home);
  say(`${book.folder}: ${book.invoices} invoices up to ${book.today}`);
  await withServer((url) => work(url, book));
}

async function withServer(work: (url: string) => Promise<void>): Promise<void> {
  const data = path.join(home, 'server');
  rmSync(data, { recursive: true, force: true });
  const server = await startEmbedded(data, { alone: true });
  try {
    await work(server.url);
  } finally {
    await server.stop();
  }
}
