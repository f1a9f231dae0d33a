import { createHashHistory, createRoute, createRouter, Navigate } from '@tanstack/react-router';
import { useWords } from '../i18n/useWords';
import { EmptyState } from '../widgets/EmptyState';
import { FailedScreen } from './ErrorBoundary';
import { Frame } from './Frame';
import { frameRoute } from './frame-route';
import { useNavigationItems } from './navigation';
import { slices } from './slices';

const homeRoute = createRoute({ getParentRoute: () => frameRoute, path: '/', component: Home });

frameRoute.update({ component: Frame, notFoundComponent: NotFound });

/** Hash history: the window's address never leaves the app's own page. */
export const router = createRouter({
  routeTree: frameRoute.addChildren([homeRoute, ...slices.flatMap((slice) => slice.routes)]),
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultErrorComponent: ({ error, reset }) => (
    <FailedScreen error={error instanceof Error ? error : new Error(String(error))} again={reset} />
  ),
});

/** Reads the code of every screen, so that none waits for it when it is first opened. */
export function readScreens(): void {
  for (const route of Object.values(router.routesById)) {
    void (route.options.component as { preload?: () => Promise<void> } | undefined)?.preload?.();
  }
}

/** The first screen that this officer may use. */
function Home() {
  const [first] = useNavigationItems();
  return first ? <Navigate to={first.path} replace /> : null;
}

function NotFound() {
  const t = useWords('shell');
  return <EmptyState title={t('notFound.title')}>{t('notFound.body')}</EmptyState>;
}
