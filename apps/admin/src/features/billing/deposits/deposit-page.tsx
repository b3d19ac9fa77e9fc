import { useQuery } from "@tanstack/react-query";
import type { DepositDetailDto, DepositMovementDto } from "@linli/contracts";
import {
  depositFileLabels,
  depositMovementLabels,
  depositObjectLabels,
  depositStateLabels,
} from "@linli/contracts/enums";
import { Alert, Table, Tabs } from "antd";
import { Link, useParams } from "react-router";
import { Attachments } from "../../../components/attachments";
import { DescriptionList } from "../../../components/description-list";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { StatusTag } from "../../../components/status-tag";
import { ThingTimeline } from "../../../components/thing-timeline";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useTab } from "../../../lib/use-tab";
import { DepositActions } from "./deposit-actions";
import { depositTones } from "./deposits-page";
import { depositQueries } from "./deposits.queries";

/** One deposit: who paid it for what, what became of it, and what can be done (BIL-84). */
export function DepositPage() {
  const { depositId = "" } = useParams();
  const query = useQuery(depositQueries.one(useProjectId(), depositId));
  return <QueryView query={query}>{(deposit) => <DepositView key={deposit.id} deposit={deposit} />}</QueryView>;
}

function DepositView({ deposit }: { deposit: DepositDetailDto }) {
  const [tab, setTab] = useTab("details");
  const mayWrite = useCan("billing:deposit");
  const linkTo = usePageLink();
  return (
    <>
      <PageHeader
        title={`押金 ${deposit.depositNo}`}
        back="billing/deposits"
        help="deposits"
        tags={<StatusTag value={deposit.state} labels={depositStateLabels} tones={depositTones} />}
        actions={<DepositActions deposit={deposit} />}
        figures={
          <>
            <StatCard title="押金（元）" value={<Money fen={deposit.amountFen} />} />
            <StatCard title="已收（元）" value={<Money fen={deposit.receivedFen} />} />
            <StatCard title="在押（元）" value={<Money fen={deposit.heldFen} />} />
          </>
        }
      />
      {deposit.state === "WAITING" && (
        <Alert
          type="info"
          showIcon
          className="form-note"
          title="还没有收取"
          description="在收银台打开这个房间或交纳人，押金列在应收里。"
        />
      )}
      {deposit.requestedFen > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={
            <>
              有 <Money fen={deposit.requestedFen} /> 元退款申请在办理，
              <Link to={linkTo("billing/refund-requests?source=DEPOSIT") ?? ""}>查看退款申请</Link>
            </>
          }
        />
      )}
      <Tabs
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden
        items={[
          { key: "details", label: "明细", children: <Details deposit={deposit} /> },
          {
            key: "files",
            label: "附件",
            children: (
              <Attachments ownerType="deposit" ownerId={deposit.id} kinds={depositFileLabels} canWrite={mayWrite} />
            ),
          },
          { key: "history", label: "历史", children: <ThingTimeline entity="deposit" entityId={deposit.id} /> },
        ]}
      />
    </>
  );
}

function Details({ deposit }: { deposit: DepositDetailDto }) {
  const linkTo = usePageLink();
  const link = (path: string, text: string) => {
    const to = linkTo(path);
    return to ? (
      <Link key={path} to={to}>
        {text}
      </Link>
    ) : (
      text
    );
  };
  return (
    <>
      <DescriptionList
        items={[
          ["房间", link(`property/rooms/${deposit.roomId}`, deposit.roomCode)],
          ["交纳人", link(`customer/customers/${deposit.payerId}`, deposit.payerName)],
          ["押金项目", deposit.feeItemName],
          ["用途", `${depositObjectLabels[deposit.object]}${deposit.objectRef ? `　${deposit.objectRef}` : ""}`],
          ["登记人", deposit.createdByName],
          ["备注", deposit.remark ?? "—"],
          [
            "可退",
            deposit.refundableReason ? `${deposit.refundable ? "是" : "否"}：${deposit.refundableReason}` : "否",
          ],
          [
            "收据",
            deposit.receipts.length === 0 ? (
              "—"
            ) : (
              <span key="receipts">
                {deposit.receipts.map(({ id, receiptNo }) => (
                  <span key={id}>{link(`billing/receipts/${id}`, receiptNo)}　</span>
                ))}
              </span>
            ),
          ],
        ]}
      />
      <Table<DepositMovementDto>
        size="small"
        style={{ marginTop: 16 }}
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={deposit.movements}
        locale={{ emptyText: "还没有扣除、转出或退还" }}
        columns={[
          { dataIndex: "bookedOn", title: "日期", className: "figures" },
          {
            key: "kind",
            title: "办理",
            render: (_v, { kind }) => <StatusTag value={kind} labels={depositMovementLabels} />,
          },
          {
            key: "amount",
            title: "金额（元）",
            align: "right",
            render: (_v, { amountFen }) => <Money fen={amountFen} />,
          },
          { dataIndex: "reason", title: "原因" },
          { key: "document", title: "单据号", render: (_v, { documentNo }) => documentNo ?? "—" },
          { dataIndex: "createdByName", title: "经办人" },
        ]}
      />
    </>
  );
}
