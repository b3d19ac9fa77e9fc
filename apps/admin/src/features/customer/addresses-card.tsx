import { useMutation } from "@tanstack/react-query";
import type { CustomerAddressDto, SaveAddressDto } from "@linli/contracts";
import { addressKindLabels } from "@linli/contracts/enums";
import { Button, Input, Select } from "antd";
import type { ReactElement } from "react";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { saveAddress } from "./details.queries";
import { PartCard, RemovePart } from "./part-card";

/** Further addresses, beside the postal and registered one among the basic data. */
export function AddressesCard({
  customerId,
  addresses,
}: {
  customerId: string;
  addresses: readonly CustomerAddressDto[];
}) {
  return (
    <PartCard<CustomerAddressDto>
      title="更多地址"
      rows={addresses}
      empty="没有更多地址；通讯地址和户口所在地在基本资料中"
      add={<AddressForm customerId={customerId} trigger={<Button size="small">登记地址</Button>} />}
      columns={[
        { title: "类型", key: "kind", width: 120, render: (_value, { kind }) => addressKindLabels[kind] },
        { title: "地址", key: "text", dataIndex: "text" },
      ]}
      actions={(address) => (
        <>
          <AddressForm
            customerId={customerId}
            address={address}
            trigger={
              <Button type="link" aria-label={`修改地址 ${address.text}`}>
                修改
              </Button>
            }
          />
          <RemovePart customerId={customerId} part="addresses" row={{ id: address.id, name: address.text }} />
        </>
      )}
    />
  );
}

function AddressForm({
  customerId,
  address,
  trigger,
}: {
  customerId: string;
  address?: CustomerAddressDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}) {
  const { mutateAsync } = useMutation(saveAddress(useProjectId(), customerId, address?.id));
  return (
    <FormDialog<SaveAddressDto>
      name={`address-${address?.id ?? "new"}`}
      title={address ? "修改地址" : "登记地址"}
      dto="SaveAddressDto"
      kind="modal"
      trigger={trigger}
      initialValues={address ? { kind: address.kind, text: address.text } : { kind: "POSTAL" }}
      onFinish={mutateAsync}
    >
      <Field name="kind">
        <Select options={optionsOf(addressKindLabels)} />
      </Field>
      <Field name="text">
        <Input autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
