import type { RateTermsDto } from "@linli/contracts";
import {
  areaKindLabels,
  changePolicyLabels,
  cycleAnchorLabels,
  cycleLabels,
  dueRuleLabels,
  prorationLabels,
  rateBaseLabels,
  roundingModeLabels,
  roundingUnitLabels,
  tierBasisLabels,
  timingLabels,
} from "@linli/contracts/enums";
import { Form, Input, InputNumber, Select } from "antd";
import { Field } from "../../components/field";
import { FormulaField } from "./formula/formula-field";
import { optionsOf } from "../../lib/labels";

/** The rules of a rate. @param locked once something was billed: only name, legal basis and minimum months change */
export function RateTermFields({ locked = false }: { locked?: boolean }) {
  const form = Form.useFormInstance<RateTermsDto>();
  const base = Form.useWatch("base", form);
  const cycle = Form.useWatch("cycle", form);
  const dueRule = Form.useWatch("dueRule", form);
  return (
    <>
      <Field name="name">
        <Input placeholder="例如：高层住宅" />
      </Field>
      <div className="form-columns">
        <Field name="base">
          <Select options={optionsOf(rateBaseLabels)} disabled={locked} />
        </Field>
        <Field name="areaKind" hidden={base !== "AREA"}>
          <Select options={optionsOf(areaKindLabels)} disabled={locked} />
        </Field>
        <Field name="cycle" extra="应收总是按月逐行登记">
          <Select options={optionsOf(cycleLabels)} disabled={locked} />
        </Field>
        <Field
          name="cycleAnchor"
          hidden={cycle === "MONTH" || base === "METERED"}
          extra="合同月：每间房从自己开始计费的月份数起"
        >
          <Select options={optionsOf(cycleAnchorLabels)} disabled={locked} />
        </Field>
        <Field name="timing" hidden={cycle === "MONTH" || base === "METERED"}>
          <Select options={optionsOf(timingLabels)} disabled={locked} />
        </Field>
        <Field name="tierBasis" hidden={base !== "METERED"} extra="价格设了阶梯时，用量累计到几时重新计算">
          <Select options={optionsOf(tierBasisLabels)} disabled={locked} />
        </Field>
        <Field name="proration" hidden={base === "METERED"}>
          <Select options={optionsOf(prorationLabels)} disabled={locked} />
        </Field>
        <Field name="changePolicy">
          <Select options={optionsOf(changePolicyLabels)} disabled={locked} />
        </Field>
        <Field name="roundingMode">
          <Select options={optionsOf(roundingModeLabels)} disabled={locked} />
        </Field>
        <Field name="roundingUnit">
          <Select options={optionsOf(roundingUnitLabels)} disabled={locked} />
        </Field>
        <Field name="dueRule">
          <Select options={optionsOf(dueRuleLabels)} disabled={locked} />
        </Field>
        <Field
          name="dueDays"
          label={dueRule === "DAYS_AFTER_ISSUE" ? "天数" : "应缴日"}
          hidden={dueRule === "END_OF_PERIOD"}
        >
          <InputNumber
            precision={0}
            min={dueRule === "DAYS_AFTER_ISSUE" ? 0 : 1}
            max={dueRule === "DAYS_AFTER_ISSUE" ? 366 : 31}
            suffix={dueRule === "DAYS_AFTER_ISSUE" ? "天" : "日"}
            disabled={locked}
            style={{ width: "100%" }}
          />
        </Field>
        <Field name="minimumMonths">
          <InputNumber precision={0} min={1} max={60} suffix="个月" style={{ width: "100%" }} />
        </Field>
      </div>
      {base === "FORMULA" && <FormulaField locked={locked} />}
      <Field name="legalBasis">
        <Input placeholder="合同条款或备案价文号" />
      </Field>
    </>
  );
}
