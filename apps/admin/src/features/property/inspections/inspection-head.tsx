import type { InspectionDetailDto, InspectionHeadDto } from "@linli/contracts";
import { AutoComplete, Button, Input } from "antd";
import { DateInput } from "../../../components/date-input";
import { DescriptionList } from "../../../components/description-list";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { today } from "../../../lib/dates";
import type { SaveRecord } from "./inspection-recorder";

/** When, by whom and with whom; changed while the inspection is under way. */
export function InspectionHead({ inspection, save }: { inspection: InspectionDetailDto; save?: SaveRecord }) {
  const { inspectedOn, inspectorName, takerId, takerName, takerRelation } = inspection;
  return (
    <DescriptionList
      title={save && "验收信息"}
      items={[
        ["验收日期", inspectedOn],
        ["验收人", inspectorName],
        ["接房人", takerRelation ? `${takerName}（${takerRelation}）` : takerName],
        ["户型", inspection.layout],
        ["验收模板", inspection.templateName],
      ]}
      extra={
        save && (
          <FormDialog<InspectionHeadDto>
            name="inspection-head"
            title="修改验收信息"
            dto="SaveInspectionDto"
            initialValues={{ inspectedOn, inspectorName, takerName, takerRelation }}
            trigger={<Button size="small">修改</Button>}
            onFinish={(values) => save({ ...values, takerId: values.takerName === takerName ? takerId : null })}
          >
            <Field name="inspectedOn">
              <DateInput max={today()} />
            </Field>
            <Field name="inspectorName">
              <Input />
            </Field>
            <Field name="takerName">
              <Input />
            </Field>
            <Field name="takerRelation">
              <AutoComplete options={["业主", "业主家属", "受托人", "承租人"].map((value) => ({ value }))} />
            </Field>
          </FormDialog>
        )
      }
    />
  );
}
