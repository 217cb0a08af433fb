/**
 * Which screen stands at which address. Behind the door everything shares one frame; screens
 * that few open first are fetched when they are opened.
 */
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { behindDoor, desk, root, signIn } from './door.tsx';
import { agreedRoutes } from './agreed-routes.tsx';
import { strategyRoutes } from './strategy-routes.tsx';
import { creditRoutes } from './credit-routes.tsx';
import { glanceRoutes } from './glance-routes.tsx';
import { forecastRoutes } from './forecast-routes.tsx';
import { metricRoutes } from './metric-routes.tsx';
import { moneyRoutes } from './money-routes.tsx';
import { reportRoutes } from './report-routes.tsx';
import { settlingRoutes } from './settling-routes.tsx';
import { homeOf } from './home.ts';
import { paths } from './paths.ts';
import { packRoutes } from './pack-routes.tsx';
import { refundRoutes } from './refund-routes.tsx';
import { Worklist } from './worklist/Worklist.tsx';
import { writeSearch } from './write-search.ts';

const home = createRoute({
  getParentRoute: () => desk,
  path: paths.home,
  beforeLoad: ({ context: { me } }) => {
    throw redirect({ to: homeOf(me.roles), replace: true });
  },
});

const worklist = createRoute({
  getParentRoute: () => desk,
  path: paths.worklist,
  component: Worklist,
});

const account = behindDoor(
  paths.account,
  lazyRouteComponent(() => import('./account/AccountScreen.tsx'), 'AccountScreen'),
);

const statement = behindDoor(
  paths.statement,
  lazyRouteComponent(
    () => import('#areas/invoices/screens/StatementScreen.tsx'),
    'StatementScreen',
  ),
);

const call = behindDoor(
  paths.call,
  lazyRouteComponent(() => import('./call/Call.tsx'), 'Call'),
);

const inboundCall = behindDoor(
  paths.inboundCall,
  lazyRouteComponent(() => import('./call/Inbound.tsx'), 'Inbound'),
);

const aging = behindDoor(
  paths.aging,
  lazyRouteComponent(() => import('./aging/Aging.tsx'), 'Aging'),
);

const review = behindDoor(
  paths.review,
  lazyRouteComponent(() => import('#areas/reports/screens/ReviewScreen.tsx'), 'ReviewScreen'),
);

const compare = behindDoor(
  paths.compare,
  lazyRouteComponent(
    () => import('#areas/reports/screens/compare/CompareScreen.tsx'),
    'CompareScreen',
  ),
);

const over60 = behindDoor(
  paths.over60,
  lazyRouteComponent(() => import('#areas/reports/screens/Over60Screen.tsx'), 'Over60Screen'),
);

const monthEnd = behindDoor(
  paths.monthEnd,
  lazyRouteComponent(() => import('./month-end/MonthEnd.tsx'), 'MonthEnd'),
);

const mailbox = behindDoor(
  paths.mailbox,
  lazyRouteComponent(
    () => import('#areas/correspondence/screens/mailbox/MailboxScreen.tsx'),
    'MailboxScreen',
  ),
);

const outbox = createRoute({
  getParentRoute: () => desk,
  path: paths.outbox,
  component: lazyRouteComponent(
    () => import('#areas/correspondence/screens/messages/OutboxScreen.tsx'),
    'OutboxScreen',
  ),
});

const templates = createRoute({
  getParentRoute: () => desk,
  path: paths.templates,
  component: lazyRouteComponent(
    () => import('#areas/correspondence/screens/templates/TemplatesScreen.tsx'),
    'TemplatesScreen',
  ),
});

const template = createRoute({
  getParentRoute: () => desk,
  path: paths.template,
  component: lazyRouteComponent(
    () => import('#areas/correspondence/screens/templates/TemplateScreen.tsx'),
    'TemplateScreen',
  ),
});
const contactLog = behindDoor(
  paths.contactLog,
  lazyRouteComponent(
    () => import('#areas/compliance/screens/ContactLogScreen.tsx'),
    'ContactLogScreen',
  ),
);

const permitLog = behindDoor(
  paths.permitLog,
  lazyRouteComponent(
    () => import('#areas/compliance/screens/PermitLogScreen.tsx'),
    'PermitLogScreen',
  ),
);

const contactRules = behindDoor(
  paths.contactRules,
  lazyRouteComponent(() => import('#areas/compliance/screens/PacksScreen.tsx'), 'PacksScreen'),
);

const contactPolicy = behindDoor(
  paths.contactPolicy,
  lazyRouteComponent(
    () => import('#areas/compliance/screens/policy/ContactPolicyScreen.tsx'),
    'ContactPolicyScreen',
  ),
);

const tasks = behindDoor(
  paths.tasks,
  lazyRouteComponent(() => import('#areas/tasks/screens/TasksScreen.tsx'), 'TasksScreen'),
);

const heldOrders = behindDoor(
  paths.holds,
  lazyRouteComponent(() => import('#areas/credit/screens/HoldsScreen.tsx'), 'HoldsScreen'),
);

