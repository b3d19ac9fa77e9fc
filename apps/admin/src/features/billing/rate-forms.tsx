import { useMutation, useQuery } from "@tanstack/react-query";
import type {
  AddRateVersionDto,
  CreateRateDto,
  EndRateDto,
  FeeItemDto,
  RateDto,
  RateTierDto,
  RateVersionDto,
  UpdateRateDto,
  UpdateRateVersionDto,
} from "@linli/contracts";
import { Checkbox, Divider, Form, Switch } from "antd";
import { type ReactElement, useEffect } from "react";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { thisPeriod } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { FeeItemSelect } from "./fee-item-select";
import { feeItemQueries } from "./fee-items.queries";
import { RateLateFeeFields } from "./late-fees/rate-late-fee";
import { TierFields, toTiers } from "./meters/tier-fields";
import { RateTermFields } from "./rate-fields";
import { priceUnit } from "./rate-words";
import { addVersion, createRate, endRate, updateRate, updateVersion } from "./rates.queries";

type Trigger = ReactElement<{ onClick?: () => void }>;

const usual: Partial<CreateRateDto> = {
  base: "AREA",
  areaKind: "CHARGE",
  cycle: "MONTH",
  cycleAnchor: "NATURAL",
  timing: "PREPAID",
  proration: "ACTUAL_DAYS",
  changePolicy: "SPLIT_DAYS",
  tierBasis: "MONTH",
  roundingMode: "HALF_UP",
  roundingUnit: "0.01",
  dueRule: "DAY_OF_MONTH",
  dueDays: 20,
};
const RATED: readonly FeeItemDto["kind"][] = ["REGULAR", "LEASE", "METERED"];
const isRated = ({ kind, active }: FeeItemDto) => active && RATED.includes(kind);

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
        version: { startsOn: `${thisPeriod()}-01`, unitPrice: "", surcharge: "0", lateFee: "ITEM" },
      }}
      onFinish={(rate) => mutateAsync({ ...rate, version: toPrice(rate.version) })}
    >
      <BaseOfItem />
      <Field name="feeItemId">
        <FeeItemSelect only={isRated} placeholder="请选择" allowClear={false} style={{ width: "100%" }} />
      </Field>
      <RateTermFields />
      <Divider titlePlacement="start">第一个价格</Divider>
      <PriceFields within="version" />
    </FormDialog>
  );
}

/** 走表 items are priced by meter and nothing else is: the base follows the item. */
function BaseOfItem() {
  const form = Form.useFormInstance<CreateRateDto>();
  const feeItemId = Form.useWatch("feeItemId", form);
  const { data } = useQuery(feeItemQueries.all(useProjectId()));
  const kind = data?.items.find(({ id }) => id === feeItemId)?.kind;
  useEffect(() => {
    const isMetered = form.getFieldValue("base") === "METERED";
    if (kind === undefined || isMetered === (kind === "METERED")) return;
    form.setFieldValue("base", kind === "METERED" ? "METERED" : "AREA");
  }, [form, kind]);
  return null;
}

/** A price as it is sent: tiers have no unit price beside them. */
const toPrice = <T extends UpdateRateVersionDto>(price: T): T => {
  const tiers = toTiers(price.tiers);
  return tiers.length > 0 ? { ...price, tiers, unitPrice: null } : { ...price, tiers: [], basePersons: null };
};

/** Date, price and its late fees; `within` is the part of the form they belong to. */
function PriceFields({ within, dated = true, rate }: { within?: string; dated?: boolean; rate?: RateDto }) {
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<CreateRateDto["base"] | undefined>("base", form);
  const name = (field: string) => (within ? [within, field] : [field]);
  const tiers = Form.useWatch<RateTierDto[] | undefined>(name("tiers"), form);
  const chosenItem = Form.useWatch<string | undefined>("feeItemId", form);
  const base = rate?.base ?? chosen;
  const isTiered = base === "METERED" && (tiers ?? []).length > 0;
  return (
    <>
      <div className="form-columns">
        {dated && (
          <Field dto="AddRateVersionDto" name={name("startsOn")}>
            <DateInput />
          </Field>
        )}
        {!isTiered && (
          <Field dto="AddRateVersionDto" name={name("unitPrice")} rules={[{ required: true, message: "请填写单价" }]}>
            <DecimalInput places={6} unit={base ? priceUnit({ base }) : "元"} />
          </Field>
        )}
        <Field dto="AddRateVersionDto" name={name("surcharge")}>
          <DecimalInput places={4} unit="元/月" />
        </Field>
      </div>
      {base === "METERED" && <TierFields within={within} />}
      <RateLateFeeFields feeItemId={rate?.feeItemId ?? chosenItem} within={within} />
    </>
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
  const { cycleAnchor, tierBasis } = rate;
  const rules = { name, base, areaKind, cycle, timing, proration, changePolicy, roundingMode, roundingUnit };
  return { ...rules, cycleAnchor, tierBasis, dueRule, dueDays, minimumMonths, legalBasis, active };
}

/** A price from a day on. */
export function AddVersionForm({ rate, trigger }: { rate: RateDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(addVersion(useProjectId(), rate.id));
  const billedTo = rate.versions.at(-1)?.billedTo;
  return (
    <FormDialog<AddRateVersionDto>
      name="add-rate-version"
      title={`${rate.name}：新价格`}
      dto="AddRateVersionDto"
      trigger={trigger}
      width={640}
      initialValues={{
        surcharge: rate.current?.surcharge ?? "0",
        ...tiersOf(rate.current),
        ...lateFeeOf(rate.versions.at(-1)),
      }}
      note={`现有价格于新价格的前一日结束，价格单位：${priceUnit(rate)}。已出的账单不会改变，违约金也照原来的算。`}
      onFinish={(price) => mutateAsync(toPrice(price))}
    >
      <PriceFields rate={rate} />
      {billedTo && (
        <Field
          name="inBilledTime"
          valuePropName="checked"
          label={null}
          extra={`现有价格已出账到 ${billedTo}。勾选后已出的账单仍不变，未缴的再到“应收重算”算出差异，由另一人审批后重新出账`}
        >
          <Checkbox>从已出账的日期起生效</Checkbox>
        </Field>
      )}
    </FormDialog>
  );
}

const tiersOf = (version: RateVersionDto | null) => ({
  tiers: version?.tiers ?? [],
  basePersons: version?.basePersons ?? null,
});

const lateFeeOf = (version: RateVersionDto | undefined) => ({
  lateFee: version?.lateFee ?? "ITEM",
  lateFeeSchemeId: version?.lateFeeSchemeId ?? undefined,
});

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
      width={640}
      initialValues={{ unitPrice, surcharge, ...tiersOf(version), ...lateFeeOf(version) }}
      onFinish={(price) => mutateAsync(toPrice(price))}
    >
      <PriceFields dated={false} rate={rate} />
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
