import { useMutation, useQuery } from "@tanstack/react-query";
import type { HeadcountDto, MeterDto, RoomDto, SaveHeadcountDto } from "@linli/contracts";
import { meterKindLabels, meterStatusLabels } from "@linli/contracts/enums";
import { Button, Input, InputNumber, Table, type TableColumnType } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { today } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { CreateMeterForm } from "./meter-forms";
import { addHeadcount, meterQueries } from "./meters.queries";
import { RecordReadingForm } from "./reading-forms";

/** 仪表: the meters of a room, and how many people its tiers are made for. */
export function RoomMeters({ room }: { room: RoomDto }) {
  const projectId = useProjectId();
  const query = useQuery(meterQueries.ofRoom(projectId, room.id));
  return (
    <QueryView query={query}>
      {({ meters, headcounts }) => (
        <>
          <div className="section-head">
            <h2>表具</h2>
            <Can do="billing:meters">
              <CreateMeterForm roomId={room.id} trigger={<Button>登记表具</Button>} />
            </Can>
          </div>
          <Table<MeterDto>
            size="small"
            rowKey="id"
            columns={columns(projectId, room.id)}
            dataSource={meters}
            pagination={false}
            scroll={{ x: "max-content" }}
            locale={{ emptyText: "这个房间还没有表具" }}
          />
          <div className="section-head">
            <h2>家庭人口</h2>
            <Can do="billing:meters">
              <AddHeadcount roomId={room.id} />
            </Can>
          </div>
          <Table<HeadcountDto>
            size="small"
            rowKey="id"
            columns={headcountColumns}
            dataSource={headcounts}
            pagination={false}
            scroll={{ x: "max-content" }}
            locale={{ emptyText: "没有登记人数，阶梯按基准人数计算" }}
          />
        </>
      )}
    </QueryView>
  );
}

const columns = (projectId: string, roomOfPage: string): TableColumnType<MeterDto>[] => [
  {
    key: "no",
    title: "表号",
    render: (_value, { id, no }) => (
      <Link to={`/p/${projectId}/billing/meters/${id}`} className="figures nowrap">
        {no}
      </Link>
    ),
  },
  { key: "kind", title: "表类", render: (_value, { kind }) => meterKindLabels[kind] },
  { key: "position", title: "位置", render: (_value, { position }) => position ?? "—" },
  {
    key: "rate",
    title: "收费标准",
    render: (_value, { rateName, feeItemName, status, roomId }) => {
      if (roomId !== roomOfPage) return "—";
      if (feeItemName === null) return "不计费";
      return rateName ?? (status === "ACTIVE" ? <span className="tone tone-warning">{feeItemName}未绑定</span> : "—");
    },
  },
  { key: "multiplier", title: "倍率", align: "right", dataIndex: "multiplier", className: "figures" },
  { key: "lastReading", title: "最近读数", align: "right", dataIndex: "lastReading", className: "figures" },
  { key: "lastReadOn", title: "抄表日期", dataIndex: "lastReadOn", className: "figures nowrap" },
  {
    key: "status",
    title: "状态",
    render: (_value, { status, roomId, roomCode }) =>
      roomId === roomOfPage ? (
        <StatusTag value={status} labels={meterStatusLabels} tones={{ ACTIVE: "good" }} />
      ) : (
        // moved on with a split or merge; the readings taken here stay here
        <Link to={`/p/${projectId}/property/rooms/${roomId}?tab=meters`}>已转到 {roomCode}</Link>
      ),
  },
  {
    key: "actions",
    title: "操作",
    render: (_value, meter) =>
      meter.status === "ACTIVE" &&
      meter.roomId === roomOfPage && (
        <Can do="billing:meters">
          <RecordReadingForm
            meter={meter}
            trigger={
              <Button type="link" className="inline-button">
                登记读数
              </Button>
            }
          />
        </Can>
      ),
  },
];

const headcountColumns: TableColumnType<HeadcountDto>[] = [
  { key: "span", title: "日期", render: (_value, { startsOn, endsOn }) => `${startsOn} 至 ${endsOn ?? "今后"}` },
  { key: "persons", title: "人数", align: "right", dataIndex: "persons" },
  { key: "proof", title: "登记依据", dataIndex: "proof" },
  { key: "by", title: "登记人", dataIndex: "createdByName" },
];

function AddHeadcount({ roomId }: { roomId: string }) {
  const { mutateAsync } = useMutation(addHeadcount(useProjectId(), roomId));
  return (
    <FormDialog<SaveHeadcountDto>
      name="add-headcount"
      title="登记家庭人口"
      dto="SaveHeadcountDto"
      kind="modal"
      trigger={<Button>登记人数</Button>}
      initialValues={{ startsOn: today() }}
      note="阶梯价按人数放宽的标准，从这一天起按新的人数计算；以前的账单不变。"
      onFinish={mutateAsync}
    >
      <Field name="startsOn">
        <DateInput />
      </Field>
      <Field name="persons">
        <InputNumber precision={0} min={1} max={50} suffix="人" style={{ width: "100%" }} />
      </Field>
      <Field name="proof">
        <Input placeholder="例如：户口簿 6 人" />
      </Field>
    </FormDialog>
  );
}
