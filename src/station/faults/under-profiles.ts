import { isFinal } from '../../shared/faults/states';
import { type OpenFaults, profilesInUse } from '../service-profiles';
import { owedFaults } from './clocks';
import { calendarBookOf } from './profile-of-fault';

/** Every open fault with its clocks and the profile it runs under: what an administrator looks at before changing one. */
export const faultsUnderProfiles: OpenFaults = (context) => {
  const usual = profilesInUse(context)[0];
  const faults = owedFaults(context).flatMap(({ id, fault, subject, clocks, profile }) => {
    const { intake } = fault;
    if (isFinal(fault.state) || !intake) return [];
    const born = fault.profile ?? (usual && { code: usual.profile.code, version: usual.version });
    if (!born) return [];
    return [{ id, number: intake.number, title: intake.device?.name ?? intake.place, ...born, subject, clocks, profile }];
  });
  return { book: calendarBookOf(context), faults };
};
