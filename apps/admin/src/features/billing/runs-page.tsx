import { useMutation, useQuery } from "@tanstack/react-query";
import type { RehearseRunDto, RunDto, RunQueryDto } from "@linli/contracts";
import { runStatusLabels } from "@linli/contracts/enums";
import { Button, Select } from "antd";
import { useNavigate, useSearchParams } from "react-router";
import { Can } from "../../components/can";
import {
  type Column,
  countColumn,
  momentColumn,
  moneyColumn,
  statusColumn,
  textColumn,
} from "../../components/columns";
import { PeriodPicker } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { ListPage } from "../../components/list-page";
import { addPeriods, thisPeriod } from "../../lib/dates";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useListTable } from "../../lib/use-list-table";
import { directoryQueries } from "../property/property.queries";
import { periodQueries } from "./collection.queries";
import { rehearseRun, runQueries } from "./runs.queries";
import { runTones, scopeInWords } from "./runs-words";
import { FeeItemsSelect } from "./fee-item-select";

const filters = [
  { name: "period", label: "账期", input: <PeriodPicker placeholder="全部" style={{ width: 140 }} /> },
  { name: "status", label: "状态", labels: runStatusLabels, width: 130 },
] satisfies ListFilter<keyof RunQueryDto & string>[];

const columns: Column<RunDto>[] = [
  textColumn("period", "账期", { to: ({ id }) => id }),
  statusColumn("status", "状态", runStatusLabels, runTones),
  { key: "scope", title: "范围", render: (_value, run) => scopeInWords(run) },
  countColumn("lineCount", "笔数"),
  moneyColumn("amountFen", "金额（元）"),
  countColumn("skippedCount", "已出账跳过"),
  textColumn("createdByName", "试算人"),
  momentColumn("createdAt", "试算时间"),
  momentColumn("publishedAt", "发布时间"),
  momentColumn("reversedAt", "红冲时间", { hidden: true }),
];

/** 应收批次: rehearse, look at the differences, publish (BIL-17). */
export function RunsPage() {
  const table = useListTable({ list: runQueries.list(useProjectId()), filters });
  return (
    <ListPage
      name="runs"
      title="应收批次"
      help="charging"
      description="每月先试算、看差异，再发布成应收；发布后未收款、未月结的批次可整批红冲。"
      table={table}
      columns={columns}
      rowTo={({ id }) => id}
      actions={
        <Can do="billing:run">
          <Rehearse />
        </Can>
      }
      empty="还没有批次。绑定好收费标准后，选一个月份开始试算。"
    />
  );
}

function Rehearse() {
  const projectId = useProjectId();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(rehearseRun(projectId));
  const { data: directory } = useQuery(directoryQueries.tree(projectId));
  const { data: months } = useQuery(periodQueries.list(projectId));
  const [params] = useSearchParams();
  const next = months?.items.find((month) => month.next)?.period;
  // the month looked at, else last month while it is still to be finished, else this one
  const unfinished = next === addPeriods(thisPeriod(), -1) ? next : thisPeriod();
  const period = params.get("period") ?? unfinished;
  return (
    <FormDialog<RehearseRunDto>
      name="rehearse-run"
      title="试算应收"
      dto="RehearseRunDto"
      submitText="开始试算"
      trigger={<Button type="primary">试算应收</Button>}
      initialValues={{ period }}
      note="试算只计算、不出账；已经出过账的费用会跳过。"
      onFinish={async (values) => {
        const { runId } = await mutateAsync(values);
        await navigate(`/p/${projectId}/billing/runs/${runId}`);
      }}
    >
      <Field name="period">
        <PeriodPicker max={addPeriods(thisPeriod(), 1)} allowClear={false} />
      </Field>
      <Field name="buildingIds" extra="不选为全部楼栋">
        <Select
          mode="multiple"
          allowClear
          placeholder="全部楼栋"
          showSearch={{ optionFilterProp: "label" }}
          options={directory?.buildings.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field name="feeItemIds" extra="不选为全部项目">
        <FeeItemsSelect placeholder="全部项目" only={({ active }) => active} />
      </Field>
    </FormDialog>
  );
}
