import type { VoucherSettingsDto } from "@linli/contracts";
import { commonMethodAccounts, type MoneyMethod, paymentMethodLabels, voucherRoleLabels } from "@linli/contracts/enums";
import { Table } from "antd";

/** The accounts for those who may only read them. */
export function VoucherSettingsView({ settings }: { settings: VoucherSettingsDto }) {
  const { accounts, roles, items, methods, splitTax } = settings;
  const nameOf = (code: string | null | undefined) =>
    code ? `${code} ${accounts.find((one) => one.code === code)?.name ?? "（不在科目表中）"}` : "不设";
  const ofRole = (role: string) => roles.find((one) => one.role === role)?.code;
  const rows = [
    ...roles.map(({ role, code }) => ["用途", voucherRoleLabels[role], nameOf(code)]),
    ...items.map(({ name, code, role }) => ["收费项目", name, nameOf(code ?? ofRole(role))]),
    ...methods.map(({ method, code }) => [
      "收款方式",
      paymentMethodLabels[method],
      nameOf(code ?? commonMethodAccounts[method as MoneyMethod]),
    ]),
  ].map(([kind, name, account]) => ({ kind, name, account }));
  return (
    <>
      <p className="desk-rule">{splitTax ? "价税分离：收入不含税，税额另记销项税额。" : "收入含税入账，不分税额。"}</p>
      <Table
        size="small"
        rowKey={({ kind, name }) => `${kind} ${name}`}
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={rows}
        columns={[
          { dataIndex: "kind", title: "类别" },
          { dataIndex: "name", title: "名称" },
          { dataIndex: "account", title: "科目" },
        ]}
      />
    </>
  );
}
