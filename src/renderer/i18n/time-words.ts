import { dateIn, dateTimeIn, timeIn } from '../../shared/time';

let zone = 'Asia/Shanghai';

/** The zone for moments inside sentences; follows the station's. */
export function setReaderZone(name: string): void {
  zone = name;
}

/** Formats for moments (ms) inside sentences: `{{until, time}}`, `{{at, dateTime}}`, `{{day, date}}`. */
export const momentFormats: Record<string, (at: unknown) => string> = {
  time: (at) => timeIn(zone, Number(at)),
  date: (at) => dateIn(zone, Number(at)),
  dateTime: (at) => dateTimeIn(zone, Number(at)),
};
