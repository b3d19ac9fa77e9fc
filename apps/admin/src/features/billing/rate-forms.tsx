import { useMutation } from "@tanstack/react-query";
import type {
  AddRateVersionDto,
  CreateRateDto,
  EndRateDto,
  FeeItemDto,
  RateDto,
  RateVersionDto,
  UpdateRateDto,
  UpdateRateVersionDto,
} from "@linli/contracts";
import { Divider, Form, Switch } from "antd";
import type { ReactElement } from "react";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { thisPeriod } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { FeeItemSelect } from "./fee-item-select";
import { RateTermFields } from "./rate-fields";
import { priceUnit } from "./rate-words";
import { addVersion, createRate, endRate, updateRate, updateVersion } from "./rates.queries";

type Trigger = ReactElement<{ onClick?: () => void }>;

const usual: Partial<CreateRateDto> = {
  base: "AREA",
  areaKind: "CHARGE",
  cycle: "MONTH",
  timing: "PREPAID",
  proration: "ACTUAL_DAYS",
  changePolicy: "SPLIT_DAYS",
  roundingMode: "HALF_UP",
  roundingUnit: "0.01",
  dueRule: "DAY_OF_MONTH",
  dueDays: 20,
};
const isRated = ({ kind, active }: FeeItemDto) => active && (kind === "REGULAR" || kind === "LEASE");

/** A new rate with its first price. */
export function CreateRateForm({ feeItemId, trigger }: { feeItemId?: string; trigger: Trigger }) {
  const { mutateAsync } = useMutation(createRate(useProjectId()));
  return (
    <FormDialog<CreateRateDto>
      name="create-rate"
      title="新建收费标准"
      dto="CreateRateDto"
      width={640}
      trigger={trigger}
      initialValues={{
        ...usual,
        feeItemId,
        version: { startsOn: `${thisPeriod()}-01`, unitPrice: "", surcharge: "0" },
      }}
      onFinish={mutateAsync}
    >
      <Field name="feeItemId">
        <FeeItemSelect only={isRated} placeholder="请选择" allowClear={false} style={{ width: "100%" }} />
      </Field>
      <RateTermFields />
      <Divider titlePlacement="start">第一个价格</Divider>
      <PriceFields within="version" />
    </FormDialog>
  );
}

/** Date and price; `within` is the part of the form they belong to. */
function PriceFields({ within, dated = true }: { within?: string; dated?: boolean }) {
  const base = Form.useWatch<CreateRateDto["base"] | undefined>("base", Form.useFormInstance());
  const name = (field: string) => (within ? [within, field] : [field]);
  return (
    <div className="form-columns">
      {dated && (
        <Field dto="AddRateVersionDto" name={name("startsOn")}>
          <DateInput />
        </Field>
      )}
      <Field dto="AddRateVersionDto" name={name("unitPrice")}>
        <DecimalInput places={6} unit={base ? priceUnit({ base }) : "元"} />
      </Field>
      <Field dto="AddRateVersionDto" name={name("surcharge")}>
        <DecimalInput places={4} unit="元/月" />
      </Field>
    </div>
  );
}

/** The rules of a rate. */
export function EditRateForm({ rate, trigger }: { rate: RateDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(updateRate(useProjectId(), rate.id));
  return (
    <FormDialog<UpdateRateDto>
      name="edit-rate"
      title={`修改收费标准 ${rate.name}`}
      dto="UpdateRateDto"
      width={640}
      trigger={trigger}
      initialValues={termsOf(rate)}
      note={rate.billed ? "这个标准已经出过账，计费规则不能再改；要改规则请结束它，另建新的标准再绑定。" : undefined}
      onFinish={mutateAsync}
    >
      <RateTermFields locked={rate.billed} />
      <Field name="active" valuePropName="checked" extra="停用后不能再绑定，已有绑定继续计费">
        <Switch />
      </Field>
    </FormDialog>
  );
}

function termsOf(rate: RateDto): UpdateRateDto {
  const { name, base, areaKind, cycle, timing, proration, changePolicy, roundingMode, roundingUnit } = rate;
  const { dueRule, dueDays, minimumMonths, legalBasis, active } = rate;
  const rules = { name, base, areaKind, cycle, timing, proration, changePolicy, roundingMode, roundingUnit };
  return { ...rules, dueRule, dueDays, minimumMonths, legalBasis, active };
}

/** A price from a day on. */
export function AddVersionForm({ rate, trigger }: { rate: RateDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(addVersion(useProjectId(), rate.id));
  return (
    <FormDialog<AddRateVersionDto>
      name="add-rate-version"
      title={`${rate.name}：新价格`}
      dto="AddRateVersionDto"
      trigger={trigger}
      initialValues={{ surcharge: rate.current?.surcharge ?? "0" }}
      note={`现有价格于新价格的前一日结束，价格单位：${priceUnit(rate)}。已出账的日子不会改价。`}
      onFinish={mutateAsync}
    >
      <PriceFields />
    </FormDialog>
  );
}

/** Corrects a price that was not billed. */
export function EditVersionForm({
  rate,
  version,
  trigger,
}: {
  rate: RateDto;
  version: RateVersionDto;
  trigger: Trigger;
}) {
  const { mutateAsync } = useMutation(updateVersion(useProjectId(), rate.id, version.id));
  const { unitPrice, surcharge } = version;
  return (
    <FormDialog<UpdateRateVersionDto>
      name={`edit-rate-version-${version.id}`}
      title={`更正自 ${version.startsOn} 起的价格`}
      dto="UpdateRateVersionDto"
      trigger={trigger}
      initialValues={{ unitPrice, surcharge }}
      onFinish={mutateAsync}
    >
      <PriceFields dated={false} />
    </FormDialog>
  );
}

/** The last day of a rate. */
export function EndRateForm({ rate, trigger }: { rate: RateDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(endRate(useProjectId(), rate.id));
  return (
    <FormDialog<EndRateDto>
      name="end-rate"
      title={`结束收费标准 ${rate.name}`}
      dto="EndRateDto"
      kind="modal"
      danger
      submitText="结束"
      trigger={trigger}
      note={`同时结束仍在执行的 ${rate.roomCount} 个房间绑定。结束后可另建新标准并重新绑定。`}
      onFinish={mutateAsync}
    >
      <Field name="endsOn">
        <DateInput />
      </Field>
    </FormDialog>
  );
}
