import { useMutation, useQuery } from "@tanstack/react-query";
import type { OnlineDifferenceDto, OnlineStatementDetailDto, SettleOnlineDifferenceDto } from "@linli/contracts";
import { onlineDifferenceKindLabels, onlineLineKindLabels } from "@linli/contracts/enums";
import { Button, Flex, Input, Table } from "antd";
import { Link, useParams } from "react-router";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { StatCard } from "../../../components/stat-card";
import { formatMoment } from "../../../lib/dates";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { askDifference, fetchStatement, onlineQueries, settleDifference } from "./online.queries";

/** One day of a channel: its sums, and every line that does not stand on both sides. */
export function StatementPage() {
  const { statementId = "" } = useParams();
  const query = useQuery(onlineQueries.statement(useProjectId(), statementId));
  return <QueryView query={query}>{(statement) => <Statement statement={statement} />}</QueryView>;
}

function Statement({ statement }: { statement: OnlineStatementDetailDto }) {
  const { id, channelId, channelName, day, differences } = statement;
  const again = useMutation(fetchStatement(useProjectId()));
  return (
    <>
      <PageHeader
        title={`${channelName} ${day}`}
        help="online-payments"
        back="billing/online/statements"
        description={`核对：${statement.fetchedByName}，${formatMoment(statement.fetchedAt)}`}
        actions={
          <Can do="billing:shifts">
            <Button loading={again.isPending} onClick={() => again.mutate({ channelId, day })}>
              再次核对
            </Button>
          </Can>
        }
      />
      <div className="card-grid">
        <StatCard title="渠道支付" value={<Money fen={statement.paymentFen} />} hint={`${statement.paymentCount} 笔`} />
        <StatCard title="渠道退款" value={<Money fen={statement.refundFen} />} hint={`${statement.refundCount} 笔`} />
        <StatCard title="差异" value={statement.differenceCount} hint={`${statement.openCount} 笔未处理`} />
      </div>
      <Table<OnlineDifferenceDto>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={differences}
        locale={{ emptyText: "逐笔相符，没有差异。" }}
        columns={[
          { title: "差异", render: (_v, { kind }) => onlineDifferenceKindLabels[kind] },
          { title: "类型", render: (_v, { line }) => onlineLineKindLabels[line] },
          { title: "订单", render: (_v, difference) => <OrderLink difference={difference} /> },
          { title: "交易号或退款号", dataIndex: "reference" },
          { title: "本系统（元）", align: "right", render: (_v, { oursFen }) => <Sum fen={oursFen} /> },
          { title: "渠道（元）", align: "right", render: (_v, { theirsFen }) => <Sum fen={theirsFen} /> },
          { title: "处理", render: (_v, difference) => <Settled statementId={id} difference={difference} /> },
        ]}
      />
    </>
  );
}

const Sum = ({ fen }: { fen: number | null }) => (fen === null ? "—" : <Money fen={fen} />);

function OrderLink({ difference: { orderId, orderNo } }: { difference: OnlineDifferenceDto }) {
  const href = usePageLink()(`billing/online/orders/${orderId}`);
  if (orderNo === null) return "不是本系统的订单";
  return href ? <Link to={href}>{orderNo}</Link> : orderNo;
}

/** How a difference was settled, or the ways to do it. */
function Settled({ statementId, difference }: { statementId: string; difference: OnlineDifferenceDto }) {
  const projectId = useProjectId();
  const { id, orderId, reference, note, settledByName, settledAt } = difference;
  const ask = useMutation(askDifference(projectId, statementId, id));
  const settle = useMutation(settleDifference(projectId, statementId, id));
  if (note !== null) return `${note}（${settledByName}，${settledAt === null ? "" : formatMoment(settledAt)}）`;
  return (
    <Can do="billing:shifts">
      <Flex gap={4}>
        {orderId !== null && (
          <Button size="small" loading={ask.isPending} onClick={() => ask.mutate()}>
            向渠道查询
          </Button>
        )}
        <FormDialog<SettleOnlineDifferenceDto>
          name={`settle-difference-${id}`}
          kind="modal"
          title={`说明差异 ${reference}`}
          dto="SettleOnlineDifferenceDto"
          note="写明原因或已经怎样处理，如红冲了哪张收据；不改变任何账目。"
          trigger={<Button size="small">说明</Button>}
          onFinish={settle.mutateAsync}
        >
          <Field name="note">
            <Input.TextArea rows={2} maxLength={200} />
          </Field>
        </FormDialog>
      </Flex>
    </Can>
  );
}
