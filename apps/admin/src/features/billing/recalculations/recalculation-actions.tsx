import { useMutation } from "@tanstack/react-query";
import type { RecalculationDto } from "@linli/contracts";
import { Button } from "antd";
import { Link, useNavigate } from "react-router";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { DownloadButton } from "../../../components/download-button";
import { formatFen } from "../../../lib/money";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { discardRecalculation, recalculationFilePath, submitRecalculation } from "./recalculations.queries";

/** What can be done with a recalculation where it stands. */
export function RecalculationActions({ recalculation }: { recalculation: RecalculationDto }) {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const { id, status, approvalId, lineCount, blockedCount } = recalculation;
  const approval = status === "PENDING" && approvalId ? linkTo(`approvals?approval=${approvalId}`) : undefined;
  return (
    <>
      {lineCount + blockedCount > 0 && (
        <DownloadButton path={recalculationFilePath(projectId, id)}>下载差异清单</DownloadButton>
      )}
      {approval && (
        <Link to={approval}>
          <Button tabIndex={-1}>查看审批</Button>
        </Link>
      )}
      <Can do="billing:recalculate">
        {(status === "COMPUTED" || (status === "FAILED" && approvalId === null)) && <Discard id={id} />}
        {status === "COMPUTED" && <Submit recalculation={recalculation} />}
      </Can>
    </>
  );
}

function Submit({ recalculation: { id, lineCount, oldFen, newFen } }: { recalculation: RecalculationDto }) {
  const { mutateAsync } = useMutation(submitRecalculation(useProjectId(), id));
  return (
    <ConfirmButton
      type="primary"
      disabled={lineCount === 0}
      title={`提交 ${lineCount.toLocaleString("en-US")} 项重算？`}
      content={`未缴账单 ${formatFen(oldFen)} 元将改为 ${formatFen(newFen)} 元。由另一人审批，通过后红冲原账单并重新出账；在此之前不改动任何账单。`}
      okText="提交审批"
      onConfirm={() => mutateAsync()}
    >
      提交审批
    </ConfirmButton>
  );
}

function Discard({ id }: { id: string }) {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(discardRecalculation(projectId));
  return (
    <ConfirmButton
      title="作废这份差异清单？"
      content="清单会删除，账单不受影响。"
      okText="作废"
      danger
      onConfirm={() => mutateAsync(id).then(() => navigate(`/p/${projectId}/billing/recalculations`))}
    >
      作废
    </ConfirmButton>
  );
}
