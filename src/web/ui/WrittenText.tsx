/**
 * A document of the desk as its text, with line numbers; a line with a problem is marked and
 * led to.
 */
import { useId, useRef } from 'react';
import { useWords } from './say.ts';
import { words } from './words.ts';

type TextProblem = {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong and the remedy. */
  readonly message: string;
};

type Props = {
  label: string;
  text: string;
  problems: readonly TextProblem[];
  forbidden: string | undefined;
  onChange: (text: string) => void;
};

const line = 'font-mono text-[13px] leading-[20px]';

export function WrittenText({ label, text, problems, forbidden, onChange }: Props) {
  const t = useWords(words);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = text.split('\n');
  const wrong = new Set(problems.map((problem) => problem.line));
  function goTo(problem: TextProblem): void {
    const before = lines.slice(0, problem.line - 1).join('\n').length;
    const start = problem.line > 1 ? before + 1 : 0;
    const end = start + (lines[problem.line - 1]?.length ?? 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  }
  return (
    <section className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block text-sm font-[550] text-ink-2">
        {label}
      </label>
      {problems.length > 0 && (
        <div role="alert" className="mb-2 rounded-md bg-late-soft px-3 py-2 text-late">
          <p className="font-[600]">{t('written_problems', { count: problems.length })}</p>
          <ul id={`${id}-problems`} className="mt-1 grid gap-1">
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.column} ${problem.code}`} className="text-pretty">
                <button type="button" className="underline" onClick={() => goTo(problem)}>
                  {t('written_line', { line: problem.line })}
                </button>{' '}
                {problem.message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex overflow-hidden rounded-md border border-line-strong bg-surface">
        <div aria-hidden className={`${line} shrink-0 bg-sunk px-2 py-2 text-right text-ink-3`}>
          {lines.map((_, index) => (
            // The number of the line is its name.
            <div key={index} className={wrong.has(index + 1) ? 'bg-late-soft text-late' : ''}>
              {index + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          id={id}
          value={text}
          rows={lines.length}
          readOnly={forbidden !== undefined}
          spellCheck={false}
          autoCapitalize="off"
          wrap="off"
          aria-invalid={problems.length > 0 || undefined}
          aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
          onChange={(event) => onChange(event.target.value)}
          className={`${line} min-w-0 flex-1 resize-none overflow-x-auto overflow-y-hidden bg-surface px-2 py-2 text-ink`}
        />
      </div>
    </section>
  );
}
