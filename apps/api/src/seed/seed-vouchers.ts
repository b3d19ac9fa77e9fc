import { commonAccounts, commonRoleAccounts, type SaveVoucherSettingsDto, type VoucherRole } from "@linli/contracts";
import { addMonths } from "../common/calendar.js";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";

interface Tools {
  finance: DemoClient;
  today: string;
}

const BANK = { code: "1002.01", name: "银行存款—工商银行基本户" };

/** Accounts with the bank's own, and the vouchers of a month that finance has; the last closed month waits. */
export async function seedVouchers({ finance, today }: Tools, projectId: string): Promise<void> {
  const url = `/projects/${projectId}`;
  const settings: SaveVoucherSettingsDto = {
    splitTax: true,
    accounts: [...commonAccounts, BANK].toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    roles: (Object.keys(commonRoleAccounts) as VoucherRole[]).map((role) => ({ role, code: commonRoleAccounts[role] })),
    items: [],
    methods: (["CARD", "TRANSFER", "BANK_DEBIT"] as const).map((method) => ({ method, code: BANK.code })),
  };
  await finance.put(`${url}/voucher-settings`, settings);
  await finance.post(`${url}/vouchers/${addMonths(today.slice(0, 7), -2)}/exports`, { id: newId() });
}
