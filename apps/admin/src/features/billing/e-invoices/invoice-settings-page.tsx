import { useMutation, useQuery } from "@tanstack/react-query";
import type { InvoiceSettingsDto } from "@linli/contracts";
import { invoiceAdapterLabels } from "@linli/contracts/enums";
import { Card, Input, Select, Switch } from "antd";
import { DescriptionList } from "../../../components/description-list";
import { Field } from "../../../components/field";
import { PageForm } from "../../../components/page-form";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { eInvoiceQueries, saveInvoiceSettings } from "./e-invoices.queries";

/** 电子发票设置: who sells, and who issues. */
export function InvoiceSettingsPage() {
  const query = useQuery(eInvoiceQueries.settings(useProjectId()));
  const mayWrite = useCan("billing:invoice-settings");
  return (
    <>
      <PageHeader
        title="电子发票设置"
        help="invoices"
        description="不启用时，发票在别处开具，只在收据上登记号码。修改只影响以后的申请。"
      />
      <QueryView query={query}>
        {(settings) => (mayWrite ? <SettingsForm settings={settings} /> : <SettingsView settings={settings} />)}
      </QueryView>
    </>
  );
}

function SettingsForm({ settings }: { settings: InvoiceSettingsDto }) {
  const { mutateAsync } = useMutation(saveInvoiceSettings(useProjectId()));
  return (
    <PageForm<InvoiceSettingsDto>
      name="invoice-settings"
      dto="InvoiceSettingsDto"
      initialValues={settings}
      onFinish={mutateAsync}
    >
      <Card size="small" title="开具">
        <Field name="adapter" extra="文件交换：申请写成文件放进交换文件夹，由供应商取走；结果文件每分钟取回一次">
          <Select options={optionsOf(invoiceAdapterLabels)} style={{ maxWidth: 320 }} />
        </Field>
        <Field name="issuerName">
          <Input style={{ maxWidth: 320 }} autoComplete="off" />
        </Field>
        <Field
          name="invoiceCollected"
          valuePropName="checked"
          extra="一般由水、电等供应单位开票；确由本单位开票时才打开，按收费项目的税率开具"
        >
          <Switch />
        </Field>
      </Card>
      <Card size="small" title="销售方" className="section-card">
        <div className="form-columns">
          <Field name="sellerName">
            <Input autoComplete="off" />
          </Field>
          <Field name="sellerTaxNumber">
            <Input autoComplete="off" />
          </Field>
          <Field name="sellerAddress">
            <Input autoComplete="off" />
          </Field>
          <Field name="sellerPhone">
            <Input autoComplete="off" />
          </Field>
          <Field name="sellerBank">
            <Input autoComplete="off" />
          </Field>
          <Field name="sellerAccount">
            <Input autoComplete="off" />
          </Field>
        </div>
      </Card>
    </PageForm>
  );
}

function SettingsView({ settings }: { settings: InvoiceSettingsDto }) {
  return (
    <Card size="small">
      <DescriptionList
        columns={2}
        items={[
          ["开具方式", invoiceAdapterLabels[settings.adapter]],
          ["开票人", settings.issuerName],
          ["销售方名称", settings.sellerName],
          ["销售方纳税人识别号", settings.sellerTaxNumber],
          ["销售方地址", settings.sellerAddress],
          ["销售方电话", settings.sellerPhone],
          ["销售方开户银行", settings.sellerBank],
          ["销售方银行账号", settings.sellerAccount],
          ["代收款项由本单位开票", settings.invoiceCollected ? "是" : "否"],
        ]}
      />
    </Card>
  );
}
