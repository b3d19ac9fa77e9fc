import { useMutation, useQuery } from "@tanstack/react-query";
import type { MeterDto, MeterQueryDto, MeterSettingsDto } from "@linli/contracts";
import { meterKindLabels, meterPlaceLabels, meterStatusLabels } from "@linli/contracts/enums";
import { Button, InputNumber } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { type Column, statusColumn, textColumn } from "../../../components/columns";
import { PeriodPicker } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListPage } from "../../../components/list-page";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { BuildingSelect } from "../../property/building-select";
import { ImportMeters } from "./import-meters";
import { CreateMeterForm } from "./meter-forms";
import { placeOf } from "./meter-words";
import { meterQueries, saveMeterSettings } from "./meters.queries";

const filters = [
  { name: "q", label: "表号或房号", placeholder: "表号、房号或位置", width: 180 },
  { name: "kind", label: "表类", labels: meterKindLabels, width: 110 },
  { name: "place", label: "归属", labels: meterPlaceLabels, width: 110 },
  { name: "status", label: "状态", labels: meterStatusLabels, width: 110 },
  { name: "buildingId", label: "楼栋", input: <BuildingSelect aria-label="楼栋" /> },
  { name: "missingIn", label: "未抄月份", input: <PeriodPicker aria-label="未抄月份" /> },
  { name: "unbound", label: "计费标准", labels: { true: "未绑定" }, width: 120 },
] satisfies ListFilter<keyof MeterQueryDto & string>[];

export const meterColumns: Column<MeterDto>[] = [
  {
    key: "no",
    title: "表号",
    render: (_value, { id, no }) => (
      <Link to={id} className="figures nowrap">
        {no}
      </Link>
    ),
  },
  statusColumn("kind", "表类", meterKindLabels),
  { key: "where", title: "安装在", render: (_value, meter) => placeOf(meter) },
  textColumn("position", "位置"),
  textColumn("feeItemName", "收费项目"),
  {
    key: "rateName",
    title: "收费标准",
    render: (_value, { rateName, feeItemId, roomId, status }) =>
      rateName ??
      (feeItemId && roomId && status === "ACTIVE" ? <span className="tone tone-warning">未绑定</span> : "—"),
  },
  { key: "multiplier", title: "倍率", align: "right", dataIndex: "multiplier", className: "figures" },
  { key: "lastReading", title: "最近读数", align: "right", dataIndex: "lastReading", className: "figures" },
  { key: "lastReadOn", title: "抄表日期", dataIndex: "lastReadOn", className: "figures nowrap" },
  textColumn("parentNo", "总表", { hidden: true }),
  textColumn("route", "抄表路线", { hidden: true }),
  statusColumn("status", "状态", meterStatusLabels, { ACTIVE: "good" }),
];

/** 表具: every meter of the project (BIL-20). */
export function MetersPage() {
  const table = useListTable({ list: meterQueries.list(useProjectId()), filters });
  return (
    <ListPage
      name="meters"
      title="表具"
      help="meters"
      table={table}
      columns={meterColumns}
      rowTo={({ id }) => id}
      empty="还没有表具。先建种类为“走表”的收费项目和按表计量的标准，再登记表具，或从 Excel 导入。"
      actions={
        <>
          <Can do="project:settings">
            <MeterSettings />
          </Can>
          <Can do="billing:meters">
            <ImportMeters />
            <CreateMeterForm trigger={<Button type="primary">登记表具</Button>} />
          </Can>
        </>
      }
    />
  );
}

/** From when on a reading must be confirmed. */
function MeterSettings() {
  const projectId = useProjectId();
  const { data } = useQuery(meterQueries.settings(projectId));
  const { mutateAsync } = useMutation(saveMeterSettings(projectId));
  return (
    <FormDialog<MeterSettingsDto>
      name="meter-settings"
      title="抄表异常提醒"
      dto="MeterSettingsDto"
      kind="modal"
      trigger={<Button disabled={data === undefined}>异常提醒</Button>}
      initialValues={data}
      note="用量超过这些比例的读数，须填写说明才能登记。为零、估抄、翻转的读数总要说明。"
      onFinish={mutateAsync}
    >
      <Field name="highPercent">
        <InputNumber precision={0} min={100} max={1000} suffix="%" style={{ width: "100%" }} />
      </Field>
      <Field name="seasonalPercent">
        <InputNumber precision={0} min={100} max={1000} suffix="%" style={{ width: "100%" }} />
      </Field>
    </FormDialog>
  );
}
