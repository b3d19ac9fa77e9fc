import {
  commonAccounts,
  commonRoleAccounts,
  type SaveVoucherSettingsDto,
  type VoucherDto,
  type VoucherRole,
} from "@linli/contracts";
import type { TestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedFeeItem } from "../billing.factories.js";
import { aDesk, aReceipt } from "../receipts.factories.js";

/** A desk in its first month with a taxed item, one collected for others, and an accountant. */
export async function aVoucherDesk(app: TestApp) {
  const desk = await aDesk(app, { firstPeriod: "2026-03" });
  const { projectId, url, owner, cashier, reviewer } = desk;
  const fee = await savedFeeItem(app, projectId, { code: "A1", name: "物业服务费", taxRate: "6" });
  const water = await savedFeeItem(app, projectId, {
    code: "A2",
    name: "代收水费",
    taxRate: "9",
    collectedForOthers: true,
  });
  const accountant = await app.as(["property:read", "billing:read", "billing:vouchers"], projectId, "会计己");
  const preview = async (period = "2026-03") => (await accountant.get(`${url}/vouchers/${period}`)).body;
  const paid = async (lines: [chargeId: string, amountFen: number][], more: Parameters<typeof aReceipt>[2] = {}) => {
    const charges = lines.map(([id, openFen]) => ({ id, openFen }));
    const { status, body } = await cashier.post(`${url}/receipts`, aReceipt(owner.id, charges, more));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as { id: string };
  };
  const close = async (period = "2026-03") => {
    const { status, body } = await reviewer.post(`${url}/periods/${period}/close`, { confirm: true });
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  const give = (period = "2026-03", id = newId(), person = accountant) =>
    person.post(`${url}/vouchers/${period}/exports`, { id });
  const save = (over: Partial<SaveVoucherSettingsDto> = {}, person = accountant) =>
    person.put(`${url}/voucher-settings`, settingsOf(over));
  return { ...desk, fee, water, accountant, preview, paid, close, give, save };
}

/** The body that chooses the common accounts. */
export const settingsOf = (over: Partial<SaveVoucherSettingsDto> = {}): SaveVoucherSettingsDto => ({
  splitTax: true,
  accounts: [...commonAccounts],
  roles: (Object.keys(commonRoleAccounts) as VoucherRole[]).map((role) => ({ role, code: commonRoleAccounts[role] })),
  items: [],
  methods: [],
  ...over,
});

/** Vouchers as people write them down: 借 1001 100.00 in fen, by kind. */
export const writtenDown = (vouchers: readonly VoucherDto[]): Record<string, string[]> =>
  Object.fromEntries(
    vouchers.map(({ kind, lines }) => [
      kind,
      lines.map(({ accountCode, debitFen, creditFen }) =>
        debitFen !== 0 ? `借 ${accountCode} ${debitFen}` : `贷 ${accountCode} ${creditFen}`,
      ),
    ]),
  );

/** What vouchers move on an account, debit positive. */
export const movedOn = (vouchers: readonly VoucherDto[], code: string): number =>
  vouchers
    .flatMap(({ lines }) => lines)
    .filter(({ accountCode }) => accountCode === code)
    .reduce((sum, { debitFen, creditFen }) => sum + debitFen - creditFen, 0);
