export { freeCode, type Path, textAt, valueAt, withValue } from './edit-path';
export { AddButton, ProblemAt, RemoveButton, TickField, TimeField, useProblem, WordsField } from './EditFields';
export { type FormatEditing, FormatEditingContext, problemsUnder, useFormatEditing } from './editing';
export { nameOf, pathOf, placeInWords, type PlaceSpeech } from './place-words';
export { copyInList, RowVerbs } from './RowVerbs';
