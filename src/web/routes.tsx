/**
 * Which screen stands at which address. Behind the door everything shares one frame; screens
 * that few open first are fetched when they are opened.
 */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { Desk } from './frame/Desk.tsx';
import { Door } from './frame/Door.tsx';
import { Broken, NotFound } from './frame/Lost.tsx';
import { paths } from './paths.ts';
import { queries, sessionQuery } from './session.ts';
import { Worklist } from './worklist/Worklist.tsx';
import { writeSearch } from './write-search.ts';

type Search = Record<string, string | undefined>;

const root = createRootRoute({
  // Each screen reads its own parameters through its route's schema (ui/search.ts).
  validateSearch: (raw: Search): Search => raw,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

const signIn = createRoute({ getParentRoute: () => root, path: paths.signIn, component: Door });

const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Desk,
  search: { middlewares: [retainSearchParams<Search>(['company'])] },
  beforeLoad: async ({ location }) => {
    const me = await queries.ensureQueryData(sessionQuery);
    if (me === null) throw redirect({ to: paths.signIn, search: { next: location.href } });
    return { me };
  },
});

const home = createRoute({
  getParentRoute: () => desk,
  path: paths.home,
  beforeLoad: () => {
    throw redirect({ to: paths.worklist, replace: true });
  },
});

const worklist = createRoute({
  getParentRoute: () => desk,
  path: paths.worklist,
  component: Worklist,
});

const account = createRoute({
  getParentRoute: () => desk,
  path: paths.account,
  component: lazyRouteComponent(() => import('./account/AccountScreen.tsx'), 'AccountScreen'),
});

const statement = createRoute({
  getParentRoute: () => desk,
  path: paths.statement,
  component: lazyRouteComponent(
    () => import('#areas/invoices/screens/StatementScreen.tsx'),
    'StatementScreen',
  ),
});

const aging = createRoute({
  getParentRoute: () => desk,
  path: paths.aging,
  component: lazyRouteComponent(() => import('./aging/Aging.tsx'), 'Aging'),
});

const review = createRoute({
  getParentRoute: () => desk,
  path: paths.review,
  component: lazyRouteComponent(
    () => import('#areas/reports/screens/ReviewScreen.tsx'),
    'ReviewScreen',
  ),
});

const cash = createRoute({
  getParentRoute: () => desk,
  path: paths.cash,
  component: lazyRouteComponent(
    () => import('#areas/cash/screens/board/CashScreen.tsx'),
    'CashScreen',
  ),
});

const cashBatches = createRoute({
  getParentRoute: () => desk,
  path: paths.cashBatches,
  component: lazyRouteComponent(
    () => import('#areas/cash/screens/batches/BatchesScreen.tsx'),
    'BatchesScreen',
  ),
});

const cashQuality = createRoute({
  getParentRoute: () => desk,
  path: paths.cashQuality,
  component: lazyRouteComponent(
    () => import('#areas/cash/screens/quality/QualityScreen.tsx'),
    'QualityScreen',
  ),
});

const compare = createRoute({
  getParentRoute: () => desk,
  path: paths.compare,
  component: lazyRouteComponent(
    () => import('#areas/reports/screens/compare/CompareScreen.tsx'),
    'CompareScreen',
  ),
});

const over60 = createRoute({
  getParentRoute: () => desk,
  path: paths.over60,
  component: lazyRouteComponent(
    () => import('#areas/reports/screens/Over60Screen.tsx'),
    'Over60Screen',
  ),
});

const monthEnd = createRoute({
  getParentRoute: () => desk,
  path: paths.monthEnd,
  component: lazyRouteComponent(() => import('./month-end/MonthEnd.tsx'), 'MonthEnd'),
});

const dailyClose = createRoute({
  getParentRoute: () => desk,
  path: paths.dailyClose,
  component: lazyRouteComponent(
    () => import('#areas/cash/screens/closing/DailyCloseScreen.tsx'),
    'DailyCloseScreen',
  ),
});

const bankRec = createRoute({
  getParentRoute: () => desk,
  path: paths.bankRec,
  component: lazyRouteComponent(
    () => import('#areas/cash/screens/reconciliation/BankRecScreen.tsx'),
    'BankRecScreen',
  ),
});

const cashDeposits = createRoute({
  getParentRoute: () => desk,
  path: paths.cashDeposits,
  component: lazyRouteComponent(
    () => import('#areas/cash/screens/deposits/DepositsScreen.tsx'),
    'DepositsScreen',
  ),
});

const cashCards = createRoute({
  getParentRoute: () => desk,
  path: paths.cashCards,
  component: lazyRouteComponent(
    () => import('#areas/cash/screens/cards/CardsScreen.tsx'),
    'CardsScreen',
  ),
});

