/** The screens of what customers agreed to, complained of, and why they pay late. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

const promises = behindDoor(
  paths.promises,
  lazyRouteComponent(() => import('#areas/promises/screens/PromisesScreen.tsx'), 'PromisesScreen'),
);

const outlook = behindDoor(
  paths.promiseOutlook,
  lazyRouteComponent(
    () => import('#areas/promises/screens/outlook/OutlookScreen.tsx'),
    'OutlookScreen',
  ),
);

const plans = behindDoor(
  paths.plans,
  lazyRouteComponent(() => import('#areas/promises/screens/plans/PlansScreen.tsx'), 'PlansScreen'),
);

const plan = behindDoor(
  paths.plan,
  lazyRouteComponent(() => import('#areas/promises/screens/plans/PlanScreen.tsx'), 'PlanScreen'),
);

const settlements = behindDoor(
  paths.settlements,
  lazyRouteComponent(
    () => import('#areas/promises/screens/plans/SettlementsScreen.tsx'),
    'SettlementsScreen',
  ),
);

const disputes = behindDoor(
  paths.disputes,
  lazyRouteComponent(() => import('#areas/disputes/screens/BoardScreen.tsx'), 'BoardScreen'),
);

const disputeCase = behindDoor(
  paths.disputeCase,
  lazyRouteComponent(() => import('#areas/disputes/screens/CaseScreen.tsx'), 'CaseScreen'),
);

const causes = behindDoor(
  paths.causes,
  lazyRouteComponent(
    () => import('#areas/disputes/screens/causes/CausesScreen.tsx'),
    'CausesScreen',
  ),
);

const complaints = behindDoor(
  paths.complaints,
  lazyRouteComponent(
    () => import('#areas/complaints/screens/ComplaintsScreen.tsx'),
    'ComplaintsScreen',
  ),
);

const complaint = behindDoor(
  paths.complaint,
  lazyRouteComponent(
    () => import('#areas/complaints/screens/ComplaintScreen.tsx'),
    'ComplaintScreen',
  ),
);

export const agreedRoutes = [
  promises,
  outlook,
  plans,
  plan,
  settlements,
  disputes,
  disputeCase,
  causes,
  complaints,
  complaint,
];
