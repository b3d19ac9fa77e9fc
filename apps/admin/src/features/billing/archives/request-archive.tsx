import { useMutation, useQuery } from "@tanstack/react-query";
import type { ArchiveYearDto, RequestArchiveDto } from "@linli/contracts";
import { Alert, Button, Checkbox, Form, Input, Select } from "antd";
import { useState } from "react";
import { ErrorNote } from "../../../components/error-note";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { formatPeriod } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { monthsText } from "./archive-words";
import { archiveQueries, requestArchive } from "./archives.queries";

/** 导出档案: chooses the year; says which months it would hold and which are not closed. */
export function RequestArchive() {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(requestArchive(projectId));
  // one request, however often it is sent
  const [id, setId] = useState(() => crypto.randomUUID());
  return (
    <FormDialog<Omit<RequestArchiveDto, "id">>
      name="request-archive"
      title="导出会计档案"
      dto="RequestArchiveDto"
      submitText="导出"
      trigger={<Button type="primary">导出档案</Button>}
      onOpenChange={(open) => open && setId(crypto.randomUUID())}
      onFinish={(values) => mutateAsync({ ...values, id })}
    >
      <Choices />
      <Field name="reason" extra="写入档案、导出记录和审计日志">
        <Input.TextArea rows={2} maxLength={200} showCount placeholder="例如：2026 年度会计档案归档" />
      </Field>
    </FormDialog>
  );
}

function Choices() {
  const { data, error, isLoading, refetch } = useQuery(archiveQueries.years(useProjectId()));
  const mayUnmask = useCan("customer:unmask");
  const chosen = Form.useWatch<number | undefined>("year");
  const whole = Form.useWatch<boolean | undefined>("includeNumbers");
  const year = data?.items.find((one) => one.year === chosen);
  if (error) return <ErrorNote error={error} retry={() => void refetch()} />;
  return (
    <>
      <Field name="year">
        <Select
          placeholder="请选择年度"
          loading={isLoading}
          options={data?.items.map((one) => ({
            value: one.year,
            label: `${one.year} 年（已月结 ${one.closed.length} 个月）`,
            disabled: one.closed.length === 0,
          }))}
        />
      </Field>
      {year && <Months year={year} />}
      {mayUnmask && (
        <Field
          name="includeNumbers"
          valuePropName="checked"
          label=""
          extra={whole ? "包含完整号码的档案须由另一人审批，逐人记录" : "不勾选时，付款人名册的证件号码和电话打码"}
        >
          <Checkbox>包含完整号码</Checkbox>
        </Field>
      )}
    </>
  );
}

function Months({ year: { closed, open } }: { year: ArchiveYearDto }) {
  if (open.length === 0)
    return (
      <Alert type="success" showIcon className="form-note" title={`${monthsText(closed)}，全部已月结，档案完整`} />
    );
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="form-note"
        title={`这一年还有 ${open.length} 个月没有月结：${open.map(formatPeriod).join("、")}`}
        description="全部月结以后再导出。急需时可以先导出已月结的月份，档案标为不完整。"
      />
      <Field name="partial" valuePropName="checked" label="">
        <Checkbox>先导出已月结的月份（{monthsText(closed)}）</Checkbox>
      </Field>
    </>
  );
}
