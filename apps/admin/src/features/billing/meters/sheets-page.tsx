import { useMutation } from "@tanstack/react-query";
import type { CreateSheetDto, SheetDto, SheetQueryDto } from "@linli/contracts";
import { meterKindLabels, meterPlaceLabels } from "@linli/contracts/enums";
import { Button, Input, Progress, Select } from "antd";
import { Link } from "react-router";
import { Can } from "../../../components/can";
import { type Column, momentColumn, textColumn } from "../../../components/columns";
import { PeriodPicker } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { ListPage } from "../../../components/list-page";
import { thisPeriod } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import type { ListFilter } from "../../../lib/list-filter";
import { useProjectId } from "../../../lib/session";
import { useListTable } from "../../../lib/use-list-table";
import { BuildingSelect } from "../../property/building-select";
import "./meters.css";
import { createSheet, sheetQueries } from "./meters.queries";

const filters = [
  { name: "period", label: "月份", input: <PeriodPicker aria-label="月份" placeholder="全部" /> },
] satisfies ListFilter<keyof SheetQueryDto & string>[];

const columns: Column<SheetDto>[] = [
  { key: "name", title: "抄表单", render: (_value, { id, name }) => <Link to={id}>{name}</Link> },
  { key: "period", title: "月份", dataIndex: "period", className: "figures nowrap" },
  { key: "scope", title: "范围", render: (_value, sheet) => scopeOf(sheet) },
  textColumn("reader", "抄表人"),
  {
    key: "progress",
    title: "进度",
    render: (_value, { read, total }) => (
      <span className="sheet-progress">
        <Progress
          percent={total === 0 ? 0 : Math.floor((read * 100) / total)}
          size="small"
          showInfo={false}
          aria-label={`已抄 ${read} / ${total} 只`}
        />
        <span className="figures nowrap">
          {read} / {total}
        </span>
      </span>
    ),
  },
  {
    key: "alerts",
    title: "异常",
    align: "right",
    render: (_value, { alerts }) => (alerts > 0 ? <span className="tone tone-warning">{alerts}</span> : 0),
  },
  { key: "billed", title: "已出账", align: "right", dataIndex: "billed", className: "figures" },
  momentColumn("createdAt", "新建时间", { hidden: true }),
];

/** Which meters a sheet is for: 水表 · 1栋 · 东区. */
export const scopeOf = ({ kind, place, buildingName, route }: SheetDto): string =>
  [kind && meterKindLabels[kind], place && meterPlaceLabels[place], buildingName, route].filter(Boolean).join(" · ") ||
  "全部表具";

/** 抄表: the sheets of the months. */
export function SheetsPage() {
  const projectId = useProjectId();
  const table = useListTable({ list: sheetQueries.list(projectId), filters });
  const { mutateAsync } = useMutation(createSheet(projectId));
  return (
    <ListPage
      name="meter-sheets"
      title="抄表"
      help="meters"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      empty="还没有抄表单。新建一张，选定月份和范围，就可以在电脑或手机上逐只抄表，也可以导出 Excel 填写。"
      actions={
        <Can do="billing:meters">
          <FormDialog<CreateSheetDto>
            name="create-sheet"
            title="新建抄表单"
            dto="CreateSheetDto"
            trigger={<Button type="primary">新建抄表单</Button>}
            initialValues={{ period: thisPeriod() }}
            note="范围可以不选，表示全部在用的表具。抄表单只是抄表的清单，读数记在表上。"
            onFinish={mutateAsync}
          >
            <Field name="period">
              <PeriodPicker />
            </Field>
            <Field name="name">
              <Input placeholder="例如：东区水表" />
            </Field>
            <div className="form-columns">
              <Field name="kind">
                <Select allowClear placeholder="全部" options={optionsOf(meterKindLabels)} />
              </Field>
              <Field name="place">
                <Select allowClear placeholder="全部" options={optionsOf(meterPlaceLabels)} />
              </Field>
              <Field name="buildingId">
                <BuildingSelect style={{ width: "100%" }} />
              </Field>
              <Field name="route">
                <Input placeholder="全部" />
              </Field>
            </div>
            <Field name="reader">
              <Input />
            </Field>
          </FormDialog>
        </Can>
      }
    />
  );
}
