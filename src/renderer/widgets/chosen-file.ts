export interface ChosenFile {
  name: string;
  /** The bytes in base64, as the station takes them. */
  content: string;
}

/** Reads a chosen file of at most `largest` bytes. `tooLarge` before it is read at all; `unread` when another program holds it. */
export async function readChosen(file: File, largest: number, unnamed: string): Promise<ChosenFile | 'tooLarge' | 'unread'> {
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
