import { useQuery } from "@tanstack/react-query";
import { EXPORT_DAYS, exportKindLabels } from "@linli/contracts/enums";
import { Alert, Button, Flex, Modal } from "antd";
import { Link } from "react-router";
import { DownloadButton } from "../../components/download-button";
import { JobProgress } from "../../components/job-progress";
import { QueryView } from "../../components/query-view";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { exportFilePath, exportQueries } from "./exports.queries";

/** An export on its way: progress, then the file; or that it waits for approval. Closing loses nothing: 导出记录 has it. */
export function ExportResult({ exportId, onClose }: { exportId: string; onClose: () => void }) {
  const projectId = useProjectId();
  const query = useQuery(exportQueries.one(projectId, exportId));
  const linkTo = usePageLink();
  const register = linkTo("exports");
  return (
    <Modal
      open
      title="导出"
      onCancel={onClose}
      footer={
        <Flex gap={8} justify="end">
          {register && (
            <Link to={register}>
              <Button tabIndex={-1}>导出记录</Button>
            </Link>
          )}
          <Button onClick={onClose}>关闭</Button>
        </Flex>
      }
    >
      <QueryView query={query}>
        {({ number, kind, status, jobId, rows, canDownload }) => (
          <Flex vertical gap={12}>
            {status === "PENDING" && (
              <Alert
                type="info"
                showIcon
                title={`${number} 已提交审批`}
                description="另一人批准后在后台生成文件，可在“导出记录”里下载。"
              />
            )}
            {jobId && <JobProgress projectId={projectId} jobId={jobId} canCancel onDone={() => void query.refetch()} />}
            {canDownload && (
              <Flex gap={8} align="center" wrap>
                <DownloadButton
                  type="primary"
                  path={exportFilePath(projectId, exportId)}
                  fileName={`${exportKindLabels[kind]}-${number}.xlsx`}
                >
                  下载
                </DownloadButton>
                <span>
                  {number}，<span className="figures">{rows.toLocaleString("en-US")}</span> 行，{EXPORT_DAYS} 天内可下载
                </span>
              </Flex>
            )}
          </Flex>
        )}
      </QueryView>
    </Modal>
  );
}
