/** The screens of the money and of the paper that asks for it: cash, bank, deposits, statements. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor, desk } from './door.tsx';
import { paths } from './paths.ts';

const cash = behindDoor(
  paths.cash,
  lazyRouteComponent(() => import('#areas/cash/screens/board/CashScreen.tsx'), 'CashScreen'),
);

const cashBatches = behindDoor(
  paths.cashBatches,
  lazyRouteComponent(
    () => import('#areas/cash/screens/batches/BatchesScreen.tsx'),
    'BatchesScreen',
  ),
);

const cashVariances = behindDoor(
  paths.cashVariances,
  lazyRouteComponent(
    () => import('#areas/cash/screens/variances/VariancesScreen.tsx'),
    'VariancesScreen',
  ),
);

const cashQuality = behindDoor(
  paths.cashQuality,
  lazyRouteComponent(
    () => import('#areas/cash/screens/quality/QualityScreen.tsx'),
    'QualityScreen',
  ),
);

const dailyClose = behindDoor(
  paths.dailyClose,
  lazyRouteComponent(
    () => import('#areas/cash/screens/closing/DailyCloseScreen.tsx'),
    'DailyCloseScreen',
  ),
);

const bankRec = behindDoor(
  paths.bankRec,
  lazyRouteComponent(
    () => import('#areas/cash/screens/reconciliation/BankRecScreen.tsx'),
    'BankRecScreen',
  ),
);

const cashDeposits = behindDoor(
  paths.cashDeposits,
  lazyRouteComponent(
    () => import('#areas/cash/screens/deposits/DepositsScreen.tsx'),
    'DepositsScreen',
  ),
);

const cashCards = behindDoor(
  paths.cashCards,
  lazyRouteComponent(() => import('#areas/cash/screens/cards/CardsScreen.tsx'), 'CardsScreen'),
);

const bookOfRecord = behindDoor(
  paths.bookOfRecord,
  lazyRouteComponent(
    () => import('#areas/cash/screens/book-of-record/BookScreen.tsx'),
    'BookScreen',
  ),
);

const bankScreens = () => import('#areas/bank-files/screens/index.ts');

const bankFiles = createRoute({
  getParentRoute: () => desk,
  path: paths.bankFiles,
  component: lazyRouteComponent(bankScreens, 'BankFilesScreen'),
});

const bankFile = createRoute({
  getParentRoute: () => desk,
  path: paths.bankFile,
  component: lazyRouteComponent(bankScreens, 'BankFileScreen'),
});

const bankLines = createRoute({
  getParentRoute: () => desk,
  path: paths.bankLines,
  component: lazyRouteComponent(bankScreens, 'BankLinesScreen'),
});

const bankAccounts = createRoute({
  getParentRoute: () => desk,
  path: paths.bankAccounts,
  component: lazyRouteComponent(bankScreens, 'BankAccountsScreen'),
});

const statementRuns = behindDoor(
  paths.statementRuns,
  lazyRouteComponent(
    () => import('#areas/statements/screens/StatementRunsScreen.tsx'),
    'StatementRunsScreen',
  ),
);

const statementRun = behindDoor(
  paths.statementRun,
  lazyRouteComponent(
    () => import('#areas/statements/screens/StatementRunScreen.tsx'),
    'StatementRunScreen',
  ),
);

const invoiceRuns = behindDoor(
  paths.invoiceRuns,
  lazyRouteComponent(
    () => import('#areas/statements/screens/StatementRunsScreen.tsx'),
    'InvoiceRunsScreen',
  ),
);

const portalRegister = behindDoor(
  paths.portalRegister,
  lazyRouteComponent(
    () => import('#areas/statements/screens/portal/PortalScreen.tsx'),
    'PortalScreen',
  ),
);

const letters = behindDoor(
  paths.letters,
  lazyRouteComponent(
    () => import('#areas/correspondence/screens/letters/LettersScreen.tsx'),
    'LettersScreen',
  ),
);

export const moneyRoutes = [
  cash,
  cashBatches,
  cashVariances,
  cashQuality,
  dailyClose,
  bankRec,
  cashDeposits,
  cashCards,
  bookOfRecord,
  bankFiles,
  bankFile,
  bankLines,
  bankAccounts,
  statementRuns,
  statementRun,
  invoiceRuns,
  portalRegister,
  letters,
] as const;
