/**
 * What the provider tells of a letter that it took, and what follows.
 *
 *   mailed ─▶ in_transit ─▶ in_local_area ─▶ processed_for_delivery ─▶ delivered
 *                    └▶ re_routed           └▶ returned_to_sender: the address is bad
 *   failed, deleted: it never printed it, nothing was mailed
 *
 * Reports come in any order and more than once; the last by its own time is shown.
 */
export const letterReports = [
  'mailed',
  'in_transit',
  'in_local_area',
  'processed_for_delivery',
  're_routed',
  'pickup_available',
  'international_exit',
  'issue',
  'delivered',
  'returned_to_sender',
  'failed',
  'deleted',
] as const;
export type LetterReport = (typeof letterReports)[number];

/** Of certified mail too; undefined for what says nothing of the post, like a drawn preview. */
export function reportOf(type: string): LetterReport | undefined {
  const word = /^letter\.(?:certified\.)?([a-z_-]+)$/u.exec(type)?.[1]?.replace('-', '_');
  return letterReports.find((each) => each === word);
}

export type ReportFollows = 'nothing' | 'arrived' | 'came_back' | 'never_mailed';

export function followsReport(report: LetterReport): ReportFollows {
  if (report === 'delivered') return 'arrived';
  if (report === 'returned_to_sender') return 'came_back';
  return report === 'failed' || report === 'deleted' ? 'never_mailed' : 'nothing';
}

/** The letter's own id in the key under which it was handed over. */
export function letterInKey(key: string): string | undefined {
  return /^([0-9a-f-]{36})-\d+$/u.exec(key)?.[1];
}
