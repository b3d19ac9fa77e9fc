import { useQuery } from "@tanstack/react-query";
import type { AttributeDto, AttributeOwner } from "@linli/contracts";
import { Divider, Form, Input, Select } from "antd";
import { DateInput } from "../../components/date-input";
import { useProjectId } from "../../lib/session";
import { attributeQueries } from "./attributes.queries";

/** What the project keeps in addition, in the form of a new room or customer; send it through `fromAttributeForm`. */
export function NewAttributeFields({ owner }: { owner: AttributeOwner }) {
  const { data = [] } = useQuery(attributeQueries.list(useProjectId(), owner));
  const definitions = data.filter(({ active }) => active);
  if (definitions.length === 0) return null;
  return (
    <>
      <Divider titlePlacement="start">自定义资料</Divider>
      <div className="form-columns">
        {definitions.map((definition) => (
          <AttributeField key={definition.id} definition={definition} field="attributes" />
        ))}
      </div>
    </>
  );
}

/** The control of one attribute, by its type; its name is `<field>.<id>` as in the API's errors. */
export function AttributeField({ definition, field }: { definition: AttributeDto; field: "values" | "attributes" }) {
  const { id, name, mandatory } = definition;
  return (
    <Form.Item
      name={[field, id]}
      label={name}
      rules={[{ required: mandatory, message: `请填写「${name}」` }]}
      messageVariables={{ label: name }}
    >
      {controlOf(definition)}
    </Form.Item>
  );
}

function controlOf({ type, choices }: AttributeDto) {
  const options = choices.map((choice) => ({ value: choice.id, label: choice.name }));
  if (type === "DATE") return <DateInput />;
  if (type === "NUMBER") return <Input className="figures" inputMode="decimal" maxLength={20} placeholder="如 12.5" />;
  if (type === "TEXT") return <Input maxLength={200} />;
  if (type === "FLAG") return <Select allowClear placeholder="请选择" options={flags} />;
  return (
    <Select
      allowClear
      mode={type === "CHOICES" ? "multiple" : undefined}
      placeholder="请选择"
      options={options}
      showSearch={{ optionFilterProp: "label" }}
    />
  );
}

const flags = [
  { value: "true", label: "是" },
  { value: "false", label: "否" },
];
