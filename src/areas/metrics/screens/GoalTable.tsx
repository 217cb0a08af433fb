/** The cells of goals: people down, months across; typed, pasted, walked through by arrows. */
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { WideTable } from '#web/ui/WideTable.tsx';
import { type GoalCells, type Typed, isRead, keyOf } from './goal-cells.ts';
import { pastedCells, placed } from './pasted.ts';
import { words } from './words.ts';

type Props = { grid: GoalCells; typed: Typed; onType: (typed: Typed) => void };
type Place = { row: number; column: number };

export function GoalTable({ grid, typed, onType }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const table = useRef<HTMLDivElement>(null);
  const paste = (event: ClipboardEvent, at: Place): void => {
    const cells = pastedCells(event.clipboardData.getData('text'));
    // One cell is pasted as text is anywhere.
    if (cells.length === 1 && cells[0]?.length === 1) return;
    event.preventDefault();
    const next = placed(cells, at, { rows: grid.rows.length, columns: grid.months.length });
    const put = next.map(({ row, column, text }) => [keyOf(row, column), text] as const);
    onType(new Map([...typed, ...put]));
  };
  const move = (event: KeyboardEvent, { row, column }: Place): void => {
    const down = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (down === undefined) return;
    event.preventDefault();
    const next = keyOf(row + down, column);
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${next}"]`)?.focus();
  };
  return (
    <div ref={table}>
      <WideTable label={t('many_goals')} framed look="text-sm">
        <thead>
          <tr className="text-ink-2">
            <th scope="col" className="px-2.5 py-1.5 text-left">
              {t('whose')}
            </th>
            {grid.months.map((month) => (
              <th key={month} scope="col" className="px-2.5 py-1.5 text-right whitespace-nowrap">
                {figures.month(`${month}-01`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ memberId, name }, row) => (
            <tr key={memberId ?? ''} className="border-t border-line">
              <th scope="row" className="px-2.5 py-1 text-left font-[550] whitespace-nowrap">
                {name ?? t('the_company')}
              </th>
              {grid.months.map((month, column) => (
                <td key={month} className="px-1 py-1">
                  <Cell
                    grid={grid}
                    at={{ row, column }}
                    text={typed.get(keyOf(row, column))}
                    onText={(text) => onType(new Map([...typed, [keyOf(row, column), text]]))}
                    onPaste={paste}
                    onKey={move}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  );
}

type CellProps = {
  grid: GoalCells;
  at: Place;
  text: string | undefined;
  onText: (text: string) => void;
  onPaste: (event: ClipboardEvent, at: Place) => void;
  onKey: (event: KeyboardEvent, at: Place) => void;
};

function Cell({ grid, at, text, onText, onPaste, onKey }: CellProps) {
  const t = useWords(words);
  const figures = useFigures();
  const row = grid.rows[at.row];
  const said = row?.targets[at.column] ?? null;
  const name = row?.name ?? t('the_company');
  const month = figures.month(`${grid.months[at.column] ?? ''}-01`);
  const code = grid.unit === 'money' ? grid.currency : 'USD';
  return (
    <input
      data-cell={keyOf(at.row, at.column)}
      inputMode="decimal"
      autoComplete="off"
      aria-label={t('cell', { name, month })}
      aria-invalid={text !== undefined && !isRead(text, grid) ? true : undefined}
      value={text ?? (said === null ? '' : figures.amount(said, code))}
      onChange={(event) => onText(event.target.value)}
      onFocus={(event) => event.currentTarget.select()}
      onPaste={(event) => onPaste(event, at)}
      onKeyDown={(event) => onKey(event, at)}
      className="figures min-h-8 w-28 rounded-md border border-line bg-surface px-2 text-right hover:border-line-strong aria-invalid:border-late max-sm:text-[16px]"
    />
  );
}
