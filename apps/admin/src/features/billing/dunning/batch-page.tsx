import { useQuery } from "@tanstack/react-query";
import type { CursorQueryDto, DunningBatchDto, DunningBatchStepDto } from "@linli/contracts";
import { dunningChannelLabels, dunningDeliveryLabels, type DunningKind, dunningPapers } from "@linli/contracts/enums";
import { Button } from "antd";
import { useParams } from "react-router";
import { Can } from "../../../components/can";
import {
  actionsColumn,
  type Column,
  dateColumn,
  moneyColumn,
  statusColumn,
  textColumn,
} from "../../../components/columns";
import { ListTable } from "../../../components/list-table";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { PrintButton } from "../../../components/print-button";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { formatMoment } from "../../../lib/dates";
import { type LinkToPage, usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { dunningQueries } from "./dunning.queries";
import { DeliveryForm } from "./step-forms";

/** 催缴批次: what was issued, printed together, and what became of it. */
export function DunningBatchPage() {
  const { batchId = "" } = useParams();
  const query = useQuery(dunningQueries.batch(useProjectId(), batchId));
  return <QueryView query={query}>{(batch) => <Batch key={batch.id} batch={batch} />}</QueryView>;
}

function Batch({ batch }: { batch: DunningBatchDto }) {
  const projectId = useProjectId();
  const isBill = batch.kind === "BILL";
  return (
    <>
      <PageHeader
        title={`${batch.levelName} ${batch.onDay}`}
        back="billing/dunning/batches"
        help="dunning"
        tags={<StatusTag value={batch.channel} labels={dunningChannelLabels} />}
        description={`${batch.createdByName} 于 ${formatMoment(batch.createdAt)} 发出`}
        figures={
          <>
            <StatCard title={isBill ? "账单金额（元）" : "催缴金额（元）"} value={<Money fen={batch.amountFen} />} />
            <StatCard title="户数" value={batch.steps} hint={`${isBill ? "未送" : "未催"} ${batch.skipped} 户`} />
            <StatCard
              title="已登记送达"
              value={batch.delivered}
              hint={isBill ? "账单不是催款，不影响诉讼时效" : "能证明的送达使诉讼时效重新计算"}
            />
          </>
        }
        actions={
          <Can do="billing:dun">
            <Button href={`/p/${projectId}/billing/dunning/print?batchId=${batch.id}`} target="_blank">
              预览打印
            </Button>
            <PrintButton path={`/projects/${projectId}/dunning-notices/pdf?batchId=${batch.id}`} type="primary">
              {`打印 ${batch.steps} 份`}
            </PrintButton>
          </Can>
        }
      />
      <Steps batchId={batch.id} kind={batch.kind} />
    </>
  );
}

function Steps({ batchId, kind }: { batchId: string; kind: DunningKind }) {
  const list = dunningQueries.batchSteps(useProjectId(), batchId);
  const table = useListTable({ list: (query: CursorQueryDto) => list(query), paging: "cursor", keep: "memory" });
  return (
    <ListTable
      name="dunning-batch-steps"
      table={table}
      columns={columnsOf(usePageLink(), kind)}
      empty={`没有${dunningPapers[kind].title}。`}
    />
  );
}

const columnsOf = (linkTo: LinkToPage, kind: DunningKind): Column<DunningBatchStepDto>[] => [
  textColumn("stepNo", dunningPapers[kind].number),
  textColumn("roomCode", "房号", { to: ({ roomId, payerId }) => linkTo(`billing/dunning/cases/${roomId}/${payerId}`) }),
  textColumn("payerName", "收费对象"),
  textColumn("mobileMasked", "电话"),
  moneyColumn("amountFen", kind === "BILL" ? "账单（元）" : "催缴（元）"),
  moneyColumn("openFen", "现在还欠（元）"),
  dateColumn("deliveredOn", "送达日"),
  statusColumn("how", "送达结果", dunningDeliveryLabels, {
    SIGNED: "good",
    LEFT: "good",
    POSTED: "good",
    ELECTRONIC: "good",
    PUBLISHED: "good",
    RETURNED: "warning",
    UNREACHED: "warning",
  }),
  { key: "text", title: "内容", hidden: true, render: (_value, { text }) => text },
  actionsColumn(
    (row) =>
      row.voidedOn ? (
        "已作废"
      ) : (
        <Can do="billing:dun">
          <DeliveryForm
            stepId={row.id}
            stepNo={row.stepNo}
            kind={kind}
            trigger={
              <Button type="link" size="small">
                登记送达
              </Button>
            }
          />
        </Can>
      ),
    110,
  ),
];
