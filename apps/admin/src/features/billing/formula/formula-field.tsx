import { useQuery } from "@tanstack/react-query";
import type { CreateRateDto } from "@linli/contracts";
import { Alert, Form, Input } from "antd";
import { useDeferredValue } from "react";
import { Field } from "../../../components/field";
import { useProjectId } from "../../../lib/session";
import { formulaCheck } from "./formula.queries";

/** The formula of a rate, checked while it is typed, with what a real room would pay (BIL-03). */
export function FormulaField({ locked }: { locked: boolean }) {
  const form = Form.useFormInstance<CreateRateDto>();
  const formula = Form.useWatch<string | undefined>("formula", form) ?? "";
  const version = Form.useWatch<Partial<CreateRateDto["version"]> | undefined>("version", form);
  const typed = useDeferredValue(formula);
  const unitPrice = priceOf(version?.unitPrice);
  const surcharge = priceOf(version?.surcharge);
  const check = useQuery(formulaCheck(useProjectId(), { formula: typed, unitPrice, surcharge }));
  const { problem, names = [], roomCode, example = [] } = check.data ?? {};
  return (
    <>
      <Field
        name="formula"
        extra={`可用：数字、+ − × ÷、括号、最大(…)、最小(…)，和 ${names.length > 0 ? names.join("、") : KNOWN}`}
        rules={[{ required: true, message: "请填写计费公式" }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 5 }}
          placeholder="例如：最大(收费面积, 60) × 单价 + 附加费"
          disabled={locked}
        />
      </Field>
      {typed !== "" && check.data && (
        <Alert
          className="form-note"
          type={problem ? "error" : "success"}
          showIcon
          role="status"
          title={problem ?? (roomCode ? `公式可用。以 ${roomCode} 为例：` : "公式可用")}
          description={
            problem ? undefined : (
              <ul>
                {example.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )
          }
        />
      )}
    </>
  );
}

const KNOWN = "收费面积、建筑面积、套内面积、使用面积、数量、单价、附加费";

/** A price that is typed as far as it is a number. */
const priceOf = (text?: string | null) => (text && /^\d+(\.\d{1,4})?$/.test(text) ? text : undefined);
