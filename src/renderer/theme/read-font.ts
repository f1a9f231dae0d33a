/**
 * Brings the bundled face: a hundred small files, of which those on screen are read and decoded. The first paint shows the system's
 * face instead of waiting for them, as it did while they came.
 */
export function readFont(): void {
  void import('@fontsource-variable/noto-sans-sc/wght.css');
}
