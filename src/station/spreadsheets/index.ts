export { limits, type SpreadsheetRefusal } from './limits';
export { type Cell, dateOfSerial, type ReadSpreadsheet, type Row, readSpreadsheet, type Sheet } from './read-spreadsheet';
export { columnName } from './vetted-workbook';
