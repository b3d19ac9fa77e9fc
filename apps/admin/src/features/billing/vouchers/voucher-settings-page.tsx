import { useMutation, useQuery } from "@tanstack/react-query";
import type { SaveVoucherSettingsDto, VoucherSettingsDto } from "@linli/contracts";
import { Alert, Card, Switch } from "antd";
import { Field } from "../../../components/field";
import { PageForm } from "../../../components/page-form";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { AccountRows, ItemAccounts, MethodAccounts, RoleAccounts } from "./voucher-settings-fields";
import { VoucherSettingsView } from "./voucher-settings-view";
import { saveVoucherSettings, voucherQueries } from "./vouchers.queries";

/** 凭证科目: the accounts of finance that vouchers are written on. */
export function VoucherSettingsPage() {
  const query = useQuery(voucherQueries.settings(useProjectId()));
  const mayWrite = useCan("billing:vouchers");
  return (
    <>
      <PageHeader
        title="凭证科目"
        help="vouchers"
        description="凭证按这里的科目生成。编码和名称请与财务软件一致；改动只影响以后导出的凭证。"
      />
      <QueryView query={query}>
        {(settings) => (
          <>
            {!settings.saved && (
              <Alert
                type="info"
                showIcon
                style={{ marginBottom: 12 }}
                title="还没有设置过，目前用企业会计准则的常用科目"
              />
            )}
            {mayWrite ? <SettingsForm settings={settings} /> : <VoucherSettingsView settings={settings} />}
          </>
        )}
      </QueryView>
    </>
  );
}

interface Chosen {
  code?: string | null;
}

type Values = Omit<SaveVoucherSettingsDto, "roles" | "items" | "methods"> &
  Record<"roles" | "methods", Chosen[]> & { items?: Record<string, Chosen> };

function SettingsForm({ settings }: { settings: VoucherSettingsDto }) {
  const { mutateAsync } = useMutation(saveVoucherSettings(useProjectId()));
  const { splitTax, accounts, roles, methods } = settings;
  return (
    <PageForm<Values>
      name="voucher-settings"
      dto="SaveVoucherSettingsDto"
      initialValues={{ splitTax, accounts, roles, methods }}
      onFinish={(values) => mutateAsync(bodyOf(settings, values))}
    >
      <Card size="small" title="用途科目">
        <Field
          name="splitTax"
          valuePropName="checked"
          extra="开：收入按不含税入账，税额按税率另记销项税额，代收款不分税；关：收入含税入账"
        >
          <Switch />
        </Field>
        <RoleAccounts roles={settings.roles} />
      </Card>
      <Card size="small" title="收费项目科目" className="section-card">
        <ItemAccounts items={settings.items} roles={settings.roles} />
      </Card>
      <Card size="small" title="收款方式科目" className="section-card">
        <MethodAccounts methods={settings.methods} />
      </Card>
      <Card size="small" title="科目表" className="section-card">
        <AccountRows />
      </Card>
    </PageForm>
  );
}

/** The form knows only codes: those of items by id, the others in the order of the settings, which never changes. */
const bodyOf = (settings: VoucherSettingsDto, values: Values): SaveVoucherSettingsDto => ({
  splitTax: values.splitTax,
  accounts: values.accounts,
  roles: settings.roles.map(({ role }, index) => ({ role, code: values.roles[index]?.code ?? null })),
  items: Object.entries(values.items ?? {}).map(([feeItemId, { code = null }]) => ({ feeItemId, code })),
  methods: settings.methods.map(({ method }, index) => ({ method, code: values.methods[index]?.code ?? null })),
});
