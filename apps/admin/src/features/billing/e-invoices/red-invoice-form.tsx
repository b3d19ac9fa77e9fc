import { useMutation } from "@tanstack/react-query";
import type { EInvoiceDetailDto, RequestRedInvoiceDto } from "@linli/contracts";
import { redInvoiceReasonLabels } from "@linli/contracts/enums";
import { Button, Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { MoneyInput } from "../../../components/money-input";
import { optionsOf } from "../../../lib/labels";
import { formatFen } from "../../../lib/money";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { requestRed } from "./e-invoices.queries";

interface Values {
  reason: RequestRedInvoiceDto["reason"];
  explanation: string;
  scope: "WHOLE" | "PART";
  /** Fen by the id of the line. */
  amounts?: Record<string, number | null>;
}

/** Asks for a red invoice of all that stands, or of a part. */
export function RedInvoiceForm({ invoice }: { invoice: EInvoiceDetailDto }) {
  const { mutateAsync } = useMutation(requestRed(useProjectId(), invoice.id));
  const [id, setId] = useState(newId);
  const rest = invoice.lines.filter(({ amountFen, redFen }) => amountFen > redFen);
  return (
    <FormDialog<Values>
      name="red-invoice"
      title={`红冲电子发票 ${invoice.invoiceNo}`}
      dto="RequestRedInvoiceDto"
      danger
      submitText="申请红冲"
      trigger={<Button danger>红冲</Button>}
      note={`凭红字确认单开具红字发票，最多 ${formatFen(invoice.amountFen - invoice.redFen)} 元。整张红冲以后，收据才能红冲、作废或退款。`}
      initialValues={{ reason: "WRONG", scope: "WHOLE" }}
      onOpenChange={(open) => open && setId(newId())}
      onFinish={({ scope, amounts, ...values }) =>
        mutateAsync({ ...values, id, lines: scope === "WHOLE" ? null : partsOf(amounts) })
      }
    >
      <Field name="reason">
        <Select options={optionsOf(redInvoiceReasonLabels)} />
      </Field>
      <Field name="explanation">
        <Input.TextArea rows={2} maxLength={200} placeholder="如：抬头写错，重新开具" />
      </Field>
      <Form.Item name="scope" label="红冲范围">
        <Radio.Group
          options={[
            { value: "WHOLE", label: "整张（未红冲的全部）" },
            { value: "PART", label: "部分" },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Values, after: Values) => before.scope !== after.scope}>
        {({ getFieldValue }) =>
          getFieldValue("scope") === "PART" &&
          rest.map((line) => (
            <Form.Item
              key={line.id}
              name={["amounts", line.id]}
              label={`${line.itemName} ${line.spec}（可红冲 ${formatFen(line.amountFen - line.redFen)} 元）`}
            >
              <MoneyInput />
            </Form.Item>
          ))
        }
      </Form.Item>
    </FormDialog>
  );
}

const partsOf = (amounts: Values["amounts"] = {}) =>
  Object.entries(amounts).flatMap(([lineId, amountFen]) => (amountFen ? [{ lineId, amountFen }] : []));
