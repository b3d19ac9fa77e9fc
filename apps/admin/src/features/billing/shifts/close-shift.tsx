import { useMutation } from "@tanstack/react-query";
import type { CloseShiftDto, ShiftDetailDto } from "@linli/contracts";
import { denominationLabels } from "@linli/contracts/enums";
import { Button, Form, Input, InputNumber, type FormInstance } from "antd";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { denominations, differenceWord, notesOf, piecesFen, type Pieces } from "./counting";
import { closeShift } from "./shifts.queries";
import "./shifts.css";

interface Values extends Omit<CloseShiftDto, "notes"> {
  pieces: Pieces;
}

/** 清点交班: the cash by notes, what stays in the till, and why it differs. */
export function CloseShift({ shift, forOther }: { shift: ShiftDetailDto; forOther: boolean }) {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(closeShift(projectId, shift.id, { forOther }));
  return (
    <FormDialog<Values>
      name="close-shift"
      title={`清点交班 ${shift.shiftNo}`}
      dto="CloseShiftDto"
      submitText="交班"
      width={560}
      trigger={<Button type="primary">{forOther ? "代为清点交班" : "清点交班"}</Button>}
      note={`交班后班次不能再变更；以后的更正用红字单据记在当班班次里。备用金 ${formatFen(shift.floatFen)} 元也要一起清点。`}
      initialValues={{ leftFen: shift.floatFen, pieces: {} }}
      onFinish={({ pieces, ...values }) => mutateAsync({ ...values, notes: notesOf(pieces) })}
    >
      {(form) => (
        <>
          <Pieces form={form} />
          <Field name="countedFen" extra="填写张数后自动合计，也可以直接填写">
            <MoneyInput />
          </Field>
          <Difference form={form} expectedFen={shift.totals.expectedFen} />
          <Field name="leftFen" extra="留给下一班的找零现金，其余解款存入银行">
            <MoneyInput />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

function Pieces({ form }: { form: FormInstance<Values> }) {
  const sum = () => form.setFieldValue("countedFen", piecesFen(form.getFieldValue("pieces") as Pieces));
  return (
    <div className="shift-pieces" role="group" aria-label="点钞明细">
      {denominations.map((denomination) => (
        <Form.Item key={denomination} name={["pieces", denomination]} label={denominationLabels[denomination]}>
          <InputNumber min={0} max={100_000} precision={0} suffix="张" onChange={sum} style={{ width: "100%" }} />
        </Form.Item>
      ))}
    </div>
  );
}

/** Asks for the reason only when there is a difference. */
function Difference({ form, expectedFen }: { form: FormInstance<Values>; expectedFen: number }) {
  const countedFen = Form.useWatch<number | null | undefined>("countedFen", form);
  const differenceFen = countedFen === null || countedFen === undefined ? null : countedFen - expectedFen;
  return (
    <>
      <dl className="shift-sums" aria-live="polite">
        <dt>应有现金</dt>
        <dd>
          <Money fen={expectedFen} />
        </dd>
        <dt>差异</dt>
        <dd className={differenceFen ? "negative" : undefined}>
          {differenceFen === null ? (
            "—"
          ) : (
            <>
              {differenceWord(differenceFen)} {differenceFen !== 0 && <Money fen={Math.abs(differenceFen)} strong />}
            </>
          )}
        </dd>
      </dl>
      {differenceFen !== null && differenceFen !== 0 && (
        <Field name="differenceReason" required extra="有差异时须由另一人见证后班次才结束">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} placeholder="如：找零时多付 2 元" />
        </Field>
      )}
    </>
  );
}
