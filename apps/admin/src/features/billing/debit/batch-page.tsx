import { useMutation, useQuery } from "@tanstack/react-query";
import type { DebitBatchDetailDto } from "@linli/contracts";
import {
  debitActionLabels,
  debitBatchStatusLabels,
  debitExclusionLabels,
  debitReasonLabels,
} from "@linli/contracts/enums";
import { Button, Tabs } from "antd";
import { useParams } from "react-router";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { DescriptionList } from "../../../components/description-list";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { ThingTimeline } from "../../../components/thing-timeline";
import { formatMoment } from "../../../lib/dates";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { WithReason } from "./agreement-actions";
import { BatchExclusions, BatchLines } from "./batch-lines";
import { MakeBatch } from "./batches-page";
import { Credits } from "./credits";
import { debitQueries, exportBatch, remakeBatch, voidBatch } from "./debit.queries";
import { batchTones } from "./debit-words";
import { UploadReturn } from "./upload-return";

/** One batch: what is asked for, what the bank answered, what the statement says. */
export function BatchPage() {
  const { batchId = "" } = useParams();
  const query = useQuery(debitQueries.batch(useProjectId(), batchId));
  return <QueryView query={query}>{(batch) => <Batch batch={batch} />}</QueryView>;
}

function Batch({ batch }: { batch: DebitBatchDetailDto }) {
  return (
    <>
      <PageHeader
        title={`托收批次 ${batch.batchNo}`}
        help="debit"
        back="billing/debit/batches"
        tags={<StatusTag value={batch.status} labels={debitBatchStatusLabels} tones={batchTones} />}
        actions={<Actions batch={batch} />}
      />
      <div className="card-grid">
        <StatCard title="应扣" value={<Money fen={batch.amountFen} />} hint={askedFor(batch)} />
        <StatCard title="扣到" value={<Money fen={batch.collectedFen} />} hint={`${batch.succeededCount} 笔`} />
        <StatCard title="失败" value={<Money fen={batch.failedFen} />} hint={`${batch.failedCount} 笔`} />
        <StatCard title="部分扣款的余额" value={<Money fen={batch.shortFen} />} hint="仍然欠着" />
        <StatCard
          title="银行没有答复"
          value={<Money fen={batch.inProcessFen} />}
          hint={`${batch.inProcessCount} 笔，应收锁定`}
        />
      </div>
      <Facts batch={batch} />
      <Tabs
        items={[
          { key: "lines", label: "明细", children: <BatchLines batch={batch} /> },
          { key: "out", label: `没有进入批次（${batch.excludedCount}）`, children: <BatchExclusions batch={batch} /> },
          { key: "credits", label: "银行对账", children: <Credits batch={batch} /> },
          { key: "history", label: "历史", children: <ThingTimeline entity="debit-batch" entityId={batch.id} /> },
        ]}
      />
    </>
  );
}

const askedFor = ({ lineCount, lateFeeFen }: DebitBatchDetailDto): string =>
  lateFeeFen > 0
    ? `${lineCount} 笔；另有违约金 ${formatFen(lateFeeFen)} 元，导出时入账，在限额内一并划扣`
    : `${lineCount} 笔`;

function Actions({ batch }: { batch: DebitBatchDetailDto }) {
  const projectId = useProjectId();
  const remake = useMutation(remakeBatch(projectId, batch.id));
  const exporting = useMutation(exportBatch(projectId, batch));
  const voiding = useMutation(voidBatch(projectId, batch.id));
  const { status, batchNo, lineCount, amountFen } = batch;
  return (
    <Can do="billing:debit">
      {status === "DRAFT" && (
        <ConfirmButton
          title="按现在的账重新生成明细？"
          content="草稿里的明细会重新计算，人工剔除的仍然不进入。"
          onConfirm={() => remake.mutateAsync()}
        >
          重新生成
        </ConfirmButton>
      )}
      {status !== "VOID" && lineCount > 0 && (
        <Button
          type={status === "DRAFT" ? "primary" : "default"}
          loading={exporting.isPending}
          title={status === "DRAFT" ? `${lineCount} 笔，共 ${formatFen(amountFen)} 元；导出后应收锁定` : undefined}
          onClick={() => exporting.mutate()}
        >
          {status === "DRAFT" ? "导出报盘" : "再次下载报盘"}
        </Button>
      )}
      {status === "EXPORTED" && <UploadReturn batch={batch} />}
      {(status === "RETURNED" || status === "PARTIAL") && <MakeBatch retryOf={batch} />}
      {(status === "DRAFT" || status === "EXPORTED") && (
        <WithReason
          title={`作废批次 ${batchNo}`}
          danger
          onFinish={voiding.mutateAsync}
          trigger={<Button danger>作废</Button>}
        />
      )}
    </Can>
  );
}

function Facts({ batch }: { batch: DebitBatchDetailDto }) {
  return (
    <DescriptionList
      items={[
        ["方案", batch.schemeName],
        ["应缴截止日", batch.dueUntil],
        batch.retryOfNo !== null && ["再次扣款自", batch.retryOfNo],
        batch.exportedAt !== null && ["导出", `${formatMoment(batch.exportedAt)}，共导出 ${batch.exportCount} 次`],
        batch.fileHash !== null && ["文件", `${batch.fileName}，SHA-256 ${batch.fileHash.slice(0, 16)}…`],
        batch.returnedAt !== null && ["回盘", formatMoment(batch.returnedAt)],
        batch.reasons.length > 0 && [
          "没有扣到的原因",
          batch.reasons
            .map(
              ({ reason, count, action }) => `${debitReasonLabels[reason]} ${count} 笔（${debitActionLabels[action]}）`,
            )
            .join("；"),
        ],
        batch.exclusions.length > 0 && [
          "没有进入批次",
          batch.exclusions.map(({ reason, count }) => `${debitExclusionLabels[reason]} ${count} 笔`).join("；"),
        ],
        batch.remark !== null && ["备注", batch.remark],
      ]}
    />
  );
}
