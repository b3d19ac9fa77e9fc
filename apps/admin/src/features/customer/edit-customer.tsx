import { useMutation } from "@tanstack/react-query";
import type { CustomerDetailDto, SaveCustomerDto } from "@linli/contracts";
import { Button, type FormInstance } from "antd";
import { FormDialog } from "../../components/form-dialog";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { updateCustomer } from "./customer.queries";
import { isOnlyFamily } from "./customer.words";
import { IdentityFields } from "./identity-fields";

/** Changes a customer's data. Key data that is there (name, document, telephones) has forms of its own. */
export function EditCustomer({
  customer,
  shown,
}: {
  customer: CustomerDetailDto;
  /** Opened and closed from outside, without a button of its own. */
  shown?: { open: boolean; onOpenChange: (open: boolean) => void };
}) {
  const { mutateAsync } = useMutation(updateCustomer(useProjectId(), customer.id));
  const { name, kind, sex, idType, birthday, registeredPlace, emergencyName, address, remark } = customer;

  return (
    <FormDialog<SaveCustomerDto>
      name="edit-customer"
      title="修改客户资料"
      dto="SaveCustomerDto"
      {...(shown ?? { trigger: <Button type="primary">修改资料</Button> })}
      width={680}
      initialValues={{
        name,
        kind,
        sex: sex ?? undefined,
        idType: idType ?? undefined,
        birthday,
        registeredPlace,
        emergencyName,
        address,
        remark,
        confirmed: false,
      }}
      onFinish={({ idNumber, ...values }) => mutateAsync({ ...values, ...(idNumber && { idNumber }) })}
    >
      {(form: FormInstance) => (
        <IdentityFields form={form} family={isOnlyFamily(customer.relations, today())} known={customer} />
      )}
    </FormDialog>
  );
}
