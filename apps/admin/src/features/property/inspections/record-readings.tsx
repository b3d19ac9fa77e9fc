import type { InspectionReadingDto, SaveReadingDto } from "@linli/contracts";
import { meterKindLabels } from "@linli/contracts/enums";
import { Button, Input, Select, Typography } from "antd";
import { ConfirmButton } from "../../../components/confirm-button";
import { DecimalInput } from "../../../components/decimal-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { optionsOf } from "../../../lib/labels";
import type { SaveRecord } from "./inspection-recorder";

/** What the meters show at the handover; entered while `save` is given. */
export function RecordReadings({ readings, save }: { readings: readonly InspectionReadingDto[]; save?: SaveRecord }) {
  return (
    <section aria-label="仪表起度" className="inspection-group">
      <Typography.Title level={2} className="section-title">
        仪表起度
      </Typography.Title>
      {readings.length === 0 && <p className="unsaved-hint">没有读数</p>}
      <ul className="inspection-readings">
        {readings.map((reading) => (
          <li key={`${reading.kind} ${reading.meterNo}`}>
            <span>
              {meterKindLabels[reading.kind]} {reading.meterNo}
            </span>
            <b className="figures">{reading.reading}</b>
            {save && (
              <ConfirmButton
                danger
                size="small"
                aria-label={`删除读数 ${reading.meterNo}`}
                title={`删除 ${meterKindLabels[reading.kind]} ${reading.meterNo} 的读数？`}
                okText="删除"
                onConfirm={() => save({ readings: readings.filter((one) => one !== reading) })}
              >
                删除
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      {save && (
        <FormDialog<SaveReadingDto>
          name="reading"
          kind="modal"
          title="登记读数"
          dto="SaveReadingDto"
          initialValues={{ kind: "WATER" }}
          trigger={<Button>登记读数</Button>}
          onFinish={(reading) => save({ readings: [...readings, reading] })}
        >
          <Field name="kind">
            <Select options={optionsOf(meterKindLabels)} />
          </Field>
          <Field name="meterNo">
            <Input />
          </Field>
          <Field name="reading">
            <DecimalInput places={3} inputMode="decimal" />
          </Field>
        </FormDialog>
      )}
    </section>
  );
}
