/** The screens of credit: limits that want a look, and the policy that orders are judged by. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { behindDoor } from './door.tsx';
import { paths } from './paths.ts';

const policies = behindDoor(
  paths.creditPolicies,
  lazyRouteComponent(
    () => import('#areas/credit/screens/policies/PoliciesScreen.tsx'),
    'PoliciesScreen',
  ),
);

const newPolicy = behindDoor(
  paths.newCreditPolicy,
  lazyRouteComponent(
    () => import('#areas/credit/screens/policies/NewPolicyScreen.tsx'),
    'NewPolicyScreen',
  ),
);

const policy = behindDoor(
  paths.creditPolicy,
  lazyRouteComponent(
    () => import('#areas/credit/screens/policies/PolicyScreen.tsx'),
    'PolicyScreen',
  ),
);

const limits = behindDoor(
  paths.creditLimits,
  lazyRouteComponent(() => import('#areas/credit/screens/LimitsScreen.tsx'), 'LimitsScreen'),
);

export const creditRoutes = [limits, policies, newPolicy, policy];
