import { useQuery } from "@tanstack/react-query";
import type { ProposeRoomChargesDto, RoomChargePreviewDto, RoomChargesPreviewDto } from "@linli/contracts";
import { chargeSkipLabels } from "@linli/contracts/enums";
import { Alert, Card, Form, Skeleton, Table, type TableColumnType } from "antd";
import { ErrorNote } from "../../../components/error-note";
import { Money, Quantity } from "../../../components/money";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { useSettled } from "../../../lib/use-settled";
import "../charging.css";
import { roomChargesQueries } from "./charge-batches.queries";
import { type RoomChargesForm, toProposal } from "./room-charges-form";

/** What charging would do, room by room; follows the form. */
export function RoomChargesPreview() {
  const form = Form.useFormInstance<RoomChargesForm>();
  const values = useSettled(Form.useWatch((all: RoomChargesForm) => all, form));
  const proposal = toProposal(values);
  if (proposal === null)
    return (
      <Card size="small" title="预览" className="section-card">
        <span className="unsaved-hint">填好项目、金额和日期后，这里逐间列出金额、收费对象或不能收费的原因。</span>
      </Card>
    );
  return <Preview proposal={proposal} skips={values?.skipRooms === true} />;
}

function Preview({ proposal, skips }: { proposal: ProposeRoomChargesDto; skips: boolean }) {
  const { data, error, refetch, isFetching } = useQuery(roomChargesQueries.preview(useProjectId(), proposal));
  if (error && !isFetching) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  return (
    <Card
      size="small"
      className="section-card"
      title={`预览：将登记 ${data.createCount} 笔，共 ${formatFen(data.amountFen)} 元`}
    >
      <Notes preview={data} skips={skips} />
      <Table<RoomChargePreviewDto>
        size="small"
        rowKey="roomId"
        columns={
          proposal.basis === "AREA" ? [...roomColumns, areaColumn, ...otherColumns] : [...roomColumns, ...otherColumns]
        }
        dataSource={data.rows}
        loading={isFetching && { delay: 300 }}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: "所选范围里没有在用的房间" }}
      />
    </Card>
  );
}

function Notes({ preview, skips }: { preview: RoomChargesPreviewDto; skips: boolean }) {
  const { createCount, skippedCount, rows } = preview;
  return (
    <>
      {skippedCount > 0 && (
        <Alert
          type={skips ? "info" : "warning"}
          showIcon
          className="form-note"
          title={
            skips ? `${skippedCount} 间不能收费，将跳过` : `${skippedCount} 间不能收费：请先按原因处理，或勾选跳过`
          }
        />
      )}
      {createCount + skippedCount > rows.length && (
        <p className="difference-note">
          共 {createCount + skippedCount} 间，下面列出前 {rows.length} 间（不能收费的在前）。
        </p>
      )}
    </>
  );
}

const roomColumns: TableColumnType<RoomChargePreviewDto>[] = [
  { key: "roomCode", title: "房号", dataIndex: "roomCode" },
  { key: "roomName", title: "房间", dataIndex: "roomName" },
];
const areaColumn: TableColumnType<RoomChargePreviewDto> = {
  key: "area",
  title: "计费面积（m²）",
  align: "right",
  render: (_value, { area }) => <Quantity value={area} />,
};
const otherColumns: TableColumnType<RoomChargePreviewDto>[] = [
  { key: "payerName", title: "收费对象", render: (_value, { payerName }) => payerName ?? "—" },
  {
    key: "amountFen",
    title: "金额（元）",
    align: "right",
    render: (_value, { amountFen }) => <Money fen={amountFen} />,
  },
  {
    key: "outcome",
    title: "结果",
    render: (_value, { skip }) =>
      skip ? (
        <span className="tone tone-warning">不收：{chargeSkipLabels[skip]}</span>
      ) : (
        <span className="tone tone-good">将登记</span>
      ),
  },
];
