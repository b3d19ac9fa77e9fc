import { useMutation } from "@tanstack/react-query";
import type { DefectDto, FixDefectDto, RecheckDefectDto } from "@linli/contracts";
import { defectPictureLabels, recheckResultLabels } from "@linli/contracts/enums";
import { Button, Flex, Input, Radio } from "antd";
import { AttachmentList } from "../../../components/attachments";
import { AttachmentUpload } from "../../../components/attachment-upload";
import { Can } from "../../../components/can";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { today } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { DefectFacts } from "./defect-facts";
import { fixDefect, recheckDefect } from "./inspections.queries";

const after = { AFTER: defectPictureLabels.AFTER };

/** A defect with its pictures, and what is to be done with it next. */
export function DefectCard({ defect, canWork = true }: { defect: DefectDto; canWork?: boolean }) {
  return (
    <article className="defect" aria-label={`缺陷 ${defect.place}`}>
      <DefectFacts defect={defect} />
      {defect.pictures.length > 0 && <AttachmentList items={defect.pictures} hasKinds />}
      {canWork && defect.state !== "CLOSED" && (
        <Can do="property:inspect">
          <Flex gap={8} wrap>
            {defect.state === "OPEN" ? <FixButton defect={defect} /> : <RecheckButton defect={defect} />}
          </Flex>
          <AttachmentUpload ownerType="inspection-defect" ownerId={defect.id} kinds={after} picturesOnly />
        </Can>
      )}
    </article>
  );
}

export function FixButton({ defect }: { defect: DefectDto }) {
  const { mutateAsync: fix } = useMutation(fixDefect(useProjectId(), defect.id));
  return (
    <FormDialog<FixDefectDto>
      name={`fix-${defect.id}`}
      kind="modal"
      title={`${defect.place}：整改完成`}
      dto="FixDefectDto"
      initialValues={{ doneOn: today() }}
      trigger={<Button size="small">整改完成</Button>}
      onFinish={fix}
    >
      <Field name="doneOn">
        <DateInput min={defect.foundOn} max={today()} />
      </Field>
      <Field name="remark">
        <Input />
      </Field>
    </FormDialog>
  );
}

export function RecheckButton({ defect }: { defect: DefectDto }) {
  const { mutateAsync: recheck } = useMutation(recheckDefect(useProjectId(), defect.id));
  return (
    <FormDialog<RecheckDefectDto>
      name={`recheck-${defect.id}`}
      kind="modal"
      title={`${defect.place}：复验`}
      dto="RecheckDefectDto"
      initialValues={{ doneOn: today() }}
      trigger={
        <Button size="small" type="primary">
          复验
        </Button>
      }
      onFinish={recheck}
    >
      <Field name="result">
        <Radio.Group options={optionsOf(recheckResultLabels)} />
      </Field>
      <Field name="doneOn" label="复验日期">
        <DateInput min={defect.foundOn} max={today()} />
      </Field>
      <Field name="remark">
        <Input />
      </Field>
    </FormDialog>
  );
}
