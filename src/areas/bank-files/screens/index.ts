/** The screens of bank files, fetched together: whoever opens one opens the others soon. */
export { BankAccountsScreen } from './BankAccountsScreen.tsx';
export { BankFileScreen } from './BankFileScreen.tsx';
export { BankFilesScreen } from './BankFilesScreen.tsx';
export { BankLinesScreen } from './BankLinesScreen.tsx';
