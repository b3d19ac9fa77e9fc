import { useMutation } from "@tanstack/react-query";
import type { ShiftDetailDto, WitnessShiftDto } from "@linli/contracts";
import { Button, Input } from "antd";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { differenceWord } from "./counting";
import { witnessShift } from "./shifts.queries";

/** A second person confirms a difference, or has the till counted again. */
export function WitnessShift({ shift }: { shift: ShiftDetailDto }) {
  const { mutateAsync } = useMutation(witnessShift(useProjectId(), shift.id));
  const fen = shift.differenceFen ?? 0;
  const difference = `${differenceWord(fen)} ${formatFen(Math.abs(fen))} 元`;
  return (
    <>
      <FormDialog<Pick<WitnessShiftDto, "note">>
        name="reject-count"
        title="退回重新清点"
        dto="WitnessShiftDto"
        kind="modal"
        submitText="退回"
        trigger={<Button>退回重新清点</Button>}
        note="班次回到当班状态，由当班人重新清点。"
        onFinish={(values) => mutateAsync({ agreed: false, ...values })}
      >
        <Field name="note" required>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
      </FormDialog>
      <FormDialog<Pick<WitnessShiftDto, "note">>
        name="witness-shift"
        title={`见证 ${difference}`}
        dto="WitnessShiftDto"
        kind="modal"
        submitText="确认差异"
        trigger={<Button type="primary">见证差异</Button>}
        note={`应有现金 ${formatFen(shift.expectedFen ?? 0)} 元，实点 ${formatFen(shift.countedFen ?? 0)} 元，${difference}。原因：${shift.differenceReason ?? ""}`}
        onFinish={(values) => mutateAsync({ agreed: true, ...values })}
      >
        <Field name="note">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} placeholder="选填" />
        </Field>
      </FormDialog>
    </>
  );
}
