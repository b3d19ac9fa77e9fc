import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { VoucherAccountDto, VoucherItemDto, VoucherSettingsDto } from "@linli/contracts";
import {
  commonMethodAccounts,
  type MoneyMethod,
  optionalVoucherRoles,
  paymentMethodLabels,
  type VoucherRole,
  voucherRoleLabels,
} from "@linli/contracts/enums";
import { Button, Form, Input, Select } from "antd";
import { Field } from "../../../components/field";
import "./vouchers.css";

/** The accounts that stand in the form right now. */
const useAccounts = (): Partial<VoucherAccountDto>[] =>
  Form.useWatch<Partial<VoucherAccountDto>[] | undefined>("accounts") ?? [];

/** An account as people read it; the code alone where the list does not have it. */
const nameOf = (accounts: readonly Partial<VoucherAccountDto>[], code: string | null | undefined): string =>
  [code, accounts.find((one) => one.code === code)?.name].filter(Boolean).join(" ");

function AccountField({
  name,
  label,
  initial,
  fallback,
  required = false,
}: {
  name: [list: string, which: number | string, field: "code"];
  label: string;
  /** Code to begin with, where the form has none. */
  initial?: string | null;
  /** Code of the account that holds without one. */
  fallback?: string | null;
  required?: boolean;
}) {
  const accounts = useAccounts();
  const options = accounts.flatMap(({ code }) => (code ? [{ value: code, label: nameOf(accounts, code) }] : []));
  return (
    <Form.Item
      name={name}
      label={label}
      initialValue={initial}
      rules={required ? [{ required, message: `请选择${label}的科目` }] : []}
    >
      <Select
        allowClear={!required}
        showSearch={{ optionFilterProp: "label" }}
        options={options}
        placeholder={fallback ? `按默认：${nameOf(accounts, fallback)}` : "不设"}
      />
    </Form.Item>
  );
}

/** What leaving a role without an account does. */
const WITHOUT: Partial<Record<VoucherRole, string>> = {
  WAIVER: "不设则冲减收入",
  BANK_FEE: "银行托收扣的；不设则不生成凭证",
};

export function RoleAccounts({ roles }: Pick<VoucherSettingsDto, "roles">) {
  return (
    <div className="form-columns">
      {roles.map(({ role }, index) => (
        <AccountField
          key={role}
          name={["roles", index, "code"]}
          label={WITHOUT[role] ? `${voucherRoleLabels[role]}（${WITHOUT[role]}）` : voucherRoleLabels[role]}
          required={!optionalVoucherRoles.includes(role)}
        />
      ))}
    </div>
  );
}

/**
 * Accounts of single items, by the item's id: others may add items meanwhile. Without one that of the item's kind holds,
 * as it is chosen above.
 */
export function ItemAccounts({ items, roles }: Pick<VoucherSettingsDto, "items" | "roles">) {
  const chosen = Form.useWatch<{ code?: string | null }[] | undefined>("roles") ?? roles;
  const fallbackOf = ({ role }: VoucherItemDto) => chosen[roles.findIndex((one) => one.role === role)]?.code;
  if (items.length === 0) return <p className="desk-rule">还没有收费项目。</p>;
  return (
    <>
      <p className="desk-rule">不选的项目按它的收入类别用上面的科目。</p>
      <div className="form-columns">
        {items.map((item) => (
          <AccountField
            key={item.feeItemId}
            name={["items", item.feeItemId, "code"]}
            label={item.name}
            initial={item.code}
            fallback={fallbackOf(item)}
          />
        ))}
      </div>
    </>
  );
}

export function MethodAccounts({ methods }: Pick<VoucherSettingsDto, "methods">) {
  return (
    <div className="form-columns">
      {methods.map(({ method }, index) => (
        <AccountField
          key={method}
          name={["methods", index, "code"]}
          label={paymentMethodLabels[method]}
          fallback={commonMethodAccounts[method as MoneyMethod]}
        />
      ))}
    </div>
  );
}

/** Every account that may be chosen. */
export function AccountRows() {
  return (
    <Form.List name="accounts">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name: index }) => (
            <div key={key} className="voucher-account">
              <Field dto="VoucherAccountDto" name={[index, "code"]} label={null}>
                <Input aria-label={`第 ${index + 1} 个科目的编码`} placeholder="编码，如 1002.01" maxLength={20} />
              </Field>
              <Field dto="VoucherAccountDto" name={[index, "name"]} label={null}>
                <Input aria-label={`第 ${index + 1} 个科目的名称`} placeholder="名称" maxLength={60} />
              </Field>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`删除第 ${index + 1} 个科目`}
                disabled={rows.length === 1}
                onClick={() => remove(index)}
              />
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
            增加科目
          </Button>
        </>
      )}
    </Form.List>
  );
}
