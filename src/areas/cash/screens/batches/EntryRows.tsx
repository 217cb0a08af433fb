/** Payments at the keyboard: Tab goes on, Enter begins the next row, an empty row is none. */
import type { KeyboardEvent } from 'react';
import { type SheetRow, emptyRow } from '#areas/cash/rules/receipts/sheet.ts';
import { Button } from '#web/ui/Button.tsx';
import { inputLook } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = {
  rows: readonly SheetRow[];
  onRows: (rows: readonly SheetRow[]) => void;
  /** What the rows are. */
  caption: string;
  /** What the payer numbers its payments by: checks, or what the bank calls them. */
  numbered: string;
};

const columns = [
  ['account', 'account'],
  ['payerName', 'payer'],
  ['checkNumber', 'check'],
  ['amount', 'row_amount'],
  ['pays', 'pays'],
] as const;

export function EntryRows({ rows, onRows, caption, numbered }: Props) {
  const t = useWords(words);
  const titleOf = (name: (typeof columns)[number][1]): string =>
    name === 'check' ? numbered : t(name);
  const add = (): void => onRows([...rows, emptyRow]);
  function press(event: KeyboardEvent<HTMLInputElement>, at: number): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const table = event.currentTarget.closest('table');
    if (at === rows.length - 1) add();
    // The next row is there once React has drawn it.
    requestAnimationFrame(() => {
      table?.querySelectorAll<HTMLInputElement>('[data-first]')[at + 1]?.focus();
    });
  }
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[640px] text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-sm text-ink-2">
          <tr>
            {columns.map(([, name]) => (
              <th key={name} scope="col">
                {titleOf(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Rows have no other name than their place, and are only added at the end.
            <tr key={at}>
              {columns.map(([field, name], place) => (
                <td key={field} className="p-0.5">
                  <input
                    aria-label={t('row_of', { what: titleOf(name), row: at + 1 })}
                    className={inputLook}
                    autoComplete="off"
                    data-first={place === 0 || undefined}
                    inputMode={field === 'amount' ? 'decimal' : undefined}
                    value={row[field]}
                    onChange={(event) =>
                      onRows(rows.with(at, { ...row, [field]: event.target.value }))
                    }
                    onKeyDown={(event) => press(event, at)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button className="mt-1" onClick={add}>
        {t('add_row')}
      </Button>
    </div>
  );
}
