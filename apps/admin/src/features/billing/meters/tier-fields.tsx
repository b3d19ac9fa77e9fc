import { DeleteOutlined } from "@ant-design/icons";
import type { RateTierDto } from "@linli/contracts";
import { Button, Form, InputNumber } from "antd";
import { DecimalInput } from "../../../components/decimal-input";
import { Field } from "../../../components/field";
import "./meters.css";

/** 阶梯 of a price by meter (BIL-21): each step to its limit, the last open. `within` is the part of the form it belongs to. */
export function TierFields({ within }: { within?: string }) {
  const path = (...field: (string | number)[]) => (within ? [within, ...field] : field);
  const tiers = Form.useWatch<RateTierDto[] | undefined>(path("tiers"), Form.useFormInstance()) ?? [];
  return (
    <>
      <Form.List name={path("tiers")}>
        {(steps, { add, remove }) => (
          <>
            {steps.map(({ key, name }, index) => {
              const isLast = index === steps.length - 1;
              return (
                <div key={key} className="tier-row" role="group" aria-label={`第 ${index + 1} 档`}>
                  <Field
                    dto="RateTierDto"
                    name={[name, "upTo"]}
                    label={`第 ${index + 1} 档到`}
                    rules={isLast ? [] : [needed]}
                  >
                    <DecimalInput places={4} placeholder={isLast ? "以上" : ""} disabled={isLast} />
                  </Field>
                  <Field dto="RateTierDto" name={[name, "price"]} label="单价">
                    <DecimalInput places={6} unit="元" />
                  </Field>
                  <Field dto="RateTierDto" name={[name, "perPerson"]} label="每多一人加">
                    <DecimalInput places={4} disabled={isLast} />
                  </Field>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={`删除第 ${index + 1} 档`}
                    onClick={() => remove(name)}
                  />
                </div>
              );
            })}
            <Form.Item>
              <Button onClick={() => add({ upTo: null })}>{steps.length === 0 ? "设阶梯价" : "增加一档"}</Button>
            </Form.Item>
          </>
        )}
      </Form.List>
      {/* Outside the list: inside, its name would be one of the list's own. */}
      <Field
        dto="UpdateRateVersionDto"
        name={path("basePersons")}
        label="基准人数"
        hidden={!tiers.some((tier) => tier?.perPerson)}
        extra="超过这个人数，每多一人，各档按上面所填放宽"
      >
        <InputNumber precision={0} min={1} max={50} suffix="人" style={{ width: 200 }} />
      </Field>
    </>
  );
}

const needed = { required: true, message: "请填写用量上限" };

/** Tiers as they are sent: the last is open whatever was typed before it became the last. */
export const toTiers = (tiers: RateTierDto[] | undefined): RateTierDto[] =>
  (tiers ?? []).map((tier, index, all) =>
    index === all.length - 1
      ? { upTo: null, price: tier.price }
      : { upTo: tier.upTo, price: tier.price, perPerson: tier.perPerson || null },
  );
