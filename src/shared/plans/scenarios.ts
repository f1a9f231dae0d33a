/** What plans are for (domain.md 5): seven statutory holidays, weather, occasions, one per subsystem, a power failure. */
export const scenarios = [
  'newYear',
  'springFestival',
  'qingming',
  'labourDay',
  'dragonBoat',
  'midAutumn',
  'nationalDay',
  'rainstorm',
  'iceAndSnow',
  'visitOfSuperiors',
  'majorEvent',
  'frontEnd',
  'network',
  'machineRoom',
  'cloudStorage',
  'monitoringCentre',
  'securityIncident',
  'application',
  'powerFailure',
] as const;
export type Scenario = (typeof scenarios)[number];

/** The plans of statutory holidays, by the name the calendar gives the day; the longer name counts where two match. */
export const holidayScenarios: Readonly<Record<string, Scenario>> = {
  元旦: 'newYear',
  春节: 'springFestival',
  清明: 'qingming',
  劳动节: 'labourDay',
  五一: 'labourDay',
  端午: 'dragonBoat',
  中秋: 'midAutumn',
  国庆: 'nationalDay',
};

/** Response levels (domain.md 4): 1 is 特别重大, 4 is 一般. */
export const responseLevels = [1, 2, 3, 4] as const;
export type ResponseLevel = (typeof responseLevels)[number];
