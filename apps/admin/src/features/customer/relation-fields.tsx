import type { RoomCustomersDto } from "@linli/contracts";
import { kinshipLabels, type RelationRole, relationRoleLabels } from "@linli/contracts/enums";
import { Alert, Checkbox, Form, Input, Select, type FormInstance } from "antd";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { optionsOf } from "../../lib/labels";
import { lasts } from "./customer.words";
import { demanded } from "./document-rules";
import { HeadField } from "./head-field";

/** Who pays, as the form says it: the customer of the form, somebody of the room, or nobody in particular. */
export const SELF = "self";

/**
 * What somebody is to a room. For owners of rooms that need it, the payer is demanded (CUS-09); `present` are the
 * relations and payers the room has already.
 */
export function RelationFields({
  form,
  present,
  isCompany,
  isRoleFixed = false,
}: {
  form: FormInstance;
  present: RoomCustomersDto | undefined;
  isCompany: boolean;
  /** The dialog is for one role only. */
  isRoleFixed?: boolean;
}) {
  const role = Form.useWatch("role", form) as RelationRole | undefined;
  const startsOn = (Form.useWatch("startsOn", form) as string | null | undefined) ?? "";
  const roomId = form.getFieldValue("roomId") as string | undefined;
  const owners = present?.relations.filter((one) => one.role === "OWNER" && lasts(one, startsOn)) ?? [];
  const hasPayer = present?.payers.some((payer) => payer.feeItemId === null && lasts(payer, startsOn)) ?? false;
  const mustChoose = role === "OWNER" && !hasPayer && (isCompany || owners.length > 0);
  const others = new Map(
    present?.relations.filter((one) => lasts(one, startsOn)).map((one) => [one.customerId, one.customerName]),
  );

  return (
    <>
      <div className="form-columns">
        <Field name="role" hidden={isRoleFixed}>
          <Select options={optionsOf(relationRoleLabels)} />
        </Field>
        <Field name="startsOn">
          <DateInput />
        </Field>
        {(role === "TENANT" || role === "USER" || role === "AGENT") && (
          <Field name="endsOn" extra="租约等有期限的填写，其余留空">
            <DateInput min={startsOn || undefined} />
          </Field>
        )}
        {role === "OWNER" && (
          <Field name="share">
            <DecimalInput places={4} unit="%" placeholder={owners.length > 0 ? "共有的填写" : "100"} />
          </Field>
        )}
        {role === "FAMILY" && (
          <>
            <Field name="kinship" rules={demanded(true, "请选择与业主关系")}>
              <Select options={optionsOf(kinshipLabels)} />
            </Field>
            {roomId && <HeadField roomId={roomId} />}
          </>
        )}
        {role === "AGENT" && (
          <Field name="authority" rules={demanded(true, "请填写代理权限")}>
            <Input.TextArea rows={2} maxLength={500} placeholder="代谁办理什么，例如：代业主收楼、签收文件" />
          </Field>
        )}
        <Field name="payer" label="收费对象" rules={demanded(mustChoose, "公司户和有多个业主的房间必须选择收费对象")}>
          <Select
            allowClear
            placeholder={hasPayer ? "沿用现有的收费对象" : "不指定"}
            options={[
              { value: SELF, label: "本客户" },
              ...[...others].map(([value, name]) => ({ value, label: `${name}（现有客户）` })),
            ]}
          />
        </Field>
      </div>
      {owners.length > 0 && role === "OWNER" && (
        <Alert
          type="info"
          className="form-note"
          title={`现有业主：${owners.map(({ customerName, share }) => (share ? `${customerName}（${share}%）` : customerName)).join("、")}`}
        />
      )}
      <Field name="isPrimaryContact" valuePropName="checked" label={null}>
        <Checkbox>房间的首要联系人</Checkbox>
      </Field>
    </>
  );
}
