import { useMutation } from "@tanstack/react-query";
import type { ChangeAreasDto, RoomDto } from "@linli/contracts";
import { App, Checkbox, Form, Input, Typography } from "antd";
import { useState, type ReactElement } from "react";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FilePicker } from "../../components/file-picker";
import { FormDialog } from "../../components/form-dialog";
import { uploadFile } from "../../lib/api-client";
import { ApiError } from "../../lib/api-error";
import { MAX_ATTACHMENT_BYTES } from "../../lib/attachments";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { changeAreas } from "./property.queries";
import { RoomMainAreaFields, RoomPartAreaFields } from "./room-fields";

/** Asks for other areas from a day on; a second person approves (SCN-04). */
export function ChangeAreasForm({ room, trigger }: { room: RoomDto; trigger: ReactElement<{ onClick?: () => void }> }) {
  const projectId = useProjectId();
  const { message } = App.useApp();
  const { mutateAsync } = useMutation(changeAreas(projectId, room.id));
  const [paper, setPaper] = useState<File>();
  const [warned, setWarned] = useState(false);

  async function handleFinish(values: ChangeAreasDto) {
    let approvalId: string;
    try {
      ({ approvalId } = await mutateAsync(values));
    } catch (error) {
      if (error instanceof ApiError && error.code === "AREA_WARNINGS") setWarned(true);
      throw error;
    }
    if (paper) await uploadPaper(approvalId, paper);
  }

  /** The request stands by now; a paper that fails is added in it. */
  async function uploadPaper(approvalId: string, file: File) {
    try {
      await uploadFile(
        `/projects/${projectId}/attachments?ownerType=area-change&ownerId=${approvalId}&kind=PAPER`,
        file,
      );
    } catch (error) {
      void message.warning(`申请已提交，附件没有上传：${(error as Error).message}。请在申请里补传。`);
    }
  }

  return (
    <FormDialog<ChangeAreasDto>
      name="change-areas"
      title={`变更房间 ${room.code} 的面积`}
      dto="ChangeAreasDto"
      width={560}
      trigger={trigger}
      onOpenChange={() => {
        setWarned(false);
        setPaper(undefined);
      }}
      submitText="提交审批"
      note="由另一人审批通过后，自生效日期起按新面积出账；已经出账的应收不变。"
      initialValues={{ startsOn: today(), ...areasOf(room) }}
      onFinish={handleFinish}
    >
      <Field name="startsOn" extra="月中变更时，按收费标准的规则按天分段或下月起用">
        <DateInput />
      </Field>
      <div className="form-columns">
        <RoomMainAreaFields />
        <RoomPartAreaFields />
      </div>
      <SharedArea />
      <Field name="reason">
        <Input.TextArea rows={2} placeholder="例如：实测面积报告 2026-118" />
      </Field>
      <Form.Item label="附件" extra={paper ? `已选择 ${paper.name}` : "可以不传；审批之前还可以在申请里补充"}>
        <FilePicker
          accept=".jpg,.jpeg,.png,.webp,.pdf"
          maxBytes={MAX_ATTACHMENT_BYTES}
          hint="测绘报告等材料，图片或 PDF"
          onPick={setPaper}
        />
      </Form.Item>
      {warned && (
        <Field name="confirmWarnings" label={null} valuePropName="checked">
          <Checkbox>我已核对以上提醒，仍要提交</Checkbox>
        </Field>
      )}
    </FormDialog>
  );
}

/** What follows from the two areas: 公摊 = 建筑 − 套内. */
function SharedArea() {
  const form = Form.useFormInstance<ChangeAreasDto>();
  const building = Form.useWatch("buildingArea", form);
  const inner = Form.useWatch("innerArea", form);
  const shared = building && inner ? Number(building) - Number(inner) : undefined;
  if (shared === undefined || !(shared >= 0)) return null;
  return (
    <Typography.Paragraph type="secondary">
      公摊面积 {Number(shared.toFixed(4))} m²（建筑面积减套内面积）
    </Typography.Paragraph>
  );
}

/** The areas as they are; what is missing (0, from an import) is shown as empty. */
function areasOf({ buildingArea, chargeArea, innerArea, usableArea }: RoomDto): Partial<ChangeAreasDto> {
  const known = (area: string) => (Number(area) === 0 ? undefined : area);
  return { buildingArea: known(buildingArea), chargeArea: known(chargeArea), innerArea, usableArea };
}
