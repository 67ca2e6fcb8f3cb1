import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { follow } from './api/events'
import { studioQueries } from './api/query-client'
import { words } from './i18n'
import { studioRouter } from './router'
import './styles.css'

const queries = studioQueries()
const router = studioRouter(queries)
follow(queries)

const place = document.getElementById('studio')
if (place === null) throw new Error('The page has no element #studio to draw the studio in.')

createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
