/** What the file does not say and nobody should guess: each question with its answers. */
import { Button } from '#web/ui/Button.tsx';
import { useWords } from '#web/ui/say.ts';
import { useImportText } from './import-text.ts';
import type { Preview, Settings } from './upload-data.ts';
import { words } from './words.ts';

type Question = Preview['questions'][number];
type Props = { questions: readonly Question[]; onAdjust: (change: Settings) => void };

export function Questions({ questions, onAdjust }: Props) {
  const t = useWords(words);
  return (
    <section className="rounded-lg border border-warn bg-warn-soft px-4 py-3">
      <p className="font-[600] text-warn">{t('questions', { count: questions.length })}</p>
      <p className="mb-2 text-sm text-ink-2">{t('questions_why')}</p>
      <ul className="grid gap-3">
        {questions.map((question) => (
          <OneQuestion
            key={`${question.code}${JSON.stringify(question.facts)}`}
            question={question}
            onAdjust={onAdjust}
          />
        ))}
      </ul>
    </section>
  );
}

function OneQuestion({ question, onAdjust }: { question: Question } & Pick<Props, 'onAdjust'>) {
  const text = useImportText();
  const choice = useChoiceText();
  const { code, facts } = question;
  // A program names a field by its code, a page by its name.
  const { field } = facts;
  const named = field === undefined ? facts : { ...facts, field: text(`field.${field}`) };
  return (
    <li>
      <p className="mb-1.5">{text(code, named)}</p>
      {question.option === 'mapping' ? (
        <p className="text-sm text-ink-2">{text(`${code}_remedy`, named)}</p>
      ) : (
        <p className="flex flex-wrap gap-1.5">
          {choicesOf(question).map((value) => (
            <Button key={value} onClick={() => onAdjust(answerOf(question.option, value))}>
              {choice(question.option, value)}
            </Button>
          ))}
        </p>
      )}
    </li>
  );
}

function useChoiceText(): (option: Question['option'], value: string) => string {
  const t = useWords(words);
  return (option, value) => {
    if (option === 'dateOrder' && (value === 'ymd' || value === 'dmy' || value === 'mdy')) {
      return t(`choice_${value}`);
    }
    if (option === 'decimalMark') return t(value === ',' ? 'choice_comma' : 'choice_point');
    const kind = kinds.find((known) => known === value);
    return option === 'kind' && kind !== undefined ? t(`kind_${kind}`) : value;
  };
}

const kinds = [
  'customers',
  'items',
  'payments',
  'applications',
  'orders',
  'terms',
  'contacts',
  'owners',
  'notes',
  'promises',
  'disputes',
  'next-actions',
  'book',
] as const satisfies readonly Settings['kind'][];

/** A question that names no answers has those that its setting can have. */
function choicesOf({ option, choices }: Question): readonly string[] {
  if (choices.length > 0) return choices;
  if (option === 'kind') return kinds;
  if (option === 'dateOrder') return ['ymd', 'dmy', 'mdy'];
  return option === 'decimalMark' ? ['.', ','] : [];
}

/** The setting that the picked answer is. */
function answerOf(option: Question['option'], value: string): Settings {
  if (option === 'kind') return { kind: kinds.find((known) => known === value) };
  if (option === 'company') return { company: value };
  if (option === 'currency') return { currency: value };
  if (option === 'decimalMark') return { decimalMark: value === ',' ? ',' : '.' };
  if (option === 'dateOrder' && (value === 'ymd' || value === 'dmy' || value === 'mdy')) {
    return { dateOrder: value };
  }
  return {};
}
