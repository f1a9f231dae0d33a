import type { LogField, LogFields } from '../../shared/duty-log/events';
import { dateTimeIn } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import { useZone } from '../station';

/** A field of an entry as a line of text. */
export function useFieldText(): (field: LogField, fields: Partial<LogFields>) => string {
  const t = useWords('dutyLog');
  const zone = useZone();
  const join = (texts: readonly string[]) => (texts.length > 0 ? texts.join(t('common:separator')) : t('panel.none'));
  return (field, fields) => {
    switch (field) {
      case 'occurredAt':
        return fields.occurredAt === undefined ? '' : dateTimeIn(zone, fields.occurredAt, fields.occurredAt % 60_000 !== 0);
      case 'kind':
        return fields.kind === undefined ? '' : t(`kind.${fields.kind}`);
      case 'caller':
        return fields.caller ? [fields.caller.name, fields.caller.phone].filter(Boolean).join(' ') : t('panel.none');
      case 'persons':
        return join((fields.persons ?? []).map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')));
      case 'places':
        return join(fields.places ?? []);
      case 'devices':
        return join((fields.devices ?? []).map(({ name, code }) => [name, code].filter(Boolean).join(' ')));
      case 'text':
        return fields.text ?? '';
    }
  };
}
