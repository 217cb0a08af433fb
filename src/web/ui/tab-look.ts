/** The look of one view among a few: a line under the one that is open. */
export const tabLook =
  'border-b-2 border-transparent pb-1.5 text-ink-2 hover:text-ink ' +
  'data-[status=active]:border-accent data-[status=active]:font-[600] ' +
  'data-[status=active]:text-ink';
