/** What a question answers, live: its rows as a table, and the chart that was chosen. */
import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { askDataset, type WireAnswer, type WireQuestion } from '#areas/datasets/contract.ts';
import { call } from '#web/api.ts';
import { Chart } from '#web/ui/Chart.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words } from './words.ts';

const shown = 100;

export function AnswerTable({ question }: { question: WireQuestion }) {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const found = useQuery({
    queryKey: ['datasets', question],
    queryFn: ({ signal }) => call(askDataset, { body: question, query: { limit: shown }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (found.isError) return <Failed why={why(found.error)} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <Bones lines={6} />;
  const answer = found.data;
  const { count, cut, asOf } = answer;
  return (
    <div className="grid min-w-0 gap-3">
      <p className="text-sm text-ink-2" role="status">
        {t('rows_said', { count, day: figures.day(asOf) })}
        {cut && ` · ${t('cut', { count: shown })}`}
      </p>
      {question.chart && <AnswerChart answer={answer} chart={question.chart} />}
      {answer.rows.length === 0 ? <p>{t('nothing')}</p> : <Rows answer={answer} />}
    </div>
  );
}

const numbers = new Set(['money', 'count', 'percent']);

function Rows({ answer }: { answer: WireAnswer }) {
  const t = useWords(words);
  const readable = useReadableCell();
  const side = (type: string): string =>
    numbers.has(type) ? 'text-right tabular-nums' : 'text-left';
  return (
    <WideTable label={t('preview')} framed look="text-sm">
      <thead>
        <tr className="border-b border-line text-ink-2">
          {answer.columns.map(({ key, title, type }) => (
            <th key={key} scope="col" className={`px-3 py-2 font-[550] ${side(type)}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row, at) => (
          <tr key={at} className="border-b border-line last:border-0">
            {answer.columns.map(({ key, type }, column) => (
              <td key={key} className={`px-3 py-1.5 whitespace-nowrap ${side(type)}`}>
                {readable(answer, row, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

type Cells = WireAnswer['rows'][number];

/** A cell as its reader writes it: a code by its name, days and figures by the language. */
function useReadableCell(): (answer: WireAnswer, row: Cells, at: number) => string {
  const figures = useFigures();
  return ({ columns }, row, at) => {
    const cell = row[at] ?? '';
    const column = columns[at];
    if (column === undefined || cell === '') return cell;
    if (column.type === 'day') return figures.day(cell);
    if (column.type === 'money') {
      const currency = row[columns.findIndex(({ key }) => key === column.currency)];
      return currency ? figures.amount(cell, currency) : figures.decimal(cell);
    }
    if (numbers.has(column.type)) return figures.decimal(cell);
    return column.names?.[cell] ?? cell;
  };
}

type Drawn = { answer: WireAnswer; chart: NonNullable<WireQuestion['chart']> };

/** The first currency only: two do not share a scale. */
function AnswerChart({ answer, chart }: Drawn) {
  const across = answer.columns.findIndex(({ key }) => key === chart.across);
  const value = answer.columns.findIndex(({ key }) => key === chart.measure);
  const measured = answer.columns[value];
  if (across === -1 || !measured) return null;
  const place = answer.columns.findIndex(({ key }) => key === measured.currency);
  const currency = place === -1 ? undefined : (answer.rows[0]?.[place] ?? undefined);
  const rows = answer.rows.filter((row) => place === -1 || row[place] === currency);
  const title = `${measured.title}${currency === undefined ? '' : `, ${currency}`}`;
  return (
    <Chart
      title={title}
      chart={{
        kind: chart.kind === 'line' ? 'line' : 'bars',
        head: answer.columns[across]?.title ?? '',
        points: rows.map((row) => row[across] ?? '–'),
        series: [
          { name: measured.title, tone: 'accent', values: rows.map((row) => row[value] ?? null) },
        ],
        unit: measured.type === 'money' ? 'money' : 'count',
        ...(currency === undefined ? {} : { currency }),
      }}
    />
  );
}
