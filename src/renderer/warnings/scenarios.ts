/** Scenarios a warning may point to until it names one of the plans on file (domain.md 5); any other code stays as it is. */
export const scenarioCodes = ['rainstorm', 'iceAndSnow', 'visitOfSuperiors', 'majorEvent', 'powerFailure', 'securityIncident'] as const;
