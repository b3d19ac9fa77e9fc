import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import {
  debitAlignLabels,
  debitDateFormatLabels,
  debitEncodingLabels,
  debitFieldLabels,
  debitFileFormLabels,
  debitPadLabels,
  debitSeparatorLabels,
  debitUnitLabels,
} from "@linli/contracts/enums";
import { Button, Checkbox, Flex, Form, Input, InputNumber, Select } from "antd";
import { Field } from "../../../components/field";
import { optionsOf } from "../../../lib/labels";

const PARTS = { header: "文件头", detail: "明细列", trailer: "文件尾" } as const;

/** The layout of a file: its form and, part by part, its columns in order. */
export function FormatFields({ name }: { name: "request" | "result" }) {
  const dto = "DebitFileFormatDto";
  return (
    <>
      <div className="form-columns">
        <Field dto={dto} name={[name, "form"]}>
          <Select options={optionsOf(debitFileFormLabels)} />
        </Field>
        <Field dto={dto} name={[name, "encoding"]}>
          <Select options={optionsOf(debitEncodingLabels)} />
        </Field>
        <Field dto={dto} name={[name, "separator"]}>
          <Select allowClear options={optionsOf(debitSeparatorLabels)} />
        </Field>
        <Field dto={dto} name={[name, "unit"]}>
          <Select options={optionsOf(debitUnitLabels)} />
        </Field>
        <Field dto={dto} name={[name, "dateFormat"]}>
          <Select options={optionsOf(debitDateFormatLabels)} />
        </Field>
        <Field dto={dto} name={[name, "titled"]} valuePropName="checked">
          <Checkbox>明细上面有一行列标题</Checkbox>
        </Field>
      </div>
      {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => (
        <Columns key={part} name={name} part={part} />
      ))}
    </>
  );
}

function Columns({ name, part }: { name: string; part: keyof typeof PARTS }) {
  const inPart = (index: number, field: string) => [index, field];
  return (
    <Form.List name={[name, part]}>
      {(columns, { add, remove, move }) => (
        <fieldset style={{ border: 0, padding: 0, margin: "8px 0" }}>
          <legend>{PARTS[part]}</legend>
          {columns.map(({ key, name: index }) => {
            const label = (what: string) => `${PARTS[part]}第 ${index + 1} 列${what}`;
            return (
              <Flex key={key} gap={4} wrap style={{ marginBottom: 4 }}>
                <Form.Item name={inPart(index, "field")} noStyle>
                  <Select aria-label={label("内容")} options={optionsOf(debitFieldLabels)} style={{ width: 170 }} />
                </Form.Item>
                <Form.Item name={inPart(index, "title")} noStyle>
                  <Input aria-label={label("标题")} placeholder="标题" style={{ width: 110 }} />
                </Form.Item>
                <Form.Item name={inPart(index, "text")} noStyle>
                  <Input aria-label={label("固定内容或对照")} placeholder="固定内容或对照" style={{ width: 160 }} />
                </Form.Item>
                <Form.Item name={inPart(index, "width")} noStyle>
                  <InputNumber aria-label={label("宽度")} placeholder="宽度" min={1} max={200} style={{ width: 80 }} />
                </Form.Item>
                <Form.Item name={inPart(index, "align")} noStyle>
                  <Select
                    aria-label={label("对齐")}
                    placeholder="对齐"
                    allowClear
                    options={optionsOf(debitAlignLabels)}
                    style={{ width: 100 }}
                  />
                </Form.Item>
                <Form.Item name={inPart(index, "pad")} noStyle>
                  <Select
                    aria-label={label("补位")}
                    placeholder="补位"
                    allowClear
                    options={optionsOf(debitPadLabels)}
                    style={{ width: 100 }}
                  />
                </Form.Item>
                <Button disabled={index === 0} onClick={() => move(index, index - 1)} aria-label={label("上移")}>
                  ↑
                </Button>
                <Button icon={<DeleteOutlined />} onClick={() => remove(index)} aria-label={label("删除")} />
              </Flex>
            );
          })}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ field: "CONSTANT" })}>
            {`添加${PARTS[part]}的列`}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