const approvals = behindDoor(
  paths.approvals,
  lazyRouteComponent(
    () => import('#areas/approvals/screens/ApprovalsScreen.tsx'),
    'ApprovalsScreen',
  ),
);

const escalations = behindDoor(
  paths.escalations,
  lazyRouteComponent(
    () => import('#areas/escalations/screens/EscalationsScreen.tsx'),
    'EscalationsScreen',
  ),
);

const actionPlans = behindDoor(
  paths.actionPlans,
  lazyRouteComponent(
    () => import('#areas/escalations/screens/plans/ActionPlansScreen.tsx'),
    'ActionPlansScreen',
  ),
);

const authority = behindDoor(
  paths.authority,
  lazyRouteComponent(
    () => import('#areas/approvals/screens/AuthorityScreen.tsx'),
    'AuthorityScreen',
  ),
);

const clocks = behindDoor(
  paths.clocks,
  lazyRouteComponent(() => import('#areas/clocks/screens/ClocksScreen.tsx'), 'ClocksScreen'),
);

const webhooks = behindDoor(
  paths.webhooks,
  lazyRouteComponent(() => import('#areas/webhooks/screens/WebhooksScreen.tsx'), 'WebhooksScreen'),
);

const verification = behindDoor(
  paths.verification,
  lazyRouteComponent(
    () => import('#areas/projects/screens/VerificationScreen.tsx'),
    'VerificationScreen',
  ),
);

const projects = behindDoor(
  paths.projects,
  lazyRouteComponent(() => import('#areas/projects/screens/ProjectsScreen.tsx'), 'ProjectsScreen'),
);

const portfolio = behindDoor(
  paths.portfolio,
  lazyRouteComponent(
    () => import('#areas/portfolios/screens/PortfolioScreen.tsx'),
    'PortfolioScreen',
  ),
);

const rules = behindDoor(
  paths.rules,
  lazyRouteComponent(() => import('#areas/portfolios/screens/RulesScreen.tsx'), 'RulesScreen'),
);

const rebalance = behindDoor(
  paths.rebalance,
  lazyRouteComponent(
    () => import('#areas/portfolios/screens/RebalanceScreen.tsx'),
    'RebalanceScreen',
  ),
);

const campaigns = behindDoor(
  paths.campaigns,
  lazyRouteComponent(
    () => import('#areas/portfolios/screens/CampaignsScreen.tsx'),
    'CampaignsScreen',
  ),
);

const workbooks = behindDoor(
  paths.workbooks,
  lazyRouteComponent(
    () => import('#areas/workbooks/screens/WorkbooksScreen.tsx'),
    'WorkbooksScreen',
  ),
);

const workbook = behindDoor(
  paths.workbook,
  lazyRouteComponent(() => import('#areas/workbooks/screens/ReviewScreen.tsx'), 'ReviewScreen'),
);

const imports = behindDoor(
  paths.imports,
  lazyRouteComponent(() => import('#areas/imports/screens/ImportsScreen.tsx'), 'ImportsScreen'),
);

const upload = behindDoor(
  paths.upload,
  lazyRouteComponent(() => import('#areas/imports/screens/UploadScreen.tsx'), 'UploadScreen'),
);

const originals = behindDoor(
  paths.originals,
  lazyRouteComponent(() => import('#areas/imports/screens/OriginalsScreen.tsx'), 'OriginalsScreen'),
);

const closings = behindDoor(
  paths.closings,
  lazyRouteComponent(() => import('#areas/imports/screens/ClosingsScreen.tsx'), 'ClosingsScreen'),
);

const team = behindDoor(
  paths.team,
  lazyRouteComponent(() => import('#areas/team/screens/TeamScreen.tsx'), 'TeamScreen'),
);

const cover = behindDoor(
  paths.cover,
  lazyRouteComponent(() => import('#areas/team/screens/CoverScreen.tsx'), 'CoverScreen'),
);

const brief = behindDoor(
  paths.brief,
  lazyRouteComponent(() => import('#areas/worklist/screens/BriefScreen.tsx'), 'BriefScreen'),
);

const settings = behindDoor(
  paths.settings,
  lazyRouteComponent(() => import('#areas/team/screens/SettingsScreen.tsx'), 'SettingsScreen'),
);

const routeTree = root.addChildren([
  signIn,
  desk.addChildren([
    home,
    ...agreedRoutes,
    ...strategyRoutes,
    ...creditRoutes,
    ...packRoutes,
    ...moneyRoutes,
    ...metricRoutes,
    ...settlingRoutes,
    ...refundRoutes,
    ...glanceRoutes,
    worklist,
    account,
    statement,
    call,
    inboundCall,
    aging,
    review,
    compare,
    over60,
    ...forecastRoutes,
    monthEnd,
    mailbox,
    outbox,
    templates,
    template,
    contactLog,
    permitLog,
    contactRules,
    contactPolicy,
    tasks,
    approvals,
    authority,
    heldOrders,
    escalations,
    actionPlans,
    clocks,
    webhooks,
    ...reportRoutes,
    portfolio,
    rules,
    rebalance,
    campaigns,
    verification,
    projects,
    workbooks,
    workbook,
    imports,
    upload,
    originals,
    closings,
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
