import { useMutation } from "@tanstack/react-query";
import type { CreateChargeDto, FeeItemDto } from "@linli/contracts";
import { handChargedKinds } from "@linli/contracts/enums";
import { Input } from "antd";
import { type ReactElement, useState } from "react";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { MoneyInput } from "../../components/money-input";
import { ApiError } from "../../lib/api-error";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { CustomerSelect } from "../customer/customer-select";
import { RoomSelect } from "../property/room-select";
import { createCharge } from "./charges.queries";
import { RoomObjectField } from "./objects/room-object-field";
import { FeeItemSelect } from "./fee-item-select";
import { newId } from "../../lib/new-id";

const isByHand = ({ kind, active }: FeeItemDto) => active && handChargedKinds.includes(kind);

/** A one-off charge entered by hand (BIL-146). */
export function ChargeForm({ roomId, trigger }: { roomId?: string; trigger: ReactElement<{ onClick?: () => void }> }) {
  const { mutateAsync } = useMutation(createCharge(useProjectId()));
  // Chosen when the form opens: a retry charges once.
  const [id, setId] = useState(newId);
  const [isEarly, setIsEarly] = useState(false);

  async function handleFinish(values: CreateChargeDto) {
    try {
      await mutateAsync({ ...values, id });
    } catch (error) {
      if (error instanceof ApiError && error.code === "BEFORE_CHARGE_START") setIsEarly(true);
      throw error;
    }
  }

  return (
    <FormDialog<CreateChargeDto>
      name="create-charge"
      title="登记临时收费"
      dto="CreateChargeDto"
      trigger={trigger}
      onOpenChange={(isOpen) => {
        if (isOpen) setId(newId());
        setIsEarly(false);
      }}
      initialValues={{ roomId, serviceFrom: today(), serviceTo: today(), dueOn: today() }}
      onFinish={handleFinish}
    >
      {isEarly && (
        <Field name="beforeStartReason" extra="费用早于起算的月份；核对以后仍要收费的，写明原因">
          <Input placeholder="例如：装修期间业主自愿承担" />
        </Field>
      )}
      <Field name="roomId">
        <RoomSelect disabled={roomId !== undefined} />
      </Field>
      <RoomObjectField />
      <Field name="feeItemId">
        <FeeItemSelect
          only={isByHand}
          placeholder="种类为“临时”或“出入证”的项目"
          allowClear={false}
          style={{ width: "100%" }}
        />
      </Field>
      <Field name="payerId" extra="不选为该房间的收费对象">
        <CustomerSelect allowClear />
      </Field>
      <div className="form-columns">
        <Field name="amountFen">
          <MoneyInput />
        </Field>
        <Field name="dueOn">
          <DateInput />
        </Field>
        <Field name="serviceFrom">
          <DateInput />
        </Field>
        <Field name="serviceTo">
          <DateInput />
        </Field>
      </div>
      <Field name="remark">
        <Input placeholder="例如：装修垃圾 3 车" />
      </Field>
    </FormDialog>
  );
}
