/** The form that is open over the queue, if one is. */
import type { WireFinding } from '#areas/projects/contract.ts';
import { AnswerForm } from './AnswerForm.tsx';
import type { Choice } from './choice.ts';
import { CreditsForm } from './CreditsForm.tsx';
import { DuplicatesForm } from './DuplicatesForm.tsx';
import { FieldsForm } from './FieldsForm.tsx';
import { GiveForm } from './GiveForm.tsx';
import { RepairList } from './RepairList.tsx';
import { SearchAgain } from './SearchAgain.tsx';

export type FormName =
  | 'answer'
  | 'give'
  | 'fields'
  | 'credits'
  | 'duplicates'
  | 'repairs'
  | 'search';

type Props = {
  name: FormName | null;
  choice: Choice;
  finding: WireFinding | undefined;
  company: string | undefined;
  /** `done` when the chosen ones were dealt with. */
  onClose: (done: boolean) => void;
};

export function QueueForm({ name, choice, finding, company, onClose }: Props) {
  const close = (): void => onClose(false);
  switch (name) {
    case 'answer':
      return <AnswerForm choice={choice} finding={finding} onClose={onClose} />;
    case 'give':
      return <GiveForm choice={choice} onClose={onClose} />;
    case 'fields':
      return <FieldsForm choice={choice} onClose={onClose} />;
    case 'credits':
      return <CreditsForm company={company} onClose={close} />;
    case 'duplicates':
      return <DuplicatesForm company={company} onClose={close} />;
    case 'repairs':
      return <RepairList company={company} onClose={close} />;
    case 'search':
      return <SearchAgain onClose={close} />;
    case null:
      return null;
  }
}
