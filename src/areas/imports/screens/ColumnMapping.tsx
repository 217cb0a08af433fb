/** Which column of the file is what, with values to tell by; every row open to correction. */
import { useWords } from '#web/ui/say.ts';
import { inputLook } from '#web/ui/Field.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { useImportText } from './import-text.ts';
import { mappingWith } from './mapping.ts';
import type { Preview, Settings } from './upload-data.ts';
import { words } from './words.ts';

type Props = { preview: Preview; onAdjust: (change: Settings) => void };
type Column = Preview['columns'][number];

export function ColumnMapping({ preview, onAdjust }: Props) {
  const t = useWords(words);
  const { columns, fields } = preview;
  return (
    <section>
      <h2 className="mb-2">{t('mapping')}</h2>
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <table className="w-full [&_td]:px-3 [&_td]:py-1.5 [&_th]:px-3 [&_th]:py-2 [&_tr]:border-b [&_tr]:border-line [&_tr:last-child]:border-b-0">
          <thead className="text-left text-[12px] text-ink-3 [&_th]:font-[500]">
            <tr>
              <th>{t('column')}</th>
              <th className="max-sm:hidden">{t('samples')}</th>
              <th>{t('field')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <ColumnRow
                key={column.index}
                column={column}
                fields={fields}
                onPick={(field) => onAdjust({ mapping: mappingWith(preview, column, field) })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type RowProps = {
  column: Column;
  fields: Preview['fields'];
  onPick: (field: string | null) => void;
};

function ColumnRow({ column, fields, onPick }: RowProps) {
  const t = useWords(words);
  const text = useImportText();
  return (
    <tr>
      <td className={column.field === null ? 'text-ink-3' : 'font-[600]'}>{column.column}</td>
      <td className="max-w-72 truncate text-sm text-ink-2 max-sm:hidden">
        {column.samples.filter(Boolean).slice(0, 3).join(' · ')}
      </td>
      <td>
        <span className="flex items-center gap-2">
          <select
            aria-label={`${t('field')}: ${column.column}`}
            value={column.field ?? ''}
            className={`${inputLook} min-w-40`}
            onChange={(event) => onPick(event.target.value === '' ? null : event.target.value)}
          >
            <option value="">{t('field_none')}</option>
            {fields.map(({ field, required }) => (
              <option key={field} value={field}>
                {text(`field.${field}`)}
                {required && ` (${t('required')})`}
              </option>
            ))}
          </select>
          {column.field !== null && <Confidence percent={column.confidence} />}
        </span>
      </td>
    </tr>
  );
}

function Confidence({ percent }: { percent: number }) {
  const t = useWords(words);
  if (percent >= 90) return <Tag tone="good">{t('confident')}</Tag>;
  if (percent >= 60) return <Tag>{t('likely')}</Tag>;
  return <Tag tone="warn">{t('guessed')}</Tag>;
}
