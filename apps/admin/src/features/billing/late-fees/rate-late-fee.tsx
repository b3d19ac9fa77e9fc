import { useQuery } from "@tanstack/react-query";
import type { LateFeeSchemeDto, RateVersionDto, UpdateRateVersionDto } from "@linli/contracts";
import { rateLateFeeLabels } from "@linli/contracts/enums";
import { Form, Select } from "antd";
import { Field } from "../../../components/field";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { lateFeeQueries } from "./late-fees.queries";

type Choice = UpdateRateVersionDto["lateFee"];

/** By which scheme what is billed at a price bears late fees (BIL-04); `within` is the part of the form it belongs to. */
export function RateLateFeeFields({ feeItemId, within }: { feeItemId: string | undefined; within?: string }) {
  const form = Form.useFormInstance();
  const name = (field: string) => (within ? [within, field] : [field]);
  const choice = Form.useWatch<Choice>(name("lateFee"), form);
  const chosen = Form.useWatch<string | undefined>(name("lateFeeSchemeId"), form);
  const { data } = useQuery(lateFeeQueries.schemes(useProjectId()));
  const schemes = data?.items ?? [];
  const offered = schemes.filter(({ id, active }) => active || id === chosen);
  return (
    <div className="form-columns">
      <Field
        dto="AddRateVersionDto"
        name={name("lateFee")}
        extra={choice === "ITEM" && feeItemId && data ? defaultWords(schemes, feeItemId) : undefined}
      >
        <Select options={optionsOf(rateLateFeeLabels)} />
      </Field>
      {choice === "SCHEME" && (
        <Field
          dto="AddRateVersionDto"
          name={name("lateFeeSchemeId")}
          rules={[{ required: true, message: "请选择违约金方案" }]}
        >
          <Select
            placeholder="请选择"
            notFoundContent="还没有启用的违约金方案，请先到“违约金方案”新建"
            options={offered.map(({ id, name: label }) => ({ value: id, label }))}
          />
        </Field>
      )}
    </div>
  );
}

/** What the default of an item comes to. */
function defaultWords(schemes: readonly LateFeeSchemeDto[], feeItemId: string): string {
  const scheme = schemes.find(({ active, chargedItems }) => active && chargedItems.some(({ id }) => id === feeItemId));
  return scheme ? `这个项目现在按方案“${scheme.name}”计收` : "这个项目现在没有违约金方案，不计收";
}

/** 违约金按方案“商铺违约金”. */
export const lateFeeInWords = ({ lateFee, lateFeeSchemeName }: RateVersionDto): string =>
  lateFee === "SCHEME" ? `按方案“${lateFeeSchemeName}”` : rateLateFeeLabels[lateFee];
