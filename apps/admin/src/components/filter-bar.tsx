import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { Badge, Button, Flex, Form, Input, Select } from "antd";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { optionsOf } from "../lib/labels";
import { fromFormValues, toFormValues, type FilterValues, type ListFilter } from "../lib/list-filter";
import { useIsNarrow } from "../lib/use-is-narrow";
import { RangeInput } from "./date-input";

/** The filters of a list: the first four (on a telephone: the first) in sight, the rest under 更多筛选. Choices act at once, text on Enter. */
export function FilterBar({
  name,
  filters,
  values,
  onChange,
}: {
  /** Tells the fields of several lists on one page apart. */
  name: string;
  filters: readonly ListFilter[];
  values: FilterValues;
  onChange: (values: FilterValues) => void;
}) {
  const [form] = Form.useForm<Record<string, unknown>>();
  const visible = useIsNarrow() ? 1 : 4;
  const rest = filters.slice(visible);
  const usedOfRest = rest.filter(
    (filter) => filter.name in values || (filter.to !== undefined && filter.to in values),
  ).length;
  const [open, setOpen] = useState(usedOfRest > 0);

  // The URL is the truth: going back in the browser shows the filters of then. What was applied here stands in the form
  // already, where somebody may be typing the next by the time it arrives.
  const shown = JSON.stringify(toFormValues(filters, values));
  const applied = useRef<string[]>([]);
  useEffect(() => {
    const arrived = applied.current.indexOf(shown);
    applied.current = arrived < 0 ? [] : applied.current.slice(arrived + 1);
    if (arrived >= 0) return;
    form.resetFields();
    form.setFieldsValue(JSON.parse(shown) as Record<string, unknown>);
  }, [form, shown]);

  function apply() {
    const next = fromFormValues(filters, form.getFieldsValue());
    const arriving = JSON.stringify(toFormValues(filters, next));
    applied.current = arriving === shown ? [] : [...applied.current, arriving];
    onChange(next);
  }

  function handleValuesChange(changed: Record<string, unknown>) {
    const isTyping = filters.some((filter) => filter.name in changed && isText(filter) && changed[filter.name] !== "");
    if (!isTyping) apply();
  }

  const fieldsOf = (some: readonly ListFilter[]) =>
    some.map((filter) => (
      <Form.Item key={filter.name} name={filter.name} label={filter.label} className="filter-field">
        {controlOf(filter)}
      </Form.Item>
    ));

  return (
    <Form
      form={form}
      name={`${name}-filters`}
      layout="inline"
      className="filter-bar"
      onFinish={apply}
      onValuesChange={handleValuesChange}
    >
      {fieldsOf(filters.slice(0, visible))}
      {open && fieldsOf(rest)}
      <Flex gap={8} className="filter-buttons">
        <Button htmlType="submit">查询</Button>
        {Object.keys(values).length > 0 && <Button onClick={() => onChange({})}>重置</Button>}
        {rest.length > 0 && (
          <Button
            type="link"
            onClick={() => setOpen(!open)}
            aria-expanded={open}
            icon={open ? <UpOutlined /> : <DownOutlined />}
            iconPlacement="end"
          >
            {open ? "收起筛选" : "更多筛选"}
            {!open && usedOfRest > 0 && <Badge count={usedOfRest} size="small" style={{ marginInlineStart: 4 }} />}
          </Button>
        )}
      </Flex>
    </Form>
  );
}

const isText = ({ input, labels, range }: ListFilter) => !input && !labels && !range;

function controlOf({ label, labels, multiple, input, range, placeholder, width = 160 }: ListFilter): ReactElement {
  if (input) return input;
  if (range) return <RangeInput of={range} aria-label={label} />;
  if (!labels) return <Input allowClear placeholder={placeholder} style={{ width }} maxLength={100} />;
  return (
    <Select
      allowClear
      mode={multiple ? "multiple" : undefined}
      maxTagCount="responsive"
      options={optionsOf(labels)}
      placeholder={placeholder ?? "全部"}
      style={{ width }}
      showSearch={{ optionFilterProp: "label" }}
    />
  );
}
