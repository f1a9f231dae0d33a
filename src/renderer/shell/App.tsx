import { MantineProvider } from '@mantine/core';
import type { Bridge } from '../../shared/bridge';
import { StationProvider } from '../station';
import { colorSchemePlace, cssVariables, theme } from '../theme/theme';
import { ErrorBoundary } from './ErrorBoundary';
import { SessionGate } from './SessionGate';

/** The whole window. */
export function App({ bridge }: { bridge: Bridge }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={colorSchemePlace} defaultColorScheme="dark">
      <ErrorBoundary>
        <StationProvider bridge={bridge}>
          <SessionGate />
        </StationProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}
