/** The pages by their addresses. Each but the first is loaded when it is asked for. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { Frame } from './frame/frame.tsx';
import { NotFound, Trouble } from './frame/trouble.tsx';
import { MatrixPage } from './matrix/matrix-page.tsx';
import { readAddress, type Written, writeAddress } from './view/address.ts';
import { readView, type View } from './view/view.ts';

type Search = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const matrixRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: MatrixPage,
  validateSearch: (search: Search): View & { readonly cell?: string | undefined } => {
    const cell = text(search['cell']);
    return { ...readView(search), ...(cell !== undefined && { cell }) };
  },
});

const timeRoute = createRoute({
  getParentRoute: () => root,
  path: '/time',
  component: lazyRouteComponent(() => import('./time/time-page.tsx'), 'TimePage'),
  validateSearch: (search: Search): View & { readonly condition?: string | undefined } => {
    const condition = text(search['condition']);
    return { ...readView(search), ...(condition !== undefined && { condition }) };
  },
});

const divergenceRoute = createRoute({
  getParentRoute: () => root,
  path: '/divergence',
  component: lazyRouteComponent(() => import('./divergence/divergence-page.tsx'), 'DivergencePage'),
  validateSearch: readView,
});

const networkRoute = createRoute({
  getParentRoute: () => root,
  path: '/network',
  component: lazyRouteComponent(() => import('./network/network-page.tsx'), 'NetworkPage'),
  validateSearch: (search: Search): View & { readonly lines?: string | undefined } => {
    const lines = text(search['lines']);
    return { ...readView(search), ...(lines !== undefined && { lines }) };
  },
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
  validateSearch: (search: Search): { readonly position?: string; readonly at?: string } => {
    const position = text(search['position']);
    const at = text(search['at']);
    return { ...(position !== undefined && { position }), ...(at !== undefined && { at }) };
  },
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
  validateSearch: (search: Search): { readonly q?: string } => {
    const q = text(search['q']);
    return q === undefined ? {} : { q };
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    matrixRoute,
    timeRoute,
    divergenceRoute,
    networkRoute,
    documentsRoute,
    readerRoute,
    actorsRoute,
    actorRoute,
    searchRoute,
  ]),
  parseSearch: readAddress,
  stringifySearch: (search) => writeAddress(search as Written),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: Trouble,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
