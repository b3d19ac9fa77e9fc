import type { RelationDto } from "@linli/contracts";
import { consentWayLabels, relationRoleLabels } from "@linli/contracts/enums";
import { Alert, Checkbox, Input, Select } from "antd";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { today } from "../../lib/dates";
import { optionsOf } from "../../lib/labels";
import { lastsOrComes } from "./customer.words";

/** A guardian's consent to keeping a child's data; `under` is where the form keeps it, nothing for a form of its own. */
export function GuardianConsentFields({
  relations,
  under = [],
  childId,
}: {
  /** Who has to do with the room: one of them is the guardian. */
  relations: readonly RelationDto[];
  under?: readonly string[];
  childId?: string;
}) {
  const adults = new Map(
    relations
      .filter((one) => lastsOrComes(one, today()) && one.customerKind === "PERSON" && one.customerId !== childId)
      .map(({ customerId, customerName, role }) => [customerId, `${customerName}（${relationRoleLabels[role]}）`]),
  );
  const field = (name: string) => [...under, name];
  const dto = "SaveGuardianConsentDto";
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="form-note"
        title="未满 14 岁：录入前须向监护人说明收集哪些信息、做什么用，并取得同意"
      />
      <div className="form-columns">
        <Field dto={dto} name={field("guardianId")}>
          <Select
            placeholder="与房间有关系的成年人"
            options={[...adults].map(([value, label]) => ({ value, label }))}
            notFoundContent="这个房间还没有成年人，请先录入"
          />
        </Field>
        <Field dto={dto} name={field("givenOn")} initialValue={today()}>
          <DateInput max={today()} />
        </Field>
        <Field dto={dto} name={field("way")} initialValue="WRITTEN">
          <Select options={optionsOf(consentWayLabels)} />
        </Field>
        <Field dto={dto} name={field("remark")}>
          <Input maxLength={200} />
        </Field>
      </div>
      <Field
        dto={dto}
        name={field("agreed")}
        valuePropName="checked"
        label={null}
        rules={[
          {
            validator: (_rule, value: unknown) =>
              value === true ? Promise.resolve() : Promise.reject(new Error("没有监护人的同意不能录入")),
          },
        ]}
      >
        <Checkbox>监护人已知情并同意</Checkbox>
      </Field>
    </>
  );
}

/** Whether a child born on a day is younger than 14 today. */
export function isUnder14(birthday: string | null | undefined): boolean {
  return Boolean(birthday) && today() < `${Number(birthday!.slice(0, 4)) + 14}${birthday!.slice(4)}`;
}
