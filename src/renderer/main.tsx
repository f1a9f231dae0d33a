import './zod-without-eval';
import '@mantine/core/styles.css';
import './base.css';
import './i18n/i18n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App bridge={window.station} />
  </StrictMode>,
);
