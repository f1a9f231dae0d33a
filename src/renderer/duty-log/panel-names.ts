/** The panel of a new entry, and the draft in it. */
export const newEntryPanel = 'dutyLog.new';
