import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute, type SliceScreens } from '../shell';

export { FiguresLink } from './FiguresLink';

/** Figures of faults: a page of charts, every bar of which opens its list. Reached from the board: the rail holds no more. */
export const screens: SliceScreens = {
  key: 'faultFigures',
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/faults/figures',
      component: lazyRouteComponent(() => import('./FiguresPage'), 'FiguresPage'),
    }),
  ],
};
