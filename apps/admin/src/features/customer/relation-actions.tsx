import { useMutation } from "@tanstack/react-query";
import type { CorrectRelationDto, EndRelationDto, RelationDto } from "@linli/contracts";
import { kinshipLabels } from "@linli/contracts/enums";
import { Button, Checkbox, Input, Select } from "antd";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { today } from "../../lib/dates";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { correctRelation, endRelation } from "./customer.queries";
import { relationText } from "./customer.words";

/** Puts a wrong entry right, with the reason. */
export function CorrectRelation({ relation }: { relation: RelationDto }) {
  const { mutateAsync } = useMutation(correctRelation(useProjectId(), relation.id));
  const { startsOn, endsOn, share, kinship, isPrimaryContact, role } = relation;

  return (
    <FormDialog<CorrectRelationDto>
      name={`correct-relation-${relation.id}`}
      title="更正客房关系"
      dto="CorrectRelationDto"
      kind="modal"
      trigger={
        <Button type="link" aria-label={`更正关系：${relationText(relation)}`}>
          更正
        </Button>
      }
      note={`${relationText(relation)}。只用于改正录错的内容：更正后，以前日期的答案也会改变。`}
      initialValues={{ startsOn, endsOn, share, kinship, isPrimaryContact }}
      onFinish={(values) => mutateAsync(values)}
    >
      <div className="form-columns">
        <Field name="startsOn">
          <DateInput allowClear={false} />
        </Field>
        <Field name="endsOn" extra="留空为没有期限">
          <DateInput />
        </Field>
      </div>
      {role === "OWNER" && (
        <Field name="share">
          <DecimalInput places={4} unit="%" />
        </Field>
      )}
      {role === "FAMILY" && (
        <Field name="kinship">
          <Select options={optionsOf(kinshipLabels)} />
        </Field>
      )}
      <Field name="isPrimaryContact" valuePropName="checked" label={null}>
        <Checkbox>房间的首要联系人</Checkbox>
      </Field>
      <Field name="reason">
        <Input placeholder="例如：录入时份额写错" />
      </Field>
    </FormDialog>
  );
}

/** Ends a relation, with the reason. */
export function EndRelation({ relation }: { relation: RelationDto }) {
  const { mutateAsync } = useMutation(endRelation(useProjectId(), relation.id));

  return (
    <FormDialog<EndRelationDto>
      name={`end-relation-${relation.id}`}
      title="结束客房关系"
      dto="EndRelationDto"
      kind="modal"
      danger
      trigger={
        <Button type="link" danger aria-label={`结束关系：${relationText(relation)}`}>
          结束
        </Button>
      }
      note={`${relationText(relation)}。关系会保留在历史里，已出账的应收不变。`}
      submitText="结束关系"
      initialValues={{ endsOn: relation.endsOn ?? today() }}
      onFinish={mutateAsync}
    >
      <Field name="endsOn" extra="最后一天">
        <DateInput min={relation.startsOn} max={relation.endsOn ?? undefined} allowClear={false} />
      </Field>
      <Field name="reason">
        <Input placeholder="例如：买卖过户、租约到期" />
      </Field>
    </FormDialog>
  );
}
