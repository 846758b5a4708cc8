import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './frame/styles.css';
import { ExplorerMatrixDocument, ExplorerOverviewDocument } from '#src/client/generated/graphql.ts';
import { question } from './api/ask.ts';
import { queries } from './api/queries.ts';
import { router } from './router.tsx';
import { readAddress } from './view/address.ts';
import { matrixOf, readView } from './view/view.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element "root".');

// What the first page will ask is asked before it is drawn: the server answers meanwhile.
if (location.pathname === '/') {
  const view = readView(readAddress(location.search));
  void queries.prefetchQuery(question(ExplorerMatrixDocument, matrixOf(view)));
  void queries.prefetchQuery(question(ExplorerOverviewDocument, {}));
}

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
