import { createRootRoute } from '@tanstack/react-router';

/** Parent of every slice's routes; the shell puts the frame around it. */
export const frameRoute = createRootRoute();
