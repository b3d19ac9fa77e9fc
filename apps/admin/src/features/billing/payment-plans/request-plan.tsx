import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import type { ChargeDto, RequestPaymentPlanDto } from "@linli/contracts";
import { Button, Flex, Form, type FormInstance, Input, InputNumber, Space } from "antd";
import { type ReactElement, useState } from "react";
import { DateInput } from "../../../components/date-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { Money } from "../../../components/money";
import { MoneyInput } from "../../../components/money-input";
import { today } from "../../../lib/dates";
import { newId } from "../../../lib/new-id";
import { useProjectId } from "../../../lib/session";
import { requestPaymentPlan } from "./payment-plans.queries";
import { type Instalment, spread } from "./spread";
import "./payment-plans.css";

type Values = Pick<RequestPaymentPlanDto, "reason" | "instalments">;

/** Asks that what is open of charges of one payer may be paid in parts or later (BIL-54). */
export function RequestPlan({
  charges,
  trigger,
  onDone,
}: {
  charges: ChargeDto[];
  trigger: ReactElement<{ onClick?: () => void }>;
  onDone?: () => void;
}) {
  const { mutateAsync } = useMutation(requestPaymentPlan(useProjectId()));
  // Chosen when the form opens: a retry asks once.
  const [id, setId] = useState(newId);
  const owed = charges.filter(({ openFen }) => openFen > 0);
  const totalFen = owed.reduce((sum, { openFen }) => sum + openFen, 0);
  return (
    <FormDialog<Values>
      name="request-plan"
      title="申请分期缓缴"
      dto="RequestPaymentPlanDto"
      width={640}
      trigger={trigger}
      submitText="提交申请"
      note="由另一人审批。通过之日起，按期付清期间不计违约金，不催缴，不托收，不自动冲抵；有一期到期没有付清，次日起恢复。"
      onOpenChange={(isOpen) => isOpen && setId(newId())}
      initialValues={{ instalments: spread(totalFen, Math.min(3, totalFen), today()) }}
      onFinish={async (values) => {
        await mutateAsync({ ...values, id, chargeIds: owed.map((charge) => charge.id) });
        onDone?.();
      }}
    >
      {(form) => (
        <>
          <p>
            所选 {owed.length} 笔应收，未缴合计 <Money fen={totalFen} strong unit />
          </p>
          <Field name="reason">
            <Input.TextArea autoSize={{ minRows: 2 }} placeholder="例如：业主失业，申请分三个月付清" />
          </Field>
          <Spread form={form} totalFen={totalFen} />
          <Instalments totalFen={totalFen} />
        </>
      )}
    </FormDialog>
  );
}

/** Fills in equal instalments, one a month. */
function Spread({ form, totalFen }: { form: FormInstance<Values>; totalFen: number }) {
  const [count, setCount] = useState<number | null>(Math.min(3, totalFen));
  const [first, setFirst] = useState<string | null>(today());
  const most = Math.min(60, totalFen);
  const fill = () => count && first && form.setFieldsValue({ instalments: spread(totalFen, count, first) });
  return (
    <Form.Item label="按月均分" htmlFor="plan-count" extra="分 1 期即为缓缴到那一天">
      <Space wrap>
        <InputNumber
          id="plan-count"
          aria-label="期数"
          value={count}
          onChange={setCount}
          min={1}
          max={most}
          precision={0}
          suffix="期"
          style={{ width: 100 }}
        />
        <DateInput aria-label="首期应付日" value={first} onChange={setFirst} min={today()} style={{ width: 150 }} />
        <Button onClick={fill} disabled={!count || !first}>
          填入
        </Button>
      </Space>
    </Form.Item>
  );
}

function Instalments({ totalFen }: { totalFen: number }) {
  const instalments = (Form.useWatch("instalments") ?? []) as (Partial<Instalment> | undefined)[];
  const sum = instalments.reduce((all, one) => all + (one?.amountFen ?? 0), 0);
  return (
    <fieldset className="plan-instalments">
      <legend>各期</legend>
      <Form.List name="instalments">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: index }) => (
              <Flex key={key} gap={8} align="baseline">
                <span className="plan-number">第 {index + 1} 期</span>
                <Field dto="InstalmentInputDto" name={[index, "dueOn"]} label={null}>
                  <DateInput aria-label={`第 ${index + 1} 期应付日`} min={today()} />
                </Field>
                <Field dto="InstalmentInputDto" name={[index, "amountFen"]} label={null}>
                  <MoneyInput aria-label={`第 ${index + 1} 期金额`} />
                </Field>
                <Button
                  icon={<DeleteOutlined />}
                  onClick={() => remove(index)}
                  disabled={rows.length === 1}
                  aria-label={`删除第 ${index + 1} 期`}
                />
              </Flex>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})} disabled={rows.length >= 60}>
              添加一期
            </Button>
          </>
        )}
      </Form.List>
      <p className="plan-sum" aria-live="polite">
        各期合计 <Money fen={sum} strong unit />
        {sum !== totalFen && (
          <span className="negative">
            {sum < totalFen ? "，还差 " : "，多出 "}
            <Money fen={Math.abs(totalFen - sum)} unit />
          </span>
        )}
      </p>
    </fieldset>
  );
}
