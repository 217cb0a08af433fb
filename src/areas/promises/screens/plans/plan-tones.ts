/** The colours of the states of plans, instalments and settlements; the words say the same. */
import type { WireInstallment, WirePlan } from '#areas/promises/contract/plans.ts';
import type { WireSettlement } from '#areas/promises/contract/settlements.ts';
import type { Tone } from '#web/ui/Tag.tsx';

export const planTones: Record<WirePlan['state'], Tone> = {
  offered: 'plain',
  signed: 'good',
  active: 'good',
  late: 'late',
  breached: 'late',
  completed: 'good',
  cancelled: 'plain',
};

export const partTones: Record<WireInstallment['state'], Tone> = {
  paid: 'good',
  part: 'warn',
  late: 'late',
  due: 'warn',
  coming: 'plain',
};

export const settlementTones: Record<WireSettlement['state'], Tone> = {
  asked: 'warn',
  open: 'warn',
  fulfilled: 'good',
  void_late: 'late',
  withdrawn: 'plain',
  refused: 'plain',
};
