import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './layout/styles.css';
import { ExplorerMatrixDocument, ExplorerOverviewDocument } from '#src/client/generated/graphql.ts';
import { parseQueryString } from './address/query-string.ts';
import { parseView } from './address/view.ts';
import { comparisonVariables } from './address/view-variables.ts';
import { operationQuery } from './api/fetch-operation.ts';
import { queryClient } from './api/query-client.ts';
import { router } from './router.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the ID "root".');

// Starts the requests of the first page before it is rendered.
if (location.pathname === '/') {
  const view = parseView(parseQueryString(location.search));
  void queryClient.prefetchQuery(operationQuery(ExplorerMatrixDocument, comparisonVariables(view)));
  void queryClient.prefetchQuery(operationQuery(ExplorerOverviewDocument, {}));
}

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
