/** Every address of the web app. Links and tests take them from here; nothing else spells one. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  worklist: '/worklist',
  account: '/accounts/$accountId',
  statement: '/accounts/$accountId/statement',
  aging: '/aging',
  review: '/aging/review',
  over60: '/reports/over-60',
  promises: '/promises',
  tasks: '/tasks',
  imports: '/imports',
  upload: '/imports/uploads/$uploadId',
  originals: '/imports/originals',
  dataQuality: '/imports/data-quality',
  team: '/team',
  settings: '/settings',
} as const;