const promises = createRoute({
  getParentRoute: () => desk,
  path: paths.promises,
  component: lazyRouteComponent(
    () => import('#areas/promises/screens/PromisesScreen.tsx'),
    'PromisesScreen',
  ),
});

const tasks = createRoute({
  getParentRoute: () => desk,
  path: paths.tasks,
  component: lazyRouteComponent(
    () => import('#areas/tasks/screens/TasksScreen.tsx'),
    'TasksScreen',
  ),
});

const verification = createRoute({
  getParentRoute: () => desk,
  path: paths.verification,
  component: lazyRouteComponent(
    () => import('#areas/projects/screens/VerificationScreen.tsx'),
    'VerificationScreen',
  ),
});

const projects = createRoute({
  getParentRoute: () => desk,
  path: paths.projects,
  component: lazyRouteComponent(
    () => import('#areas/projects/screens/ProjectsScreen.tsx'),
    'ProjectsScreen',
  ),
});

const portfolio = createRoute({
  getParentRoute: () => desk,
  path: paths.portfolio,
  component: lazyRouteComponent(
    () => import('#areas/portfolios/screens/PortfolioScreen.tsx'),
    'PortfolioScreen',
  ),
});

const rules = createRoute({
  getParentRoute: () => desk,
  path: paths.rules,
  component: lazyRouteComponent(
    () => import('#areas/portfolios/screens/RulesScreen.tsx'),
    'RulesScreen',
  ),
});

const rebalance = createRoute({
  getParentRoute: () => desk,
  path: paths.rebalance,
  component: lazyRouteComponent(
    () => import('#areas/portfolios/screens/RebalanceScreen.tsx'),
    'RebalanceScreen',
  ),
});

const campaigns = createRoute({
  getParentRoute: () => desk,
  path: paths.campaigns,
  component: lazyRouteComponent(
    () => import('#areas/portfolios/screens/CampaignsScreen.tsx'),
    'CampaignsScreen',
  ),
});

const imports = createRoute({
  getParentRoute: () => desk,
  path: paths.imports,
  component: lazyRouteComponent(
    () => import('#areas/imports/screens/ImportsScreen.tsx'),
    'ImportsScreen',
  ),
});

const upload = createRoute({
  getParentRoute: () => desk,
  path: paths.upload,
  component: lazyRouteComponent(
    () => import('#areas/imports/screens/UploadScreen.tsx'),
    'UploadScreen',
  ),
});

const originals = createRoute({
  getParentRoute: () => desk,
  path: paths.originals,
  component: lazyRouteComponent(
    () => import('#areas/imports/screens/OriginalsScreen.tsx'),
    'OriginalsScreen',
  ),
});

const closings = createRoute({
  getParentRoute: () => desk,
  path: paths.closings,
  component: lazyRouteComponent(
    () => import('#areas/imports/screens/ClosingsScreen.tsx'),
    'ClosingsScreen',
  ),
});

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

const team = createRoute({
  getParentRoute: () => desk,
  path: paths.team,
  component: lazyRouteComponent(() => import('#areas/team/screens/TeamScreen.tsx'), 'TeamScreen'),
});

const cover = createRoute({
  getParentRoute: () => desk,
  path: paths.cover,
  component: lazyRouteComponent(() => import('#areas/team/screens/CoverScreen.tsx'), 'CoverScreen'),
});

const brief = createRoute({
  getParentRoute: () => desk,
  path: paths.brief,
  component: lazyRouteComponent(
    () => import('#areas/worklist/screens/BriefScreen.tsx'),
    'BriefScreen',
  ),
});

const settings = createRoute({
  getParentRoute: () => desk,
  path: paths.settings,
  component: lazyRouteComponent(
    () => import('#areas/team/screens/SettingsScreen.tsx'),
    'SettingsScreen',
  ),
});

const routeTree = root.addChildren([
  signIn,
  desk.addChildren([
    home,
    worklist,
    account,
    statement,
    aging,
    review,
    cash,
    cashBatches,
    cashQuality,
    compare,
    over60,
    monthEnd,
    dailyClose,
    bankRec,
    cashDeposits,
    cashCards,
    promises,
    tasks,
    portfolio,
    rules,
    rebalance,
    campaigns,
    verification,
    projects,
    imports,
    upload,
    originals,
    closings,
    bankFiles,
    bankFile,
    bankLines,
    bankAccounts,
    team,
    cover,
    brief,
    settings,
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
});

declare module '@tanstack/react-router' {
  // The router's own way to learn the addresses of this app.
  interface Register {
    router: typeof router;
  }
}
