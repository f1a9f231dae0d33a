import { useState } from 'react';
import type { HandoverView } from '../../shared/handover/contract';
import { type StationRefusal, usePapers } from '../station';

export interface Paper {
  /** Name of the file in the station's folder of papers, once it was made. */
  file: string | undefined;
  busy: boolean;
  refusal: StationRefusal | undefined;
  /** Makes the PDF of the handover as it stands. True when it lies in its folder. */
  make: () => Promise<boolean>;
  show: () => void;
  saveAs: () => Promise<boolean>;
}

/** Where the paper of a shift's handover is drawn. */
export const paperRoute = (shift: string) => `/print/handover/${shift}`;

/** 交接班登记表 as a PDF, made by the shell from the app's own print layout. */
export function usePaper({ shift }: HandoverView): Paper {
  const papers = usePapers();
  const [file, setFile] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<StationRefusal>();
  return {
    file,
    busy,
    refusal,
    make: async () => {
      setBusy(true);
      setRefusal(undefined);
      const answer = await papers.print(paperRoute(shift.key));
      setBusy(false);
      if (answer.ok) setFile(answer.value.file);
      else setRefusal({ ...answer.refusal, procedure: 'handover.print' });
      return answer.ok;
    },
    show: () => {
      if (file) void papers.show(file);
    },
    saveAs: async () => {
      const answer = file ? await papers.saveAs(file) : undefined;
      return answer?.ok === true && answer.value.saved;
    },
  };
}
