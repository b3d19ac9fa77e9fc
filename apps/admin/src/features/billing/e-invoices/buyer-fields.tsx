import { useQuery } from "@tanstack/react-query";
import type { EInvoiceBuyerDto, InvoiceTitleDto } from "@linli/contracts";
import { titleKindLabels } from "@linli/contracts/enums";
import { Form, Input, Select } from "antd";
import { Field } from "../../../components/field";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { detailQueries } from "../../customer/details.queries";

const DTO = "EInvoiceBuyerDto";

/** Whom the invoice is made out to; a title of the payer can be taken over. */
export function BuyerFields({ payerId }: { payerId: string }) {
  const isCompany = Form.useWatch<EInvoiceBuyerDto["kind"] | undefined>(["buyer", "kind"]) === "COMPANY";
  return (
    <fieldset className="plain-fieldset">
      <legend>购买方</legend>
      <Titles payerId={payerId} />
      <div className="form-columns">
        <Field dto={DTO} name={["buyer", "kind"]}>
          <Select options={optionsOf(titleKindLabels)} />
        </Field>
        <Field dto={DTO} name={["buyer", "name"]}>
          <Input autoComplete="off" />
        </Field>
        {isCompany && (
          <>
            <Field
              dto={DTO}
              name={["buyer", "taxNumber"]}
              required
              rules={[{ required: true, message: "企业抬头请填写纳税人识别号" }]}
            >
              <Input autoComplete="off" />
            </Field>
            <Field dto={DTO} name={["buyer", "address"]}>
              <Input autoComplete="off" />
            </Field>
            <Field dto={DTO} name={["buyer", "phone"]}>
              <Input autoComplete="off" />
            </Field>
            <Field dto={DTO} name={["buyer", "bank"]}>
              <Input autoComplete="off" />
            </Field>
            <Field dto={DTO} name={["buyer", "account"]}>
              <Input autoComplete="off" />
            </Field>
          </>
        )}
        <Field dto={DTO} name={["buyer", "email"]} label="交付邮箱">
          <Input autoComplete="off" />
        </Field>
        <Field dto={DTO} name={["buyer", "mobile"]} label="交付手机">
          <Input autoComplete="off" />
        </Field>
      </div>
    </fieldset>
  );
}

function Titles({ payerId }: { payerId: string }) {
  const form = Form.useFormInstance<{ buyer: EInvoiceBuyerDto }>();
  const mayRead = useCan("customer:read");
  const { data } = useQuery({ ...detailQueries.of(useProjectId(), payerId), enabled: mayRead });
  if (!data || data.invoiceTitles.length === 0) return null;
  const take = ({ kind, title, taxNumber, address, phone, bank }: InvoiceTitleDto) =>
    form.setFieldsValue({ buyer: { kind, name: title, taxNumber, address, phone, bank } });
  return (
    <Form.Item label="客户的发票抬头" extra="带入后可以修改；银行账号需要时请填写">
      <Select
        placeholder="选择抬头带入"
        aria-label="客户的发票抬头"
        options={data.invoiceTitles.map(({ id, title, kind }) => ({
          value: id,
          label: `${title}（${titleKindLabels[kind]}）`,
        }))}
        onChange={(id: string) => take(data.invoiceTitles.find((one) => one.id === id)!)}
      />
    </Form.Item>
  );
}
