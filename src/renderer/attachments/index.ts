export { AttachmentField, type AttachmentFieldProps } from './AttachmentField';
export { AttachmentList } from './AttachmentList';
