import { useMutation } from "@tanstack/react-query";
import type { ChangeRelationDto, RelationDto } from "@linli/contracts";
import { kinshipLabels, type RelationRole, relationRoleLabels } from "@linli/contracts/enums";
import { Button, Checkbox, Form, Input, Select, type FormInstance } from "antd";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { today } from "../../lib/dates";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { changeRelation } from "./customer.queries";
import { lasts, relationText } from "./customer.words";
import { HeadField } from "./head-field";

/** Makes a relation another one from a day on; what was before stays as it was. */
export function ChangeRelation({ relation }: { relation: RelationDto }) {
  const { mutateAsync } = useMutation(changeRelation(useProjectId(), relation.id));
  const { role, share, kinship, headId, authority, isPrimaryContact } = relation;
  const from = lasts(relation, today()) ? today() : relation.startsOn;
  return (
    <FormDialog<ChangeRelationDto>
      name={`change-relation-${relation.id}`}
      title="变更客房关系"
      dto="ChangeRelationDto"
      trigger={
        <Button type="link" aria-label={`变更关系：${relationText(relation)}`}>
          变更
        </Button>
      }
      note={`${relationText(relation)}。从生效日起变更，生效日以前的记录不变。`}
      initialValues={{ from, role, share, kinship, headId, authority, isPrimaryContact }}
      onFinish={mutateAsync}
    >
      {(form) => (
        <>
          <Field name="from" extra="新情况的第一天">
            <DateInput min={relation.startsOn} max={relation.endsOn ?? undefined} allowClear={false} />
          </Field>
          <RoleFields form={form} roomId={relation.roomId} isOwner={role === "OWNER"} />
          <Field name="isPrimaryContact" valuePropName="checked" label={null}>
            <Checkbox>房间的首要联系人</Checkbox>
          </Field>
          <Field name="reason">
            <Input placeholder="例如：租户转为使用人" />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

function RoleFields({
  form,
  roomId,
  isOwner,
}: {
  form: FormInstance<ChangeRelationDto>;
  roomId: string;
  isOwner: boolean;
}) {
  const role = Form.useWatch("role", form) as RelationRole | undefined;
  return (
    <>
      <Field name="role">
        <Select options={optionsOf(relationRoleLabels)} />
      </Field>
      {role === "OWNER" && (
        <Field name="share" extra={isOwner ? "几位业主的份额一起变时，请用“调整业主与份额”" : undefined}>
          <DecimalInput places={4} unit="%" />
        </Field>
      )}
      {role === "FAMILY" && (
        <>
          <Field name="kinship" rules={[{ required: true, message: "请选择与业主关系" }]}>
            <Select options={optionsOf(kinshipLabels)} />
          </Field>
          <HeadField roomId={roomId} />
        </>
      )}
      {role === "AGENT" && (
        <Field name="authority" rules={[{ required: true, message: "请填写代理权限" }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Field>
      )}
    </>
  );
}
