/** The way from a row of the list to its call, with the list that it stands on. */
import { useNavigate } from '@tanstack/react-router';
import type { WorkRow } from '#areas/worklist/contract.ts';
import { paths } from '#web/paths.ts';
import { keepWalked, type WorkSearch } from './work-search.ts';

/** Opens the call of a row. */
export function useCallOf(search: WorkSearch): (row: WorkRow) => void {
  const navigate = useNavigate();
  return ({ accountId }) => {
    keepWalked(search);
    void navigate({ to: paths.call, params: { accountId } });
  };
}
