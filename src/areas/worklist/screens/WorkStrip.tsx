/** The context strip: whom to talk to, what is owed, why now, what happened last. */
import { useDeferredValue } from 'react';
import {
  BalanceFacts,
  ContactCard,
  firstContact,
  LastTouches,
  useAccount,
} from '#areas/customers/screens/index.ts';
import type { WorkKind, WorkRow } from '#areas/worklist/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { Kbd } from '#web/ui/Kbd.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { useCallOf } from './call-of.ts';
import type { MoveRow } from './order.ts';
import { words as orderWords } from './order-words.ts';
import { useReasonText } from './reasons.ts';
import { words } from './words.ts';
import type { WorkSearch } from './work-search.ts';

export type WorkForm = 'done' | 'snooze' | 'promise' | 'note' | 'why';
/** Work that is done on the telephone. */
const callKinds: ReadonlySet<WorkKind | undefined> = new Set<WorkKind>([
  'promise_broken',
  'callback',
  'strategy_call',
  'campaign',
  'overdue',
]);

type Props = {
  row: WorkRow;
  onForm: (form: WorkForm) => void;
  /** The list that the row stands on. */
  search: WorkSearch;
  move: MoveRow;
  /** Why it cannot be moved. */
  stays: string | undefined;
};

export function WorkStrip({ row, search, onForm, move, stays }: Props) {
  // Holding j runs through the list; only where it rests is the account asked for.
  const accountId = useDeferredValue(row.accountId);
  const account = useAccount(accountId);
  const contact = account.data && firstContact(account.data.contacts);
  return (
    <div className="flex flex-col gap-4.5">
      <div>
        <h2 className="mb-1">{row.name}</h2>
        {account.data === undefined ? (
          <Bones lines={4} />
        ) : (
          contact !== undefined && <ContactCard contact={contact} />
        )}
      </div>
      <Reasons row={row} onWhy={() => onForm('why')} />
      {account.data === undefined ? (
        <Bones lines={7} gap={9} />
      ) : (
        <BalanceFacts account={account.data} />
      )}
      <LastTouches accountId={accountId} />
      <Actions row={row} search={search} onForm={onForm} />
      <Moves row={row} move={move} stays={stays} />
    </div>
  );
}

/** Every reason that stands on the account; the first is the one on the row. */
function Reasons({ row, onWhy }: { row: WorkRow; onWhy: () => void }) {
  const t = useWords(words);
  const text = useReasonText();
  return (
    <section className="rounded-md border border-line bg-sunk px-2.5 py-2 text-sm">
      <div className="mb-1 flex items-center justify-between">
        <h2>{t('reasons')}</h2>
        <button type="button" className="text-ink-3 hover:text-ink" onClick={onWhy}>
          {t('why')} <Kbd keys="w" />
        </button>
      </div>
      <ul className="grid gap-1">
        {row.reasons.map((reason, index) => (
          <li key={`${reason.kind}${reason.phrase}`} className={index === 0 ? 'font-[550]' : ''}>
            {text(reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Moves({ row, move, stays }: Pick<Props, 'row' | 'move' | 'stays'>) {
  const t = useWords(orderWords);
  return (
    <div className="flex flex-wrap gap-1 [&>button]:px-1.5">
      <Button keys="t" because={stays} onClick={() => move(row, 'top')}>
        {t('top')}
      </Button>
      {row.hand !== null && (
        <Button because={stays} onClick={() => move(row, 'rank')}>
          {t('rank')}
        </Button>
      )}
    </div>
  );
}

/** What the row says to do stands first and is the one to press. */
function Actions({ row, search, onForm }: Pick<Props, 'row' | 'search' | 'onForm'>) {
  const t = useWords(words);
  const may = useMay();
  const openCall = useCallOf(search);
  const calls = callKinds.has(row.reasons[0]?.kind);
  return (
    <div className="flex flex-wrap gap-1 [&>button]:px-1.5">
      <Button
        tone={calls ? 'main' : 'plain'}
        keys="c"
        because={may('calls.make')}
        onClick={() => openCall(row)}
      >
        {t('call')}
      </Button>
      <Button
        tone={calls ? 'plain' : 'main'}
        keys="p"
        because={may('promises.make')}
        onClick={() => onForm('promise')}
      >
        {t('promise')}
      </Button>
      <Button keys="o" because={may('accounts.note')} onClick={() => onForm('note')}>
        {t('note')}
      </Button>
      <Button keys="z" because={may('worklist.work')} onClick={() => onForm('snooze')}>
        {t('snooze')}
      </Button>
    </div>
  );
}
