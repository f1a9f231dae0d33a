export { limits, type SpreadsheetRefusal } from './limits';
export { type Cell, dateOfSerial, type ReadSpreadsheet, type Row, readSpreadsheet, type Sheet } from './read-spreadsheet';
export { delimiters, type Delimiter, type ReadTable, readTable, type TableRefusal, type TextForm } from './read-table';
export { encodings, type Encoding } from './text-of-bytes';
export { columnName } from './vetted-workbook';
