const first = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Taipei'];

/** Every zone this machine knows, those of the house's own country first. */
export function zonesToChoose(): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...first, ...known.filter((zone) => !first.includes(zone))];
}
