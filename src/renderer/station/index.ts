/** The window's single access to its station. Everything a screen needs of it is here. */
export { describeIssue, describeRefusal } from './describe-refusal';
export { holdsRole, OfficerContext, useMay, useOfficer } from './officer';
export { forgetOfficerAnswers } from './query-client';
export { StationProvider, useStationState } from './StationProvider';
export { refusalOf, type StationRefusal } from './station-refusal';
export { useDeskShell } from './useDeskShell';
export { useAsk, useTell } from './useAsk';
export { type StationCommand, useCommand } from './useCommand';
export { useFieldErrors } from './useFieldErrors';
export { usePapers } from './usePapers';
export { useSaveFile } from './useSaveFile';
export { type Following, type StationAnswer, type StationOptions, useFollowed, useStation } from './useStation';
export { type StationPages, useStationPages } from './useStationPages';
export { useUnitStatus, useZone } from './useUnitStatus';
