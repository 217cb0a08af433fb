/**
 * The OData feed: what Excel, Power BI and other programs read of the datasets.
 *
 *   service document ──▶ $metadata ──▶ entity set, page by page (@odata.nextLink)
 *
 * It reads through the same door as reports: the reader's datasets, the reader's rows.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Db } from '#platform/postgres/db.ts';
import { listName, makeCursor, readCursor } from '#platform/page.ts';
import { datasetsFor } from '../rules/catalogue.ts';
import { columnOf, type Dataset } from '../rules/dataset.ts';
import { checkQuestion, type CheckedQuestion } from '../rules/question.ts';
import { metadataJson, metadataXml } from '../rules/odata/metadata.ts';
import { parent, parentOf } from '../rules/odata/parent.ts';
import { type FeedRequest, type Options, readRequest } from '../rules/odata/request.ts';
import { answerQuestion, type Cell, type Found } from '../store/answers.ts';
import { noSuchCompany, type Reader } from './ask.ts';
import { rowsWithParents, withParent } from './expand.ts';

export type FeedAsked = {
  /** What follows `/odata/v4/`: ``, `$metadata`, `OpenItems`, `OpenItems/$count`. */
  readonly path: string;
  readonly options: Options;
  /** Where the feed is, with a slash at its end. */
  readonly base: string;
  readonly wantsJson: boolean;
  /** Amounts as texts, for programs whose numbers are too small. */
  readonly textNumbers: boolean;
  readonly pageSize: number | undefined;
};

export type FeedAnswer = { readonly type: string; readonly body: string };

const json = 'application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8';
const mostOnPage = 20_000;
const usualPage = 5000;

/** The answer to one request of the feed, or a refusal. */
export async function readFeed(
  db: Db,
  asked: FeedAsked,
  reader: Reader,
): Promise<Outcome<FeedAnswer>> {
  const datasets = datasetsFor(reader.permissions);
  if (asked.path === '') return accept(serviceDocument(asked, datasets));
  if (asked.path === '$metadata') return accept(metadata(asked, datasets, reader));
  const { set, key, counts } = partsOf(asked.path);
  const dataset = datasets.find((each) => each.entitySet === set);
  if (!dataset) return refuse('odata.no_such_entity_set', { field: set });
  const request = readRequest(dataset, asked.options, parentOf(dataset, datasets));
  if (!request.ok) return request;
  if (key !== undefined)
    return oneEntity(db, { asked, dataset, key, request: request.value }, reader);
  const { question, expanded } = request.value;
  const checked = checkQuestion(withParent(question, expanded), dataset, reader.today);
  if (!checked.ok) return checked;
  const page = { asked, dataset, request: request.value, question: checked.value };
  return counts ? countOnly(db, page, reader) : pageOf(db, page, reader);
}

function serviceDocument({ base }: FeedAsked, datasets: readonly Dataset[]): FeedAnswer {
  const value = datasets.map(({ entitySet: name }) => ({ name, kind: 'EntitySet', url: name }));
  return { type: json, body: JSON.stringify({ '@odata.context': `${base}$metadata`, value }) };
}

function metadata(
  asked: FeedAsked,
  datasets: readonly Dataset[],
  { language }: Reader,
): FeedAnswer {
  return asked.wantsJson
    ? { type: 'application/json', body: JSON.stringify(metadataJson(datasets, language)) }
    : { type: 'application/xml;charset=utf-8', body: metadataXml(datasets, language) };
}

/** `OpenItems(…)/$count` in its parts. */
function partsOf(path: string): { set: string; key: string | undefined; counts: boolean } {
  const [, set = path, key, count] = /^(\w+)(?:\((.*)\))?(\/\$count)?$/su.exec(path) ?? [];
  return { set, key, counts: count !== undefined };
}

type Page = {
  readonly asked: FeedAsked;
  readonly dataset: Dataset;
  readonly request: FeedRequest;
  readonly question: CheckedQuestion;
};

async function countOnly(
  db: Db,
  { question, request }: Page,
  reader: Reader,
): Promise<Outcome<FeedAnswer>> {
  const found = await run(db, question, request, reader, { limit: 1, offset: 0, counted: true });
  if (!found.ok) return found;
  return accept({ type: 'text/plain;charset=utf-8', body: String(found.value.count ?? 0) });
}

async function pageOf(db: Db, page: Page, reader: Reader): Promise<Outcome<FeedAnswer>> {
  const { asked, request, question } = page;
  const place = placeOf(page);
  if (!place.ok) return place;
  const { left, offset, after } = place.value;
  const size = Math.min(asked.pageSize ?? usualPage, mostOnPage);
  const limit = Math.min(size, left ?? size);
  const wanted = { limit, offset, counted: request.counted, ...(after ? { after } : {}) };
  const found = await run(db, question, request, reader, wanted);
  if (!found.ok) return found;
  const { count } = found.value;
  const rows = await written(db, page, found.value.rows, reader);
  if (!rows.ok) return rows;
  const next = nextPlace(found.value, { left, offset, limit });
  const parts = [
    `"@odata.context":${JSON.stringify(`${asked.base}$metadata#${contextOf(page)}`)}`,
    ...(count === undefined ? [] : [`"@odata.count":${count}`]),
    `"value":[${rows.value.join(',')}]`,
    ...(next ? [`"@odata.nextLink":${JSON.stringify(nextLink(page, next))}`] : []),
  ];
  return accept({ type: json, body: `{${parts.join(',')}}` });
}

