import { useMutation, useQuery } from "@tanstack/react-query";
import type { RelationDto, RemoveMemberDto } from "@linli/contracts";
import { Alert, Button, Input } from "antd";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { customerQueries, removeMember } from "./customer.queries";
import { relationText } from "./customer.words";

/** Removes a family member or another who is not an owner (SCN-03): shows first what has to be settled. */
export function RemoveMember({ relation }: { relation: RelationDto }) {
  const { mutateAsync } = useMutation(removeMember(useProjectId(), relation.id));
  const what = relation.role === "FAMILY" ? "家庭成员" : "成员";
  return (
    <FormDialog<RemoveMemberDto>
      name={`remove-member-${relation.id}`}
      title={`删除${what}`}
      dto="RemoveMemberDto"
      kind="modal"
      danger
      trigger={
        <Button type="link" danger aria-label={`删除${what}：${relationText(relation)}`}>
          删除
        </Button>
      }
      note={`${relationText(relation)}。只结束关系，记录保留在历史里。`}
      submitText="删除"
      initialValues={{ endsOn: relation.endsOn ?? today() }}
      onFinish={mutateAsync}
    >
      <Holds relationId={relation.id} />
      <Field name="endsOn" extra="最后一天">
        <DateInput min={relation.startsOn} max={relation.endsOn ?? undefined} allowClear={false} />
      </Field>
      <Field name="reason">
        <Input placeholder="例如：搬走、雇佣结束" />
      </Field>
    </FormDialog>
  );
}

/** What has to be settled before, each with its amount. */
function Holds({ relationId }: { relationId: string }) {
  const { data } = useQuery(customerQueries.holds(useProjectId(), relationId));
  if (!data || data.holds.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="form-note"
      title="还不能删除，请先处理："
      description={
        <ul className="hold-list">
          {data.holds.map(({ kind, text }) => (
            <li key={`${kind} ${text}`}>{text}</li>
          ))}
        </ul>
      }
    />
  );
}
