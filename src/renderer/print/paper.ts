/** Under what name a paper is kept. */
export interface PaperName {
  /** Without its ending: `交接班登记表-2026-11-22-夜班`. */
  name: string;
  year: string;
  /** Tells a second version of the same paper apart. */
  version: string;
}

export interface PaperProps {
  /** What stands after the layout's name in the route: `2026-11-22/night`. */
  subject: string;
  /** All of it stands on the page, in its fonts. */
  onDrawn: (name: PaperName) => void;
  onFailed: (code: string) => void;
}
