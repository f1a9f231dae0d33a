/** A file's bytes as base64, for the way to the station. Rejects when the file cannot be read. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done((reader.result as string).replace(/^data:[^,]*,/, ''));
    reader.onerror = () => failed(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

/** The file's media type as the contract takes it; what the system does not know is a file of bytes. */
export function mediaTypeOf(file: File): string {
  const type = file.type.split(';')[0]?.trim() ?? '';
  return /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(type) ? type : 'application/octet-stream';
}

/** The name as one line of at most 120 characters; its ending stays. */
export function fileNameOf(file: File): string {
  // oxlint-disable-next-line no-control-regex
  const name = file.name.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim() || 'file';
  if (name.length <= 120) return name.toWellFormed();
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, 119 - ending.length)}…${ending}`.toWellFormed();
}

/** `380 KB`, `2.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
