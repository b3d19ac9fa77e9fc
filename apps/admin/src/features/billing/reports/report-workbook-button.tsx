import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import type { StandardReportQueryDto } from "@linli/contracts";
import { EXPORT_DAYS, REPORT_ROWS_AT_ONCE, type StandardReport } from "@linli/contracts/enums";
import { Button, Flex, Modal } from "antd";
import { useState } from "react";
import { DownloadButton } from "../../../components/download-button";
import { JobProgress } from "../../../components/job-progress";
import { useJobId } from "../../../lib/jobs";
import { useProjectId } from "../../../lib/session";
import { requestWorkbook } from "./reports.queries";

/** The whole report as a workbook: at once when it is short, by a job one may leave alone when it is long (BIL-112). */
export function ReportWorkbookButton({
  report,
  query,
  total,
}: {
  report: StandardReport;
  query: StandardReportQueryDto;
  /** Of the whole report; unknown while it loads. */
  total: number | undefined;
}) {
  const projectId = useProjectId();
  const [jobId, setJobId] = useJobId(projectId, `billing.report.${report}`);
  const [open, setOpen] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: () => requestWorkbook(projectId, report, query),
    onSuccess: (started) => {
      setJobId(started.jobId);
      setOpen(true);
    },
    meta: { readOnly: true },
  });
  const asked = new URLSearchParams(query as Record<string, string>).toString();
  const isLong = total !== undefined && total > REPORT_ROWS_AT_ONCE;
  return (
    <>
      {isLong ? (
        <Button type="primary" icon={<DownloadOutlined />} loading={isPending} onClick={() => mutate()}>
          Excel
        </Button>
      ) : (
        <DownloadButton
          type="primary"
          disabled={total === undefined}
          path={`/projects/${projectId}/billing-reports/${report}/xlsx?${asked}`}
        >
          Excel
        </DownloadButton>
      )}
      {jobId && <Button onClick={() => setOpen(true)}>上次生成的 Excel</Button>}
      <Modal
        open={open}
        title="生成 Excel"
        onCancel={() => setOpen(false)}
        footer={<Button onClick={() => setOpen(false)}>关闭</Button>}
      >
        {jobId && (
          <JobProgress projectId={projectId} jobId={jobId} canCancel>
            {() => (
              <Flex gap={8} align="center" wrap style={{ marginTop: 8 }}>
                <DownloadButton type="primary" path={`/projects/${projectId}/report-workbooks/${jobId}`}>
                  下载
                </DownloadButton>
                <span>{EXPORT_DAYS} 天内可下载</span>
              </Flex>
            )}
          </JobProgress>
        )}
      </Modal>
    </>
  );
}
