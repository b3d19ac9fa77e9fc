import { useQuery } from "@tanstack/react-query";
import type { ObjectBindingRowDto } from "@linli/contracts";
import { Alert, Card, Form, Skeleton, type TableColumnType } from "antd";
import { useDeferredValue } from "react";
import { ErrorNote } from "../../../components/error-note";
import { Money } from "../../../components/money";
import { ScrolledTable } from "../../../components/scrolled-table";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { bindingQueries } from "../bindings.queries";
import { type BindObjectsForm, toBindObjects } from "./bind-objects-form";

/** What binding would do, thing by thing; follows the form. */
export function ObjectsPreview() {
  const form = Form.useFormInstance<BindObjectsForm>();
  const values = useDeferredValue(Form.useWatch((all: BindObjectsForm) => all, form));
  const isChosen = (values?.ids?.length ?? 0) + (values?.buildingIds?.length ?? 0) > 0;
  if (!values?.rateId || !values.startsOn || !isChosen) {
    return (
      <Card size="small" title="预览" className="section-card">
        <span className="unsaved-hint">
          选好标准、开始日期和计费对象后，这里逐个说明由哪个房间付费、会绑定还是不能绑定。
        </span>
      </Card>
    );
  }
  return <Preview values={values} />;
}

function Preview({ values }: { values: BindObjectsForm }) {
  const { skipConflicts, overrideReason: _reason, ...shown } = values;
  // The reason changes nothing in the preview, and is still missing while it is being typed.
  const body = toBindObjects({ ...shown, ...((shown.unitPrice || shown.quantity) && { overrideReason: "预览" }) });
  const { data, error, refetch, isFetching } = useQuery(bindingQueries.previewObjects(useProjectId(), body));
  if (error && !isFetching) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  const { createCount, blockedCount, monthlyFen, rows } = data;
  return (
    <Card
      size="small"
      className="section-card"
      title={`预览：将绑定 ${createCount} 个，每月共 ${formatFen(monthlyFen)} 元`}
    >
      {blockedCount > 0 && (
        <Alert
          type={skipConflicts ? "info" : "warning"}
          showIcon
          className="form-note"
          title={
            skipConflicts ? `${blockedCount} 个不能绑定，将跳过` : `${blockedCount} 个不能绑定：请先处理，或勾选跳过`
          }
        />
      )}
      {createCount + blockedCount > rows.length && (
        <p className="difference-note">
          共 {createCount + blockedCount} 个，下面列出前 {rows.length} 个（不能绑定的在前）。
        </p>
      )}
      <ScrolledTable<ObjectBindingRowDto>
        label="将绑定的车位、车辆或合同"
        rowKey="objectId"
        columns={columns}
        dataSource={rows}
        loading={isFetching && { delay: 300 }}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
      />
    </Card>
  );
}

const columns: TableColumnType<ObjectBindingRowDto>[] = [
  { key: "objectLabel", title: "计费对象", dataIndex: "objectLabel" },
  { key: "roomCode", title: "付费房间", render: (_value, { roomCode }) => roomCode ?? "—" },
  {
    key: "monthlyFen",
    title: "每月（元）",
    align: "right",
    render: (_value, { monthlyFen }) => <Money fen={monthlyFen} />,
  },
  { key: "outcome", title: "结果", render: (_value, row) => <Outcome row={row} /> },
];

function Outcome({ row: { conflict, problem } }: { row: ObjectBindingRowDto }) {
  if (problem !== null) return <span className="tone tone-warning">{problem}</span>;
  if (conflict === null) return <span className="tone tone-good">将绑定</span>;
  return (
    <span className="tone tone-warning">
      冲突：{conflict.rateName}（{conflict.startsOn} 至 {conflict.endsOn ?? "长期"}）
    </span>
  );
}
