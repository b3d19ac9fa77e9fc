import type { OffsetLineDto, OffsetRoomDto } from "@linli/contracts";
import { offsetReasonLabels } from "@linli/contracts/enums";
import { Empty, Table } from "antd";
import { Link } from "react-router";
import { Money } from "../../../components/money";
import { StatusTag } from "../../../components/status-tag";
import { usePageLink } from "../../../lib/page-links";
import { WhyAmount } from "../why-amount";

/** Rooms of a preview; a row opens into its bills in the order in which they are offset. */
export function OffsetRooms({ rooms }: { rooms: OffsetRoomDto[] }) {
  const linkTo = usePageLink();
  if (rooms.length === 0) return <Empty description="没有预收余额可以冲抵" />;
  return (
    <Table<OffsetRoomDto>
      size="small"
      rowKey={({ roomId, customerId }) => `${roomId} ${customerId}`}
      pagination={rooms.length > 50 && { pageSize: 50, showSizeChanger: false }}
      scroll={{ x: "max-content" }}
      dataSource={rooms}
      expandable={{
        expandedRowRender: ({ lines }) => <Lines lines={lines} />,
        rowExpandable: ({ lines }) => lines.length > 0,
        defaultExpandedRowKeys: rooms
          .filter(({ lines }) => lines.length > 0)
          .slice(0, 5)
          .map(({ roomId, customerId }) => `${roomId} ${customerId}`),
      }}
      columns={[
        {
          key: "room",
          title: "房号",
          render: (_v, { roomId, roomCode }) => {
            const to = linkTo(`property/rooms/${roomId}?tab=receipts`);
            return to ? <Link to={to}>{roomCode}</Link> : roomCode;
          },
        },
        { dataIndex: "customerName", title: "收费对象" },
        {
          key: "balances",
          title: "余额：冲抵前 → 冲抵后",
          render: (_v, { balances }) =>
            balances.map(({ feeItemName, beforeFen, afterFen }) => (
              <div key={feeItemName ?? ""}>
                {feeItemName ?? "通用"} <Money fen={beforeFen} /> → <Money fen={afterFen} />
              </div>
            )),
        },
        {
          key: "offset",
          title: "冲抵（元）",
          align: "right",
          render: (_v, row) => <Money fen={row.offsetFen} strong />,
        },
      ]}
    />
  );
}

function Lines({ lines }: { lines: OffsetLineDto[] }) {
  return (
    <Table<OffsetLineDto>
      size="small"
      rowKey="chargeId"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={lines}
      locale={{ emptyText: "没有欠费" }}
      columns={[
        { key: "place", title: "顺序", render: (_v, _row, index) => index + 1 },
        { dataIndex: "period", title: "月份", className: "figures" },
        { dataIndex: "feeItemName", title: "收费项目" },
        { key: "days", title: "费用起止", render: (_v, row) => `${row.serviceFrom} 至 ${row.serviceTo}` },
        {
          key: "open",
          title: "未缴",
          align: "right",
          render: (_v, row) => <WhyAmount chargeId={row.chargeId} fen={row.openFen} />,
        },
        { key: "item", title: "用专用", align: "right", render: (_v, row) => <Money fen={row.fromItemFen} /> },
        { key: "general", title: "用通用", align: "right", render: (_v, row) => <Money fen={row.fromGeneralFen} /> },
        { key: "left", title: "仍欠", align: "right", render: (_v, row) => <Money fen={row.leftFen} /> },
        {
          key: "reason",
          title: "说明",
          render: (_v, { reason }) =>
            reason ? <StatusTag value={reason} labels={offsetReasonLabels} tones={{ PART: "warning" }} /> : "抵清",
        },
      ]}
    />
  );
}
