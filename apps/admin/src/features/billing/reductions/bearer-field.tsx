import { Field } from "../../../components/field";
import { CustomerSelect } from "../../customer/customer-select";

interface Props {
  /** What is taken off the payer, as a sentence calls it: 减免的部分. */
  part: string;
  /** How the choice ends; a full sentence of its own. */
  note?: string;
  disabled?: boolean;
}

/** Who bears a reduction and owes it in place of the payer (承担方, BIL-43). */
export function BearerField({ part, note = "", disabled = false }: Props) {
  return (
    <Field
      name="bearerId"
      extra={`由开发商或公司承担（赠送物业费）时选择；${part}成为他的应收，不填则为减收${note && `。${note}`}`}
    >
      <CustomerSelect disabled={disabled} allowClear />
    </Field>
  );
}
