import { useMutation } from "@tanstack/react-query";
import type {
  AddLateFeeRateDto,
  CreateLateFeeSchemeDto,
  FeeItemDto,
  LateFeeSchemeDto,
  SaveLateFeeSchemeDto,
} from "@linli/contracts";
import { gracePolicyLabels, type LateFeeUnit, lateFeeUnitLabels } from "@linli/contracts/enums";
import { Button, Form, Input, InputNumber, Select, Switch } from "antd";
import type { ReactElement } from "react";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { PercentInput } from "../../../components/percent-input";
import { today } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import { toPercent } from "../../../lib/percent";
import { useProjectId } from "../../../lib/session";
import { FeeItemSelect, FeeItemsSelect } from "../fee-item-select";
import { SettingDialog } from "../setting-dialog";
import { addLateFeeRate, createScheme, saveScheme } from "./late-fees.queries";

type Trigger = ReactElement<{ onClick?: () => void }>;

/** A new scheme with its first rate. */
export function CreateSchemeForm({ trigger }: { trigger: Trigger }) {
  const { mutateAsync } = useMutation(createScheme(useProjectId()));
  return (
    <FormDialog<CreateLateFeeSchemeDto>
      name="create-late-fee-scheme"
      title="新建违约金方案"
      dto="CreateLateFeeSchemeDto"
      width={560}
      trigger={trigger}
      initialValues={{
        unit: "DAY",
        chargedItemIds: [],
        graceDays: 0,
        gracePolicy: "FREE",
        active: true,
        startsOn: today(),
      }}
      onFinish={mutateAsync}
    >
      <TermFields />
      <Field name="unit" extra="月份从开始计违约金的那天数起，不按自然月；建立后不能再改">
        <Select options={optionsOf(lateFeeUnitLabels)} />
      </Field>
      <FirstRate />
    </FormDialog>
  );
}

/** The rate of the unit that is chosen. */
function FirstRate() {
  const unit = Form.useWatch<LateFeeUnit | undefined>("unit", Form.useFormInstance());
  return <RateFields unit={unit ?? "DAY"} />;
}

/** The rules of a scheme; once late fees are booked only name, items and the switch change. */
export function EditSchemeForm({ scheme, trigger }: { scheme: LateFeeSchemeDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(saveScheme(useProjectId(), scheme.id));
  const { name, feeItem, chargedItems, graceDays, gracePolicy, capShare, collectedAllowed, active } = scheme;
  return (
    <FormDialog<SaveLateFeeSchemeDto>
      name="edit-late-fee-scheme"
      title={`修改违约金方案 ${name}`}
      dto="SaveLateFeeSchemeDto"
      width={560}
      trigger={trigger}
      note={scheme.used ? "这个方案已有违约金入账：宽限、封顶和记入的项目不能再改，利率用“调整利率”。" : undefined}
      initialValues={{
        name,
        graceDays,
        gracePolicy,
        capShare,
        collectedAllowed,
        active,
        feeItemId: feeItem.id,
        chargedItemIds: chargedItems.map(({ id }) => id),
      }}
      onFinish={mutateAsync}
    >
      <TermFields locked={scheme.used} />
      <Field name="active" valuePropName="checked" extra="停用后不再计收，已入账的不变；有收费标准选用的不能停用">
        <Switch />
      </Field>
    </FormDialog>
  );
}

function TermFields({ locked = false }: { locked?: boolean }) {
  return (
    <>
      <Field name="name">
        <Input maxLength={40} placeholder="如：物业费违约金" />
      </Field>
      <Field name="chargedItemIds" extra="这些项目的默认方案；收费标准可以另选。只给收费标准选用的方案可以留空">
        <FeeItemsSelect only={isCharged} />
      </Field>
      <Field name="feeItemId" extra="违约金记在一个单独的临时收费项目下，没有的先在“收费项目”里新建">
        <FeeItemSelect
          only={({ kind, active }) => kind === "ONE_OFF" && active}
          placeholder="请选择"
          allowClear={false}
          disabled={locked}
          style={{ width: "100%" }}
        />
      </Field>
      <div className="form-columns">
        <Field name="graceDays">
          <InputNumber min={0} max={365} precision={0} suffix="天" disabled={locked} style={{ width: "100%" }} />
        </Field>
        <Field name="capShare" label="封顶（占本金）">
          <PercentInput places={2} placeholder="不封顶" disabled={locked} />
        </Field>
      </div>
      <Field name="gracePolicy">
        <Select options={optionsOf(gracePolicyLabels)} disabled={locked} />
      </Field>
      <Field name="collectedAllowed" valuePropName="checked" extra="供水供电等合同允许时才打开">
        <Switch />
      </Field>
    </>
  );
}

function RateFields({ unit }: { unit: LateFeeUnit }) {
  const isDaily = unit === "DAY";
  const name = isDaily ? "日利率" : "月利率";
  return (
    <div className="form-columns">
      <Field name="startsOn">
        <DateInput />
      </Field>
      <Field
        key={name}
        name={isDaily ? "dailyRate" : "monthlyRate"}
        rules={[{ required: true, message: `请填写${name}` }]}
      >
        <PercentInput places={6} placeholder={isDaily ? "如 0.05" : "如 1.5"} unit={isDaily ? "% / 天" : "% / 月"} />
      </Field>
    </div>
  );
}

/** Items that may bear late fees. */
const isCharged = ({ kind, active }: FeeItemDto) => active && kind !== "DEPOSIT";

/** A new rate from a day on. */
export function AddRateForm({ scheme, trigger }: { scheme: LateFeeSchemeDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(addLateFeeRate(useProjectId(), scheme.id));
  return (
    <FormDialog<AddLateFeeRateDto>
      name="add-late-fee-rate"
      title={`调整利率 ${scheme.name}`}
      dto="AddLateFeeRateDto"
      kind="modal"
      trigger={trigger}
      note={
        scheme.unit === "DAY"
          ? "从开始日期起按新的日利率计，之前的天数仍按原来的计。"
          : "开始日期以后起算的月份按新的月利率计，已经起算的月份仍按原来的计。"
      }
      onFinish={mutateAsync}
    >
      <RateFields unit={scheme.unit} />
    </FormDialog>
  );
}

/** Above which share of the principal a scheme is warned about (LAW-12). */
export function CeilingForm() {
  return (
    <SettingDialog
      name="late-fee-ceiling"
      title="违约金提示上限"
      trigger={({ lateFeeCeiling }) => <Button>提示上限 {toPercent(lateFeeCeiling)}%</Button>}
      note="方案可能超过本金的这个比例时给出提示。违约金过分高于损失的，法院可以应请求减少。"
    >
      <Field name="lateFeeCeiling">
        <PercentInput places={2} />
      </Field>
    </SettingDialog>
  );
}
