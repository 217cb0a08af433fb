/** Moving the row one is on, as the screen calls it: by key, by mouse, and back again. */
import { useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#platform/contract/route.ts';
import { type WorkRow, moveRow, undoMove } from '#areas/worklist/contract.ts';
import { call } from '#web/api.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words } from './order-words.ts';
import type { WorkSearch } from './work-search.ts';

type To = BodyOf<typeof moveRow>['to'];
export type MoveRow = (row: WorkRow, to: To) => void;

/** Moving rows of the list: by key, by mouse, or why they stay. */
export function useOrder(search: WorkSearch, rows: readonly WorkRow[], here: WorkRow | undefined) {
  const stays = useMayMove(search);
  const move = useMoveRow(search.owner);
  useMovingKeys({ rows, here, move, allowed: stays === undefined });
  return { stays, move, onDrag: stays === undefined ? dragged(rows, move) : undefined };
}

/** Why rows of this list cannot be moved, or undefined when they can. */
function useMayMove(search: WorkSearch): string | undefined {
  const t = useWords(words);
  const denied = useMay()('worklist.work');
  if (denied !== undefined) return denied;
  const ofPerson = search.owner !== 'all' && search.owner !== 'nobody';
  const byRank = search.sort === 'rank' && search.state === 'due';
  return ofPerson && byRank ? undefined : t('only_by_rank');
}

function useMoveRow(owner: string): MoveRow {
  const t = useWords(words);
  const why = useWhy();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ['worklist'] });
  const undo = async () => {
    try {
      const { undone } = await call(undoMove, { body: { owner } });
      await again();
      say({ text: t(undone ? 'taken_back' : 'nothing_to_undo') });
    } catch (error) {
      say({ text: why(error), tone: 'refused' });
    }
  };
  const move = async (row: WorkRow, to: To) => {
    const params = { accountId: row.accountId };
    try {
      await call(moveRow, { params, body: { owner, to } });
      say({ text: t('moved', { name: row.name }), undo });
      await again();
    } catch (error) {
      say({ text: why(error), tone: 'refused' });
    }
  };
  return (row, to) => void move(row, to);
}

type Moving = {
  rows: readonly WorkRow[];
  here: WorkRow | undefined;
  allowed: boolean;
  move: MoveRow;
};

/** Alt with an arrow moves the row one place among those one sees, t to the top. */
function useMovingKeys({ rows, here, allowed, move }: Moving): void {
  const t = useWords(words);
  const at = here === undefined ? -1 : rows.indexOf(here);
  const above = rows[at - 1];
  const below = rows[at + 1];
  const keys = [
    { key: 'Alt+ArrowUp', phrase: t('up'), to: above && { before: above.accountId } },
    { key: 'Alt+ArrowDown', phrase: t('down'), to: below && { after: below.accountId } },
    { key: 't', phrase: t('top'), to: 'top' as const },
  ];
  useKeys(
    keys.map(({ key, phrase, to }) => ({
      key,
      phrase,
      run: () => {
        if (allowed && here !== undefined && to !== undefined) move(here, to);
      },
    })),
  );
}

/** A row that is dragged down comes after the one it is put onto, up before it. */
function dragged(rows: readonly WorkRow[], move: MoveRow) {
  return (row: WorkRow, onto: WorkRow): void => {
    const down = rows.indexOf(row) < rows.indexOf(onto);
    move(row, down ? { after: onto.accountId } : { before: onto.accountId });
  };
}
