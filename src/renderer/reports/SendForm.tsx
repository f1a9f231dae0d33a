import { reports } from '../../shared/reports/contract';
import type { ReportRecord } from '../../shared/reports/record';
import { useStation } from '../station';
import { RefusalNote } from '../widgets/RefusalNote';
import { ContentsForm } from './ContentsForm';

/** The report to be sent: it begins with what was sent last, or with what the log entry says. */
export function SendForm({ report }: { report: ReportRecord }) {
  const prefill = useStation(reports.prefill, { id: report.id }, { enabled: !report.contents });
  const contents = report.contents ?? prefill.data?.contents;
  if (!contents) return <RefusalNote refusal={prefill.refusal} />;
  return <ContentsForm report={report} empty={{ ...contents, level: report.level, nextAt: null }} />;
}
