import { IconAddressBook } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute, type SliceScreens } from '../shell';

export { nobody, PersonField, type PersonFieldProps, referenceOf, type TypedPerson, typedOf } from './PersonField';
export { PersonFinder, type PersonFinderProps } from './PersonFinder';

/** The register of people: who it is, and how to call them. */
export const screens: SliceScreens = {
  key: 'people',
  nav: [{ path: '/people', icon: IconAddressBook, label: 'people:nav' }],
  routes: [
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/people',
      component: lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage'),
    }),
    createRoute({
      getParentRoute: () => frameRoute,
      path: '/people/import',
      component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage'),
    }),
  ],
};
