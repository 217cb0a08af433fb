/** The outside of the desk and its inside: one door, behind which everything shares one frame. */
import {
  createRootRoute,
  createRoute,
  redirect,
  retainSearchParams,
  type RouteComponent,
} from '@tanstack/react-router';
import { Desk } from './frame/Desk.tsx';
import { Door } from './frame/Door.tsx';
import { Broken, NotFound } from './frame/Lost.tsx';
import { paths } from './paths.ts';
import { queries, sessionQuery } from './session.ts';

type Search = Record<string, string | undefined>;

export const root = createRootRoute({
  // Each screen reads its own parameters through its route's schema (ui/search.ts).
  validateSearch: (raw: Search): Search => raw,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

export const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  component: Door,
});

export const desk = createRoute({
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

/** A screen of the desk at an address. */
export function behindDoor<const Path extends string>(path: Path, component: RouteComponent) {
  return createRoute({ getParentRoute: () => desk, path, component });
}
