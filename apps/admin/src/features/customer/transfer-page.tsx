import { useQuery } from "@tanstack/react-query";
import type { TransferDetailDto } from "@linli/contracts";
import { transferStatusLabels } from "@linli/contracts/enums";
import { Card, Steps } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { StatusTag } from "../../components/status-tag";
import { ThingTimeline } from "../../components/thing-timeline";
import { formatMoment } from "../../lib/dates";
import { usePageLink } from "../../lib/page-links";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { useIsNarrow } from "../../lib/use-is-narrow";
import "./customer.css";
import { TransferDone } from "./transfer-done";
import { TransferFinish } from "./transfer-finish";
import { TransferInfo } from "./transfer-info";
import { TransferOwners } from "./transfer-owners";
import { TransferRoomState } from "./transfer-room-state";
import { TransferSettlement } from "./transfer-settlement";
import { TransferSummary } from "./transfer-summary";
import { transferQueries } from "./transfers.queries";
import { transferTones } from "./transfers.words";

const STEPS = ["房屋现状", "过户信息", "新业主", "结算", "确认"] as const;

/** 房屋过户 (SCN-07) as a flow of steps that can be left and resumed; once it is over, what it did. */
export function TransferPage() {
  const { transferId = "" } = useParams();
  const query = useQuery(transferQueries.one(useProjectId(), transferId));
  return <QueryView query={query}>{(transfer) => <TransferView transfer={transfer} />}</QueryView>;
}

function TransferView({ transfer }: { transfer: TransferDetailDto }) {
  const { status, roomId, roomCode, number, createdByName, createdAt } = transfer;
  const linkTo = usePageLink();
  const roomPage = linkTo(`property/rooms/${roomId}`);
  const isOver = status === "COMPLETED" || status === "CANCELLED";
  return (
    <>
      <PageHeader
        title={`过户 ${number}`}
        back="customer/transfers"
        help="transfers"
        tags={<StatusTag value={status} labels={transferStatusLabels} tones={transferTones} />}
        description={
          <>
            房间 {roomPage ? <Link to={roomPage}>{roomCode}</Link> : roomCode}，{createdByName} 于{" "}
            {formatMoment(createdAt)} 开始办理
          </>
        }
      />
      {isOver ? <TransferDone transfer={transfer} /> : <Flow transfer={transfer} />}
      <Card size="small" title="办理记录" className="transfer-history">
        <ThingTimeline entity="transfer" entityId={transfer.id} />
      </Card>
    </>
  );
}

/** The steps; where one stands is in the address, so that a link sent to a colleague opens the same. */
function Flow({ transfer }: { transfer: TransferDetailDto }) {
  const [params, setParams] = useSearchParams();
  const isNarrow = useIsNarrow();
  const mayWrite = useCan("customer:transfer");
  const canEdit = transfer.status === "DRAFT" && mayWrite;
  const first = transfer.status === "DRAFT" ? 0 : 4;
  const step = Math.min(4, Math.max(0, Number(params.get("step") ?? first) || 0));
  const go = (next: number) => setParams({ step: String(next) }, { replace: true });
  const next = () => go(step + 1);
  return (
    <>
      <Steps
        className="transfer-steps"
        size="small"
        current={step}
        onChange={go}
        orientation={isNarrow ? "vertical" : "horizontal"}
        responsive={false}
        items={STEPS.map((title) => ({ title, status: undefined }))}
      />
      {step === 0 && <TransferRoomState transfer={transfer} onNext={next} />}
      {step === 1 &&
        (canEdit ? <TransferInfo transfer={transfer} onNext={next} /> : <TransferSummary transfer={transfer} />)}
      {step === 2 &&
        (canEdit ? <TransferOwners transfer={transfer} onNext={next} /> : <TransferSummary transfer={transfer} />)}
      {step === 3 && <TransferSettlement transfer={transfer} onNext={next} />}
      {step === 4 && <TransferFinish transfer={transfer} />}
    </>
  );
}
