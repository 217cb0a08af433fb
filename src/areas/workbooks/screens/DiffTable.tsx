/** The differences of an edited workbook, with what is decided for each. */
import { useState } from 'react';
import { useKeys } from '#web/ui/keys.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { Button } from '#web/ui/Button.tsx';
import { type Line, type Take, type Takes, isOpen, takeOf } from './takes.ts';
import { words } from './words.ts';

type Props = {
  lines: readonly Line[];
  takes: Takes;
  onTake: (takes: Takes) => void;
};

const heads = ['cell', 'account', 'what', 'old', 'theirs', 'ours', 'decision'] as const;

export function DiffTable({ lines, takes, onTake }: Props) {
  const t = useWords(words);
  const [at, setAt] = useState(0);
  const here = lines[Math.min(at, lines.length - 1)];
  const decide = (line: Line | undefined, take: Take): void => {
    if (line && isOpen(line)) onTake(new Map([...takes, [line.id, take]]));
  };
  const go = (by: number): void =>
    setAt((was) => Math.max(0, Math.min(lines.length - 1, was + by)));
  useKeys([
    { key: 'j', phrase: t('next_line'), run: () => go(1), group: 'move' },
    { key: 'k', phrase: t('line_before'), run: () => go(-1), group: 'move' },
    { key: 't', phrase: t('take_theirs'), run: () => decide(here, 'theirs'), group: 'do' },
    { key: 'o', phrase: t('keep_ours'), run: () => decide(here, 'ours'), group: 'do' },
  ]);
  return (
    <WideTable label={t('differences')} framed>
      <thead>
        <tr>
          {heads.map((name) => (
            <th key={name} scope="col" className="px-3 py-1.5 text-left">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={line.id}
            aria-current={line === here || undefined}
            className={`border-t border-line align-top ${line === here ? 'bg-accent-soft' : ''}`}
          >
            <td className="px-3 py-1.5 num">{line.cell.cell}</td>
            <td className="px-3 py-1.5">{line.row.account || '—'}</td>
            <td className="px-3 py-1.5">{line.cell.header}</td>
            {([line.cell.old, line.cell.theirs, line.cell.ours] as const).map((value, column) => (
              <td key={heads[column + 3]} className="max-w-[28ch] px-3 py-1.5 break-words">
                {value === '' ? <span className="text-ink-2">{t('empty')}</span> : value}
              </td>
            ))}
            <td className="px-3 py-1.5">
              <Decision
                line={line}
                take={takeOf(line, takes)}
                onTake={(take) => decide(line, take)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

type DecisionProps = { line: Line; take: Take | undefined; onTake: (take: Take) => void };

function Decision({ line, take, onTake }: DecisionProps) {
  const t = useWords(words);
  const { cell, row } = line;
  if (cell.outcome === 'already') return <Tag>{t('already')}</Tag>;
  if (cell.outcome === 'refused') {
    return (
      <span className="grid max-w-[44ch] gap-0.5">
        <span>
          <Tag tone="stop">{t('refused')}</Tag>
        </span>
        <span className="text-sm text-pretty">{cell.problem?.message}</span>
      </span>
    );
  }
  const label = `${cell.cell} ${row.account} ${cell.header}`;
  return (
    <span role="group" aria-label={label} className="flex items-center gap-1.5">
      {cell.outcome === 'conflict' && <Tag tone="warn">{t('conflict')}</Tag>}
      <Button
        aria-pressed={take === 'theirs'}
        tone={take === 'theirs' ? 'plain' : 'quiet'}
        onClick={() => onTake('theirs')}
      >
        {t('take_theirs')}
      </Button>
      <Button
        aria-pressed={take === 'ours'}
        tone={take === 'ours' ? 'plain' : 'quiet'}
        onClick={() => onTake('ours')}
      >
        {t('keep_ours')}
      </Button>
    </span>
  );
}
