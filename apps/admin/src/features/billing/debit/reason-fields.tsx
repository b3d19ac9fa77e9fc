import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { debitReasonLabels } from "@linli/contracts/enums";
import { Button, Flex, Form, Input, Select } from "antd";
import { Field } from "../../../components/field";
import { optionsOf } from "../../../lib/labels";

/** What the bank's codes mean to us (BIL-103). */
export function ReasonFields() {
  return (
    <>
      {(["successCodes", "partialCodes", "openCodes"] as const).map((name) => (
        <Field key={name} name={name}>
          <Select mode="tags" open={false} suffixIcon={null} placeholder="输入代码后回车" />
        </Field>
      ))}
      <Form.List name="reasons">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: index }) => (
              <Flex key={key} gap={4} style={{ marginBottom: 4 }}>
                <Form.Item name={[index, "code"]} noStyle>
                  <Input aria-label={`第 ${index + 1} 个失败代码`} placeholder="银行代码" style={{ width: 140 }} />
                </Form.Item>
                <Form.Item name={[index, "reason"]} noStyle>
                  <Select
                    aria-label={`第 ${index + 1} 个失败代码的原因`}
                    options={optionsOf(debitReasonLabels)}
                    style={{ width: 200 }}
                  />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined />}
                  onClick={() => remove(index)}
                  aria-label={`删除第 ${index + 1} 个失败代码`}
                />
              </Flex>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
              添加失败代码
            </Button>
          </>
        )}
      </Form.List>
    </>
  );
}
