import type { DunningCaseDetailDto } from "@linli/contracts";
import { Button } from "antd";
import { Link } from "react-router";
import { PrintButton } from "../../../components/print-button";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { LawsuitForm, PauseForm, PromiseForm } from "./case-forms";
import { StepForm } from "./step-forms";

/** What can be done about a case. */
export function CaseActions({ one }: { one: DunningCaseDetailDto }) {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const { roomId, payerId, openFen } = one;
  const place = { projectId, roomId, payerId };
  const issueTo = linkTo(`billing/dunning/batches/new?roomId=${roomId}&payerId=${payerId}`);
  return (
    <>
      <PrintButton path={`/projects/${projectId}/dunning-cases/${roomId}/${payerId}/evidence`}>证据包</PrintButton>
      {openFen > 0 && (
        <>
          <PauseForm place={place} trigger={<Button>暂停催缴</Button>} />
          <LawsuitForm place={place} trigger={<Button>登记诉讼</Button>} />
          <PromiseForm place={place} openFen={openFen} trigger={<Button>登记承诺</Button>} />
          {issueTo && (
            <Link to={issueTo}>
              <Button tabIndex={-1}>发催款单</Button>
            </Link>
          )}
        </>
      )}
      <StepForm place={place} trigger={<Button type="primary">登记催缴</Button>} />
    </>
  );
}
