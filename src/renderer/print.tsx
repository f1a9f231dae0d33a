import './zod-without-eval';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './i18n/i18n';
import { createRoot } from 'react-dom/client';
import { PaperDesk } from './print/PaperDesk';
import { StationProvider } from './station';

// The page that is printed and never seen: the shell calls `drawPaper` in it and prints what stands there when it answers.
createRoot(document.getElementById('root') as HTMLElement).render(
  <StationProvider bridge={window.station}>
    <PaperDesk />
  </StationProvider>,
);
