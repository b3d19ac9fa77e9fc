import { useMutation } from "@tanstack/react-query";
import type { CompleteInspectionDto, InspectionDetailDto } from "@linli/contracts";
import { signerRoleLabels } from "@linli/contracts/enums";
import { Alert, Button, Flex, Input } from "antd";
import { useState } from "react";
import { ApiImage } from "../../../components/api-image";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { attachmentPath } from "../../../lib/attachments";
import { useProjectId } from "../../../lib/session";
import type { SaveRecord } from "./inspection-recorder";
import { completeInspection } from "./inspections.queries";
import { SignatureDialog } from "./signature-dialog";

/** Signature and end. What is not saved yet is saved first: a signature holds for what is stored. */
export function CompleteInspection({
  inspection,
  isDirty,
  save,
}: {
  inspection: InspectionDetailDto;
  isDirty: boolean;
  save: SaveRecord;
}) {
  const { mutateAsync: complete } = useMutation(completeInspection(useProjectId(), inspection.id));
  const [open, setOpen] = useState(false);
  const isSigned = inspection.signatures.some(({ role }) => role === "TAKER");

  async function start() {
    if (isDirty) await save();
    setOpen(true);
  }

  return (
    <>
      <Button type="primary" onClick={() => void start().catch(() => undefined)}>
        签字并完成
      </Button>
      <FormDialog<Pick<CompleteInspectionDto, "unsignedReason">>
        name="complete-inspection"
        title="签字并完成验收"
        dto="CompleteInspectionDto"
        open={open}
        onOpenChange={setOpen}
        submitText="完成验收"
        note="完成后内容不能再改；有错时请用“更正”另开一张。没有缺陷、房间还没有入住和交房日期的，交房日期按验收日期填上。"
        onFinish={(values) => complete({ ...values, version: inspection.version })}
      >
        <p>
          {inspection.items.length} 项，不合格 {inspection.failedItems} 项，缺陷 {inspection.defects} 处，读数{" "}
          {inspection.readings.length} 个。
        </p>
        <Signatures inspection={inspection} />
        <Flex gap={8} wrap className="form-note">
          <SignatureDialog inspection={inspection} role="TAKER" name={inspection.takerName} />
          <SignatureDialog inspection={inspection} role="INSPECTOR" name={inspection.inspectorName} />
        </Flex>
        {!isSigned && (
          <>
            <Alert type="warning" showIcon className="form-note" title="接房人还没有签字" />
            <Field name="unsignedReason">
              <Input placeholder="接房人不签字时填写" />
            </Field>
          </>
        )}
      </FormDialog>
    </>
  );
}

/** The signatures under an inspection. */
export function Signatures({ inspection: { signatures, unsignedReason } }: { inspection: InspectionDetailDto }) {
  const projectId = useProjectId();
  return (
    <>
      <Flex gap={16} wrap>
        {signatures.map(({ role, name, attachmentId }) => (
          <figure key={role} className="signature">
            <ApiImage
              path={attachmentPath(projectId, attachmentId, "thumbnail")}
              fullPath={attachmentPath(projectId, attachmentId, "content")}
              alt={`${signerRoleLabels[role]}${name}的签名`}
              size={110}
            />
            <figcaption>
              {signerRoleLabels[role]} {name}
            </figcaption>
          </figure>
        ))}
      </Flex>
      {unsignedReason && <p>接房人未签字：{unsignedReason}</p>}
    </>
  );
}
