/** A pack on the screen, as it stands in its PDF: figures, charts with their numbers, tables. */
import type { PrintedBlock } from '#areas/packs/contract/printed.ts';
import { useWords } from '#web/ui/say.ts';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words } from './words.ts';

const tones = { plain: 'text-ink-2', good: 'text-good', bad: 'text-late' } as const;

type Props = { summary: readonly string[]; blocks: readonly PrintedBlock[] };

export function PrintedPack({ summary, blocks }: Props) {
  return (
    <div className="grid max-w-[1040px] gap-4">
      {summary.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: PrintedBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h2 className="mt-2 text-md font-[650]">{block.text}</h2>;
    case 'text':
      return (
        <p className={block.tone === 'warning' ? 'rounded-md bg-warn-soft p-3' : ''}>
          {block.text}
        </p>
      );
    case 'figures':
      return <Figures figures={block.figures} />;
    case 'table':
      return <Rows block={block} />;
    case 'chart':
      return <Picture block={block} />;
  }
}

type Kind<K> = Extract<PrintedBlock, { kind: K }>;

function Figures({ figures }: Pick<Kind<'figures'>, 'figures'>) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(190px,1fr))] gap-2">
      {figures.map((each) => (
        <div key={each.label} className="rounded-md border border-line bg-surface p-3">
          <dt className="text-sm text-ink-2">{each.label}</dt>
          <dd className="figures text-md font-[650]">{each.value}</dd>
          {each.change !== '' && <dd className={`text-sm ${tones[each.tone]}`}>{each.change}</dd>}
          {each.goal !== '' && <dd className={`text-sm ${tones[each.goalTone]}`}>{each.goal}</dd>}
          {each.note !== '' && <dd className="text-sm text-ink-2">{each.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

function Rows({ block }: { block: Kind<'table'> }) {
  const { name, columns, rows, totals, totalRows, marked, more } = block;
  const side = (at: number): string => (columns[at]?.right ? 'text-right figures' : 'text-left');
  return (
    <section aria-label={name}>
      <h3 className="mb-1 font-[600]">{name}</h3>
      <WideTable label={name} framed look="text-sm [&_td]:px-2 [&_td]:py-1 [&_th]:px-2 [&_th]:py-1">
        <thead>
          <tr>
            {columns.map(({ header }, at) => (
              <th key={header} scope="col" className={side(at)}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={index}
              className={`border-t border-line ${marked.includes(index) ? 'bg-warn-soft' : ''}`}
            >
              {columns.map(({ header }, at) => (
                <td key={header} className={side(at)}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
          {[...(totals.length > 0 ? [totals] : []), ...totalRows].map((row, index) => (
            <tr key={index} className="border-t border-line-strong font-[600]">
              {columns.map(({ header }, at) => (
                <td key={header} className={side(at)}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      {more !== '' && <p className="text-sm text-ink-2">{more}</p>}
    </section>
  );
}

function Picture({ block }: { block: Kind<'chart'> }) {
  const t = useWords(words);
  const { title, alt, svg, columns, rows } = block;
  return (
    <figure>
      <figcaption className="mb-1 font-[600]">{title}</figcaption>
      <img
        className="w-full rounded-md bg-white p-2"
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
        alt={alt}
      />
      <details>
        <summary className="text-sm text-ink-2">{t('chart_numbers')}</summary>
        <Rows
          block={{
            kind: 'table',
            name: title,
            columns: columns.map((header, at) => ({ header, right: at > 0, wide: false })),
            rows,
            totals: [],
            totalRows: [],
            marked: [],
            more: '',
          }}
        />
      </details>
    </figure>
  );
}
