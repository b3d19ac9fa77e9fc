import { useMutation } from "@tanstack/react-query";
import type { PictureKind, PictureOwner } from "@linli/contracts";
import { pictureKindLabels } from "@linli/contracts/enums";
import { Form, Input } from "antd";
import type { ReactElement } from "react";
import { Field } from "../../components/field";
import { FilePicker } from "../../components/file-picker";
import { FormDialog } from "../../components/form-dialog";
import { formatBytes } from "../../lib/files";
import { useProjectId } from "../../lib/session";
import { uploadPlan } from "./property.queries";

interface PlanValues {
  file: File;
  remark?: string;
}

/** Asks for the file of a plan and what is to be known about it. */
export function PlanUpload({
  of,
  trigger,
  nextVersion,
}: {
  of: { ownerType: PictureOwner; ownerId: string; kind: PictureKind };
  trigger: ReactElement<{ onClick?: () => void }>;
  nextVersion: boolean;
}) {
  const { mutateAsync: upload } = useMutation(uploadPlan(useProjectId(), of));
  const name = pictureKindLabels[of.kind];
  return (
    <FormDialog<PlanValues>
      name={`plan-${of.kind}`}
      kind="modal"
      title={nextVersion ? `上传${name}新版本` : `上传${name}`}
      dto="PictureUploadDto"
      note={nextVersion ? "新上传的成为当前版本，较早的版本保留，仍可查看。" : undefined}
      submitText="上传"
      trigger={trigger}
      onFinish={upload}
    >
      <Form.Item name="file" label="图纸" rules={[{ required: true, message: "请选择图纸" }]}>
        <PlanFile />
      </Form.Item>
      <Field name="remark" label="说明">
        <Input placeholder="如 2026 年竣工图" />
      </Field>
    </FormDialog>
  );
}

function PlanFile({ value, onChange }: { value?: File; onChange?: (file: File) => void }) {
  return (
    <>
      <FilePicker accept=".jpg,.jpeg,.png,.webp" maxBytes={10 * 1024 * 1024} onPick={(file) => onChange?.(file)} />
      {value && (
        <p role="status">
          已选择 {value.name}（{formatBytes(value.size)}）
        </p>
      )}
    </>
  );
}
