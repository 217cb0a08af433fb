/** The screens of money that goes back: credits, refunds under way, files, one refund. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

const credits = behindDoor(
  paths.refunds,
  lazyRouteComponent(() => import('#areas/refunds/screens/CreditsScreen.tsx'), 'CreditsScreen'),
);

const underWay = behindDoor(
  paths.refundsUnderWay,
  lazyRouteComponent(() => import('#areas/refunds/screens/UnderWayScreen.tsx'), 'UnderWayScreen'),
);

const files = behindDoor(
  paths.refundFiles,
  lazyRouteComponent(() => import('#areas/refunds/screens/FilesScreen.tsx'), 'FilesScreen'),
);

const refund = behindDoor(
  paths.refund,
  lazyRouteComponent(() => import('#areas/refunds/screens/RefundScreen.tsx'), 'RefundScreen'),
);

const unclaimed = behindDoor(
  paths.refundsUnclaimed,
  lazyRouteComponent(() => import('#areas/refunds/screens/UnclaimedScreen.tsx'), 'UnclaimedScreen'),
);

const payback = behindDoor(
  paths.payback,
  lazyRouteComponent(
    () => import('#areas/refunds/screens/AccountRefundsScreen.tsx'),
    'AccountRefundsScreen',
  ),
);

const student = behindDoor(
  paths.student,
  lazyRouteComponent(() => import('#areas/students/screens/StudentScreen.tsx'), 'StudentScreen'),
);

export const refundRoutes = [credits, underWay, files, refund, unclaimed, payback, student];
