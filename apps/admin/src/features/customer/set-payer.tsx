import { useMutation, useQuery } from "@tanstack/react-query";
import type { CreatePayerDto, RelationDto } from "@linli/contracts";
import { relationRoleLabels } from "@linli/contracts/enums";
import { Button, Select } from "antd";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { customerQueries, setPayer } from "./customer.queries";
import { lastsOrComes } from "./customer.words";

/** Names who pays for a room, per fee item or for all, from a day on. */
export function SetPayer({
  roomId,
  relations,
  isPressing,
}: {
  roomId: string;
  relations: readonly RelationDto[];
  isPressing: boolean;
}) {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(setPayer(projectId, roomId));
  const mayReadItems = useCan("billing:read");
  const { data: feeItems } = useQuery({ ...customerQueries.feeItems(projectId), enabled: mayReadItems });
  const people = new Map<string, { name: string; roles: string[] }>();
  for (const { customerId, customerName, role } of relations.filter((one) => lastsOrComes(one, today()))) {
    const known = people.get(customerId);
    if (known) known.roles.push(relationRoleLabels[role]);
    else people.set(customerId, { name: customerName, roles: [relationRoleLabels[role]] });
  }

  return (
    <FormDialog<CreatePayerDto>
      name="set-payer"
      title="指定收费对象"
      dto="CreatePayerDto"
      trigger={<Button type={isPressing ? "primary" : "default"}>指定收费对象</Button>}
      note="原来的收费对象到前一天为止；填写了结束日期的，到期后恢复原来的收费对象。已出账的应收不变。"
      initialValues={{ startsOn: today() }}
      onFinish={(values) => mutateAsync({ ...values, feeItemId: values.feeItemId ?? null })}
    >
      <Field name="customerId" label="收费对象">
        <Select
          placeholder="与房间有关系的客户"
          options={[...people].map(([value, { name, roles }]) => ({ value, label: `${name}（${roles.join("、")}）` }))}
        />
      </Field>
      <Field name="feeItemId">
        <Select
          allowClear
          placeholder="全部收费项目"
          options={feeItems?.items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <div className="form-columns">
        <Field name="startsOn">
          <DateInput allowClear={false} />
        </Field>
        <Field name="endsOn" extra="留空为长期">
          <DateInput />
        </Field>
      </div>
    </FormDialog>
  );
}
