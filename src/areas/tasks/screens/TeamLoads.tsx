/** How much each person has to do; picking one shows theirs. */
import type { teamTasks } from '#areas/tasks/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Person = AnswerOf<typeof teamTasks>['people'][number];
type Props = {
  people: readonly Person[];
  who: string | undefined;
  onPick: (memberId: string | undefined) => void;
};

export function TeamLoads({ people, who, onPick }: Props) {
  const t = useWords(words);
  return (
    <section>
      <h2 className="mb-1.5">{t('people')}</h2>
      <ul className="grid gap-0.5">
        <li>
          <PersonButton
            on={who === undefined}
            name={t('everybody')}
            onPick={() => onPick(undefined)}
          />
        </li>
        {people.map(({ memberId, name, standing, overdue, minutes }) => (
          <li key={memberId ?? ''}>
            <PersonButton
              on={who !== undefined && who === memberId}
              name={name ?? t('whoever')}
              load={t('person_load', { count: standing, late: overdue, minutes })}
              onPick={() => memberId !== null && onPick(memberId)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type ButtonProps = { on: boolean; name: string; load?: string; onPick: () => void };

function PersonButton({ on, name, load, onPick }: ButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPick}
      className={`w-full rounded-md px-2.5 py-1.5 text-left hover:bg-sunk ${on ? 'bg-sunk' : ''}`}
    >
      <span className="block font-[600]">{name}</span>
      {load !== undefined && <span className="block text-sm text-ink-2">{load}</span>}
    </button>
  );
}
