/** Largest file the station reads as a list, bytes. */
const largest = 10 * 1024 * 1024;

export interface ChosenFile {
  name: string;
  /** The bytes in base64, as the station takes them. */
  content: string;
}

/** Reads a chosen file. `tooLarge` before it is read at all; `unread` when another program holds it. `unnamed` stands in for an empty name. */
export async function readChosen(file: File, unnamed: string): Promise<ChosenFile | 'tooLarge' | 'unread'> {
  if (file.size > largest) return 'tooLarge';
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return { name: file.name.slice(0, 120) || unnamed, content: btoa(binary) };
  } catch {
    return 'unread';
  }
}
