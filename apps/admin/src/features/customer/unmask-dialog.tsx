import { useMutation } from "@tanstack/react-query";
import type { UnmaskDto, UnmaskedDto } from "@linli/contracts";
import { Button, Input } from "antd";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { useProjectId } from "../../lib/session";
import { unmaskCustomer } from "./customer.queries";

/** Asks for the reason and shows the whole numbers; the look is logged (LAW-30). */
export function UnmaskDialog({ customerId, onShown }: { customerId: string; onShown: (numbers: UnmaskedDto) => void }) {
  const { mutateAsync } = useMutation(unmaskCustomer(useProjectId(), customerId));

  return (
    <FormDialog<UnmaskDto>
      name="unmask-customer"
      title="显示完整号码"
      dto="UnmaskDto"
      kind="modal"
      trigger={<Button>显示完整号码</Button>}
      note="每次查看都会连同原因记录在案。"
      submitText="显示"
      onFinish={async (values) => onShown(await mutateAsync(values))}
    >
      <Field name="reason">
        <Input placeholder="例如：核对过户材料" />
      </Field>
    </FormDialog>
  );
}
