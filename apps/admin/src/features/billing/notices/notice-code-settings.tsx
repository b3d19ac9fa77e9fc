import { useMutation, useQuery } from "@tanstack/react-query";
import type { NoticeSettingsDto } from "@linli/contracts";
import { noticeQrPlaceholders } from "@linli/contracts/enums";
import { Button, Input } from "antd";
import { Can } from "../../../components/can";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { useProjectId } from "../../../lib/session";
import { noticeSettings, saveNoticeSettings } from "./notice-settings.queries";

const placeholders = Object.keys(noticeQrPlaceholders)
  .map((name) => `{${name}}`)
  .join(" ");

/** What the QR code on the notices of a project says; none is printed without it. */
export function NoticeCodeSettings() {
  const projectId = useProjectId();
  const { data } = useQuery(noticeSettings(projectId));
  const { mutateAsync } = useMutation(saveNoticeSettings(projectId));
  if (!data) return null;
  return (
    <Can do="project:settings">
      <FormDialog<NoticeSettingsDto>
        name="notice-code"
        title="通知单二维码"
        dto="NoticeSettingsDto"
        kind="modal"
        trigger={<Button>二维码{data.qrText ? "" : "（未设置）"}</Button>}
        note="一般填公司缴费页面的网址。内容留空就不印二维码；没有应付金额的通知单也不印。"
        initialValues={data}
        onFinish={mutateAsync}
      >
        <Field name="qrText" extra={`可以用 ${placeholders}，打印时换成每张通知单自己的内容`}>
          <Input.TextArea autoSize={{ minRows: 2 }} placeholder="https://…/pay?notice={通知单号}" />
        </Field>
        <Field name="qrCaption" extra="印在二维码下方，默认“扫码缴费”">
          <Input />
        </Field>
      </FormDialog>
    </Can>
  );
}
