import { useMutation, useQuery } from "@tanstack/react-query";
import type { AttributeDto, AttributeOwner, AttributeValueDto } from "@linli/contracts";
import type { Permission } from "@linli/contracts/enums";
import { Button, Flex } from "antd";
import { Can } from "../../components/can";
import { DescriptionList } from "../../components/description-list";
import { FormDialog } from "../../components/form-dialog";
import { useProjectId } from "../../lib/session";
import { AttributeField } from "./attribute-fields";
import { attributeQueries, setAttributes } from "./attributes.queries";
import { type AttributeFormValues, attributeText, fromAttributeForm, toAttributeForm } from "./attribute-words";

interface Thing {
  id: string;
  attributes: readonly AttributeValueDto[];
}

const writes = { ROOM: "property:write", CUSTOMER: "customer:write" } as const satisfies Record<
  AttributeOwner,
  Permission
>;

/** What the project keeps of a room or a customer in addition, with its form. Nothing when it keeps nothing. */
export function AttributeSection({ owner, thing }: { owner: AttributeOwner; thing: Thing }) {
  const { data = [] } = useQuery(attributeQueries.list(useProjectId(), owner));
  const definitions = data.filter(({ active }) => active);
  if (definitions.length === 0) return null;
  const missing = definitions.filter((one) => one.mandatory && attributeText(one, thing.attributes) === "");
  return (
    <section aria-label="自定义资料">
      <Flex gap={12} align="baseline">
        <h2 className="section-title">自定义资料</h2>
        <Can do={writes[owner]}>
          <AttributeForm owner={owner} thing={thing} definitions={definitions} />
        </Can>
      </Flex>
      {missing.length > 0 && (
        <p>
          <span className="tone tone-warning">缺 {missing.map(({ name }) => name).join("、")}</span>
        </p>
      )}
      <DescriptionList items={definitions.map((one) => [one.name, attributeText(one, thing.attributes)])} />
    </section>
  );
}

function AttributeForm({
  owner,
  thing,
  definitions,
}: {
  owner: AttributeOwner;
  thing: Thing;
  definitions: readonly AttributeDto[];
}) {
  const { mutateAsync } = useMutation(setAttributes(useProjectId(), owner, thing.id));
  return (
    <FormDialog<{ values: AttributeFormValues }>
      name="attributes"
      title="修改自定义资料"
      trigger={
        <Button size="small" aria-label="修改自定义资料">
          修改
        </Button>
      }
      initialValues={{ values: toAttributeForm(definitions, thing.attributes) }}
      onFinish={({ values }) => mutateAsync({ values: fromAttributeForm(values) })}
    >
      {definitions.map((definition) => (
        <AttributeField key={definition.id} definition={definition} field="values" />
      ))}
    </FormDialog>
  );
}
