import { useQuery } from "@tanstack/react-query";
import type { BindingPreviewDto, BindingPreviewRowDto } from "@linli/contracts";
import { Alert, Card, Form, Skeleton, Table, type TableColumnType } from "antd";
import { useDeferredValue } from "react";
import { ErrorNote } from "../../components/error-note";
import { Money, Quantity } from "../../components/money";
import { formatFen } from "../../lib/money";
import { useProjectId } from "../../lib/session";
import { type BindForm, toBindRooms } from "./bindings-form";
import { bindingQueries } from "./bindings.queries";

/** What binding would do, room by room; follows the form. */
export function BindingPreview() {
  const form = Form.useFormInstance<BindForm>();
  const values = useDeferredValue(Form.useWatch((all: BindForm) => all, form));
  if (!values?.rateId || !values.startsOn) {
    return (
      <Card size="small" title="预览" className="section-card">
        <span className="unsaved-hint">选好标准和开始日期后，这里逐间说明会绑定还是冲突。</span>
      </Card>
    );
  }
  return <Preview values={values} />;
}

function Preview({ values }: { values: BindForm }) {
  const { skipConflicts, overrideReason: _reason, ...shown } = values;
  // The reason changes nothing in the preview, and is still missing while it is being typed.
  const body = toBindRooms({ ...shown, ...((shown.unitPrice || shown.quantity) && { overrideReason: "预览" }) });
  const { data, error, refetch, isFetching } = useQuery(bindingQueries.preview(useProjectId(), body));
  if (error && !isFetching) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  return (
    <Card
      size="small"
      className="section-card"
      title={`预览：将绑定 ${data.createCount} 间，每月共 ${formatFen(data.monthlyFen)} 元`}
    >
      <Notes preview={data} skips={skipConflicts === true} />
      <Table<BindingPreviewRowDto>
        size="small"
        rowKey="roomId"
        columns={columns}
        dataSource={data.rows}
        loading={isFetching && { delay: 300 }}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        scroll={{ x: "max-content" }}
      />
    </Card>
  );
}

function Notes({ preview, skips }: { preview: BindingPreviewDto; skips: boolean }) {
  const { conflictCount, createCount, warnings, rows } = preview;
  return (
    <>
      {conflictCount > 0 && (
        <Alert
          type={skips ? "info" : "warning"}
          showIcon
          className="form-note"
          title={
            skips
              ? `${conflictCount} 间已绑定同一收费项目，将跳过`
              : `${conflictCount} 间已绑定同一收费项目：请先结束原绑定，或勾选跳过`
          }
        />
      )}
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon className="form-note" title={warning} />
      ))}
      {createCount + conflictCount > rows.length && (
        <p className="difference-note">
          共 {createCount + conflictCount} 间，下面列出前 {rows.length} 间（冲突在前）。
        </p>
      )}
    </>
  );
}

const columns: TableColumnType<BindingPreviewRowDto>[] = [
  { key: "roomCode", title: "房号", dataIndex: "roomCode" },
  { key: "roomName", title: "房间", dataIndex: "roomName" },
  { key: "area", title: "面积（m²）", align: "right", render: (_value, { area }) => <Quantity value={area} /> },
  {
    key: "monthlyFen",
    title: "每月（元）",
    align: "right",
    render: (_value, { monthlyFen }) => <Money fen={monthlyFen} />,
  },
  {
    key: "outcome",
    title: "结果",
    render: (_value, { conflict }) =>
      conflict ? (
        <span className="tone tone-warning">
          冲突：{conflict.rateName}（{conflict.startsOn} 至 {conflict.endsOn ?? "长期"}）
        </span>
      ) : (
        <span className="tone tone-good">将绑定</span>
      ),
  },
];
