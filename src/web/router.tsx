/** Routes of the explorer. Every page but the first is loaded on demand. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import {
  formatQueryString,
  parseQueryString,
  type QueryParameters,
} from './address/query-string.ts';
import { parseSearchView } from './address/search-view.ts';
import { parseView } from './address/view.ts';
import { ComparisonPage } from './comparison/comparison-page.tsx';
import { ErrorMessage } from './components/error-message.tsx';
import { NotFoundPage } from './layout/not-found-page.tsx';
import { PageLayout } from './layout/page-layout.tsx';

type Search = Readonly<Record<string, unknown>>;

/** A text parameter of the address, if it is present and not empty. */
function textParameter<Name extends string>(
  search: Search,
  name: Name,
): { readonly [Key in Name]?: string | undefined } {
  const value = search[name];
  return typeof value === 'string' && value !== ''
    ? ({ [name]: value } as { readonly [Key in Name]?: string })
    : {};
}

const root = createRootRoute({ component: PageLayout, notFoundComponent: NotFoundPage });

const comparisonRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: ComparisonPage,
  validateSearch: (search: Search) => ({ ...parseView(search), ...textParameter(search, 'cell') }),
});

const timelineRoute = createRoute({
  getParentRoute: () => root,
  path: '/time',
  component: lazyRouteComponent(() => import('./timeline/timeline-page.tsx'), 'TimelinePage'),
  validateSearch: (search: Search) => ({
    ...parseView(search),
    ...textParameter(search, 'condition'),
  }),
});

const divergenceRoute = createRoute({
  getParentRoute: () => root,
  path: '/divergence',
  component: lazyRouteComponent(() => import('./divergence/divergence-page.tsx'), 'DivergencePage'),
  validateSearch: parseView,
});

const networkRoute = createRoute({
  getParentRoute: () => root,
  path: '/network',
  component: lazyRouteComponent(() => import('./network/network-page.tsx'), 'NetworkPage'),
  validateSearch: (search: Search) => ({ ...parseView(search), ...textParameter(search, 'lines') }),
});

const documentsRoute = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  component: lazyRouteComponent(() => import('./documents/documents-page.tsx'), 'DocumentsPage'),
});

const readerRoute = createRoute({
  getParentRoute: () => root,
  path: '/documents/$reference',
  component: lazyRouteComponent(() => import('./reader/reader-page.tsx'), 'ReaderPage'),
  validateSearch: (search: Search) => ({
    ...textParameter(search, 'position'),
    ...textParameter(search, 'at'),
  }),
});

const actorsRoute = createRoute({
  getParentRoute: () => root,
  path: '/actors',
  component: lazyRouteComponent(() => import('./actors/actors-page.tsx'), 'ActorsPage'),
});

const actorRoute = createRoute({
  getParentRoute: () => root,
  path: '/actors/$slug',
  component: lazyRouteComponent(() => import('./actors/actor-page.tsx'), 'ActorPage'),
});

const searchRoute = createRoute({
  getParentRoute: () => root,
  path: '/search',
  component: lazyRouteComponent(() => import('./search/search-page.tsx'), 'SearchPage'),
  validateSearch: (search: Search) => ({
    ...textParameter(search, 'q'),
    ...parseSearchView(search),
  }),
});

/** The router, with the query string format of `address/`. */
export const router = createRouter({
  routeTree: root.addChildren([
    comparisonRoute,
    timelineRoute,
    divergenceRoute,
    networkRoute,
    documentsRoute,
    readerRoute,
    actorsRoute,
    actorRoute,
    searchRoute,
  ]),
  parseSearch: parseQueryString,
  stringifySearch: (search) => formatQueryString(search as QueryParameters),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorMessage,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
