/** What the invented customers contest is followed: every dispute has its case and its clock. */
import { takeUpBrought } from '#areas/disputes/index.ts';
import type { Desk } from '#platform/action.ts';
import { act } from './demo-desk.ts';

/** More than the invented book has open. */
const most = 500;

export async function followDisputes(desk: Desk, zone: string): Promise<void> {
  await act(desk, { action: 'disputes.take_up' }, (context) => takeUpBrought(context, zone, most));
}
