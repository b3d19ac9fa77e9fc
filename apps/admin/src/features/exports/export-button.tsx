import { ExportOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import type { RequestExportDto } from "@linli/contracts";
import { exportKindLabels, type ExportKind } from "@linli/contracts/enums";
import { Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import { Can } from "../../components/can";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import type { FilterValues } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { ExportChoices } from "./export-choices";
import { ExportResult } from "./export-result";
import { requestExport } from "./exports.queries";

type Asked = Pick<RequestExportDto, "kind" | "reason" | "columns" | "includeNumbers">;

/** 导出 on a list page: exports what the filters of the list show. Asks for the reason, shows the progress, offers the file. */
export function ExportButton({
  kinds,
  filter,
}: {
  kinds: readonly [ExportKind, ...ExportKind[]];
  filter: FilterValues;
}) {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(requestExport(projectId));
  const [exportId, setExportId] = useState<string | null>(null);

  return (
    <Can do="data:export">
      <FormDialog<Asked>
        name={`export-${kinds[0].toLowerCase()}`}
        title="导出"
        dto="RequestExportDto"
        submitText="导出"
        initialValues={{ kind: kinds[0] }}
        trigger={<Button icon={<ExportOutlined />}>导出</Button>}
        onFinish={async (values) => setExportId((await mutateAsync({ ...values, kind: values.kind, filter })).id)}
      >
        <Field name="kind" label="内容" hidden={kinds.length === 1}>
          <Radio.Group options={kinds.map((kind) => ({ value: kind, label: exportKindLabels[kind] }))} />
        </Field>
        <Form.Item noStyle shouldUpdate={(before: Asked, after: Asked) => before.kind !== after.kind}>
          {({ getFieldValue }) => <ExportChoices kind={getFieldValue("kind") as ExportKind} filter={filter} />}
        </Form.Item>
        <Field name="reason" extra="写入文件、导出记录和审计日志">
          <Input.TextArea rows={2} maxLength={200} showCount placeholder="例如：年度资料核对" />
        </Field>
      </FormDialog>
      {exportId && <ExportResult exportId={exportId} onClose={() => setExportId(null)} />}
    </Can>
  );
}
