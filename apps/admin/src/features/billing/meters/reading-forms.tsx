import { useMutation } from "@tanstack/react-query";
import type { CorrectReadingDto, DeleteReadingDto, MeterDto, ReadingDto, RecordReadingDto } from "@linli/contracts";
import { Checkbox, Input } from "antd";
import type { ReactElement } from "react";
import { DateInput } from "../../../components/date-input";
import { DecimalInput } from "../../../components/decimal-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { PeriodPicker } from "../../../components/date-input";
import { today } from "../../../lib/dates";
import { useProjectId } from "../../../lib/session";
import { correctReading, deleteReading, recordReading } from "./meters.queries";

type Trigger = ReactElement<{ onClick?: () => void }>;

/** @param withPeriod a correction stays in its month */
function ReadingFields({ withPeriod }: { withPeriod: boolean }) {
  return (
    <>
      <div className="form-columns">
        <Field name="readOn">
          <DateInput />
        </Field>
        <Field name="value">
          <DecimalInput places={3} autoFocus />
        </Field>
        {withPeriod && (
          <Field name="period" extra="留空取抄表日期的月份">
            <PeriodPicker />
          </Field>
        )}
      </div>
      <Field name="estimated" valuePropName="checked" label={null}>
        <Checkbox>估抄（没有抄到，按估计登记）</Checkbox>
      </Field>
      <Field name="rolledOver" valuePropName="checked" label={null}>
        <Checkbox>已翻转（超过最大读数后从零开始）</Checkbox>
      </Field>
      <Field name="reason" extra="读数为零、明显偏高、估抄或翻转时必须说明">
        <Input placeholder="例如：无人居住，现场核对无误" />
      </Field>
    </>
  );
}

/** One reading of one meter. */
export function RecordReadingForm({ meter, trigger }: { meter: MeterDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(recordReading(useProjectId(), meter.id));
  return (
    <FormDialog<RecordReadingDto>
      name="record-reading"
      title={`登记读数 ${meter.no}`}
      dto="RecordReadingDto"
      trigger={trigger}
      initialValues={{ readOn: today() }}
      note={`上次读数 ${meter.lastReading}（${meter.lastReadOn}），倍率 ${meter.multiplier}`}
      onFinish={mutateAsync}
    >
      <ReadingFields withPeriod />
    </FormDialog>
  );
}

/** Another value in the place of the last reading (BIL-23). */
export function CorrectReadingForm({ reading, trigger }: { reading: ReadingDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(correctReading(useProjectId(), reading.meterId, reading.id));
  const { readOn, value, period, estimated, rolledOver, reason } = reading;
  const billed = reading.charges.some(({ reversed }) => !reversed);
  return (
    <FormDialog<CorrectReadingDto>
      name="correct-reading"
      title={`更正 ${period} 读数`}
      dto="CorrectReadingDto"
      submitText="更正"
      trigger={trigger}
      initialValues={{ readOn, value, estimated, rolledOver, reason }}
      note={billed ? "这个读数已出账：原应收整笔红冲，并按新读数重新出账。" : undefined}
      onFinish={mutateAsync}
    >
      <ReadingFields withPeriod={false} />
      <Field name="correction">
        <Input placeholder="例如：抄错一位" />
      </Field>
    </FormDialog>
  );
}

/** Takes the last reading away, with its unpaid charge. */
export function DeleteReadingForm({ reading, trigger }: { reading: ReadingDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(deleteReading(useProjectId(), reading.meterId, reading.id));
  return (
    <FormDialog<DeleteReadingDto>
      name="delete-reading"
      title={`删除 ${reading.period} 读数 ${reading.value}`}
      dto="DeleteReadingDto"
      kind="modal"
      danger
      submitText="删除"
      trigger={trigger}
      note="读数留在历史里；用它出账、还没有收款的应收同时红冲。"
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input />
      </Field>
    </FormDialog>
  );
}
