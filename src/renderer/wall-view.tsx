import './zod-without-eval';
import '@mantine/core/styles.css';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './base.css';
import './i18n/i18n';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { StationProvider } from './station';
import { cssVariables, theme } from './theme/theme';
import { WallScreen } from './wall/WallScreen';

// The wall view, in a window of its own: always dark, and nothing on it can be pressed.
createRoot(document.getElementById('root') as HTMLElement).render(
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="dark">
    <StationProvider bridge={window.station}>
      <WallScreen />
    </StationProvider>
  </MantineProvider>,
);
