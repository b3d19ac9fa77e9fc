import type { TransferDetailDto } from "@linli/contracts";
import { transferSideLabels, type TransferSide } from "@linli/contracts/enums";
import { Alert, Button, Flex } from "antd";
import { Link } from "react-router";
import { Can } from "../../components/can";
import { PrintButton } from "../../components/print-button";
import { formatMoment } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { TransferSettlement } from "./transfer-settlement";
import { TransferSummary } from "./transfer-summary";

const sides = Object.entries(transferSideLabels) as [TransferSide, string][];

/** A transfer that is over: what it did, for ever; the sheets of both sides. */
export function TransferDone({ transfer }: { transfer: TransferDetailDto }) {
  const projectId = useProjectId();
  const { id, status, completedAt, completedByName, cancelReason } = transfer;
  if (status === "CANCELLED")
    return (
      <>
        <Alert type="warning" showIcon className="form-note" title={`已作废：${cancelReason ?? ""}`} />
        <TransferSummary transfer={transfer} />
      </>
    );
  return (
    <>
      <Alert
        type="success"
        showIcon
        className="form-note"
        title={`${completedByName} 于 ${completedAt ? formatMoment(completedAt) : ""} 办结`}
        description={
          <Flex gap={8} wrap>
            {sides.map(([side, label]) => (
              <Link key={side} to={`/p/${projectId}/customer/transfers/${id}/print/${side}`} target="_blank">
                <Button tabIndex={-1}>{label}结算单</Button>
              </Link>
            ))}
            <Can do="customer:transfer">
              {sides.map(([side, label]) => (
                <PrintButton key={side} path={`/projects/${projectId}/transfers/${id}/sheets/${side}/pdf`} body={{}}>
                  {label}结算单 PDF
                </PrintButton>
              ))}
            </Can>
          </Flex>
        }
      />
      <TransferSettlement transfer={transfer} />
      <TransferSummary transfer={transfer} />
    </>
  );
}
