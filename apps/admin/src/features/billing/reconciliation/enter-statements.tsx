import { UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Upload } from "antd";
import { useState } from "react";
import { FormDialog } from "../../../components/form-dialog";
import { formatFen } from "../../../lib/money";
import { useProjectId } from "../../../lib/session";
import { saveStatements } from "./reconciliation.queries";
import { readStatement } from "./statement-lines";

interface Values {
  text: string;
}

/** Many days at once: pasted from a workbook, or read from a CSV file. */
export function EnterStatements() {
  const { mutateAsync } = useMutation(saveStatements(useProjectId()));
  return (
    <FormDialog<Values>
      name="enter-statements"
      title="登记对账单"
      width={640}
      trigger={<Button type="primary">登记对账单</Button>}
      note="每行一天一个渠道：日期、渠道、金额（收款减退款，不扣手续费）。可以从 Excel 复制粘贴，或选择 CSV 文件。同一天同一渠道再次登记，以后一次为准。"
      onFinish={({ text }) => {
        const { lines, faults } = readStatement(text);
        if (faults.length > 0) throw new Error(faults.slice(0, 3).join("；"));
        return mutateAsync({ lines });
      }}
    >
      {(form) => (
        <>
          <Form.Item label="CSV 文件">
            <CsvFile onText={(text) => form.setFieldValue("text", text)} />
          </Form.Item>
          <Form.Item
            name="text"
            label="对账单"
            rules={[{ required: true, whitespace: true, message: "请填写对账单，或选择文件" }]}
          >
            <Input.TextArea
              autoSize={{ minRows: 6, maxRows: 16 }}
              placeholder={"2026-03-10 微信 1234.50\n2026-03-10 支付宝 980.00"}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() => <Found text={(form.getFieldValue("text") as string | undefined) ?? ""} />}
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}

/** What was understood of the text, before it is saved. */
function Found({ text }: { text: string }) {
  if (text.trim() === "") return null;
  const { lines, faults } = readStatement(text);
  if (faults.length > 0) return <Alert type="error" showIcon title={faults.slice(0, 3).join("；")} />;
  const sumFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return <Alert type="success" showIcon title={`${lines.length} 行，合计 ${formatFen(sumFen)} 元`} />;
}

/** The text of a CSV file; those of banks and platforms are UTF-8 or GBK. */
function CsvFile({ onText }: { onText: (text: string) => void }) {
  const [name, setName] = useState<string>();
  async function read(file: File) {
    onText(decoded(await file.arrayBuffer()));
    setName(file.name);
  }
  return (
    <Upload
      accept=".csv,.txt"
      showUploadList={false}
      beforeUpload={(file) => {
        void read(file);
        return false;
      }}
    >
      <Button icon={<UploadOutlined />}>选择文件</Button>
      {name && <span className="unsaved-hint"> {name}</span>}
    </Upload>
  );
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gbk").decode(bytes);
  }
}