/** Rows as JSON, with their parents where those were asked for. */
function written(
  db: Db,
  { asked, request, question }: Omit<Page, 'dataset'>,
  rows: Found['rows'],
  reader: Reader,
): Promise<Outcome<string[]>> {
  const companies = reader.companies(request.company) ?? [];
  const wanted = request.applied
    ? question.shown.length
    : (request.question.columns?.length ?? question.shown.length);
  const { expanded } = request;
  const all = { rows, question, wanted, expanded, textNumbers: asked.textNumbers };
  return rowsWithParents(db, all, { companies, today: reader.today });
}

async function oneEntity(
  db: Db,
  { asked, dataset, key, request }: Omit<Page, 'question'> & { readonly key: string },
  reader: Reader,
): Promise<Outcome<FeedAnswer>> {
  const named = keyValues(dataset, key);
  if (!named) return refuse('odata.not_understood', { field: key, at: 0 });
  const conditions = named.map(
    ([column, value]) => ({ column, is: 'eq', values: [value] }) as const,
  );
  const { filter, sort: _, ...question } = withParent(request.question, request.expanded);
  const all = [...conditions, ...(filter ? [filter] : [])];
  const checked = checkQuestion({ ...question, filter: { all } }, dataset, reader.today);
  if (!checked.ok) return checked;
  const found = await run(db, checked.value, request, reader, { limit: 1, offset: 0 });
  if (!found.ok) return found;
  const page = { asked, request, question: checked.value };
  const rows = await written(db, page, found.value.rows, reader);
  if (!rows.ok) return rows;
  const [row] = rows.value;
  if (row === undefined) return refuse('odata.no_such_entity', { field: key });
  const context = JSON.stringify(`${asked.base}$metadata#${dataset.entitySet}/$entity`);
  return accept({ type: json, body: `{"@odata.context":${context},${row.slice(1)}` });
}

/** `accountId=…,itemId=…`, or the value alone where one column names the row. */
function keyValues({ rowKey }: Dataset, key: string): [string, string][] | undefined {
  const plain = (text: string): string =>
    /^'.*'$/su.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
  const [only] = rowKey;
  if (rowKey.length === 1 && !key.includes('=')) return [[only, plain(key)]];
  const given = new Map(
    [...key.matchAll(/\s*(\w+)=('(?:[^']|'')*'|[^,]*)(?:,|$)/gu)].map(
      ([, name = '', value = '']) => [name, plain(value)] as const,
    ),
  );
  const named = rowKey.map((name) => [name, given.get(name)] as const);
  const whole = named.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] satisfies [string, string]],
  );
  return whole.length === rowKey.length && given.size === rowKey.length ? whole : undefined;
}

function run(
  db: Db,
  question: CheckedQuestion,
  request: FeedRequest,
  reader: Reader,
  wanted: Parameters<typeof answerQuestion>[3],
): Promise<Outcome<Found>> {
  const companies = reader.companies(request.company);
  if (companies === undefined) return Promise.resolve(noSuchCompany(request.company));
  return answerQuestion(db, question, { companies, today: reader.today }, wanted);
}

/** Where a page begins and how many rows are still wanted. */
type Place = {
  readonly left: number | undefined;
  readonly offset: number;
  readonly after: readonly Cell[] | undefined;
};

function placeOf({ request, asked }: Page): Outcome<Place> {
  const { top, skip, skiptoken } = request;
  const read = readCursor(cursorName(asked), skiptoken);
  if (!read.ok) return read;
  if (read.value === undefined) return accept({ left: top, offset: skip, after: undefined });
  const [left, offset, ...after] = read.value;
  const texts = after.map((value) => (value === null ? null : String(value)));
  return accept({
    left: typeof left === 'number' ? left : undefined,
    offset: Number(offset),
    after: texts.length > 0 ? texts : undefined,
  });
}

function nextPlace(
  { more, after, rows }: Found,
  { left, offset, limit }: { left: number | undefined; offset: number; limit: number },
): Place | undefined {
  const still = left === undefined ? undefined : left - limit;
  if (!more || still === 0) return undefined;
  return after
    ? { left: still, offset: 0, after }
    : { left: still, offset: offset + rows.length, after };
}

/** A token belongs to the options it was made for. */
function cursorName({ path, options }: FeedAsked): string {
  const rest = Object.entries(options).filter(([name]) => name !== '$skiptoken');
  return listName(path, Object.fromEntries(rest));
}

function nextLink({ asked }: Page, { left, offset, after }: Place): string {
  const token = makeCursor(cursorName(asked), [left ?? null, offset, ...(after ?? [])]);
  const all = Object.entries<string | undefined>({ ...asked.options, $skiptoken: token });
  const query = all.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`);
  return `${asked.base}${asked.path}?${query.join('&')}`;
}

/** `OpenItems`, or with what was selected: `OpenItems(number,open)`. */
function contextOf({ dataset, question, request }: Page): string {
  if (request.expanded) return `${dataset.entitySet}(*,${parent.name}())`;
  const keys = question.shown.map(({ key }) => key);
  const all = keys.length === dataset.columns.length && keys.every((key) => columnOf(dataset, key));
  return all && !request.applied ? dataset.entitySet : `${dataset.entitySet}(${keys.join(',')})`;
}
