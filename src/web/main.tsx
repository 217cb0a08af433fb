/** The start of the web app: the page's styles, the client of the server, the router. */
import './ui/styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './routes.tsx';
import { queries } from './session.ts';

const place = document.getElementById('desk');
if (place === null) throw new Error('index.html has no element #desk to draw the app in');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
