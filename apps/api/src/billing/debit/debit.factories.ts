import type { DebitBatchDetailDto, SaveDebitAgreementDto, SaveDebitSchemeDto } from "@linli/contracts";
import type { TestApp, TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedCustomer } from "../../customer/customer.factories.js";
import { savedProject, savedRoom, unique } from "../../property/property.factories.js";
import { savedCharge, savedFeeItem } from "../billing.factories.js";
import { SCHEME_TEMPLATES } from "./schemes/scheme-templates.js";

export type TemplateCode = "PAYMENT_COMPANY" | "BANK_FRONT_END" | "WATER_UTILITY" | "EXCEL_TO_BRANCH";

/** A scheme as the template says. */
export const aScheme = (code: TemplateCode, overrides: Partial<SaveDebitSchemeDto> = {}): SaveDebitSchemeDto => ({
  ...SCHEME_TEMPLATES.find((one) => one.code === code)!.scheme,
  ...overrides,
});

/** The body of a new agreement. */
export const anAgreement = (
  room: { id: string },
  customer: { id: string; name: string },
  scheme: { id: string },
  feeItem: { id: string },
  overrides: Partial<SaveDebitAgreementDto> = {},
): SaveDebitAgreementDto => ({
  schemeId: scheme.id,
  agreementNo: unique("XY"),
  customerId: customer.id,
  holder: customer.name,
  account: "6222021234567890123",
  accountKind: "CARD",
  bankName: "工商银行深圳分行",
  bankCode: "0102",
  roomIds: [room.id],
  feeItemIds: [feeItem.id],
  validFrom: "2026-01-01",
  ...overrides,
});

export const NAMES = ["张伟", "王芳", "李娜", "刘洋", "陈静", "欧阳春晓"];

/** Requests of a reply that must be a success. */
export async function ok<Body>(reply: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await reply;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/**
 * A project whose rooms A-101… each have a payer with a signed agreement and one open charge of these sums, due on
 * 2026-03-20; the accounts are 622202000000000001…; the first batch is DK000001.
 */
export async function aDebitCommunity(
  app: TestApp,
  code: TemplateCode,
  amounts: readonly number[],
  overrides: Partial<SaveDebitSchemeDto> = {},
) {
  const { id: projectId } = await savedProject(app, { firstPeriod: "2026-01" });
  const at = `/projects/${projectId}`;
  const [clerk, finance, manager] = [
    await app.asRole("CASHIER", projectId),
    await app.asRole("FINANCE_REVIEWER", projectId),
    await app.asRole("PROJECT_MANAGER", projectId),
  ];
  const feeItem = await savedFeeItem(app, projectId, { name: "物业服务费" });
  const scheme = await ok(finance.post(`${at}/debit-schemes`, aScheme(code, overrides)));
  const households = [];
  for (const [index, amountFen] of amounts.entries()) {
    const no = index + 1;
    const room = await savedRoom(app, projectId, { code: `A-10${no}` });
    const customer = await savedCustomer(app, projectId, { name: NAMES[index % NAMES.length]! });
    const body = anAgreement(room, customer, scheme, feeItem, {
      agreementNo: `XY2026${String(no).padStart(4, "0")}`,
      account: `62220200000000000${no}`,
    });
    const agreement = await ok(clerk.post(`${at}/debit-agreements`, body));
    await ok(clerk.post(`${at}/debit-agreements/${agreement.id}/sign`, { signedOn: "2026-01-05", consented: true }));
    const charge = await savedCharge(app, room, {
      payerId: customer.id,
      feeItemId: feeItem.id,
      amountFen,
      period: "2026-03",
      serviceFrom: "2026-03-01",
      serviceTo: "2026-03-31",
      dueOn: "2026-03-20",
    });
    households.push({ room, customer, agreement, charge });
  }
  return { projectId, at, clerk, finance, manager, feeItem, scheme, households };
}

export type DebitCommunity = Awaited<ReturnType<typeof aDebitCommunity>>;

/** A draft over all that is due by the end of March. */
export const drafted = (
  { at, clerk, scheme }: Pick<DebitCommunity, "at" | "clerk" | "scheme">,
  overrides: object = {},
): Promise<DebitBatchDetailDto> =>
  ok(clerk.post(`${at}/debit-batches`, { id: newId(), schemeId: scheme.id, dueUntil: "2026-03-31", ...overrides }));

/** A batch that is out, with its file. */
export async function exported(community: Pick<DebitCommunity, "at" | "clerk" | "scheme">, overrides: object = {}) {
  const batch = await drafted(community, overrides);
  const file = await community.clerk.post(`${community.at}/debit-batches/${batch.id}/export`);
  if (file.status !== 200) throw new Error(JSON.stringify(file.body));
  return { id: batch.id, batchNo: batch.batchNo, file: file.raw };
}

/** Uploads a return file. */
export const returned = (
  client: TestClient,
  at: string,
  batchId: string,
  content: Buffer,
  verb: "return" | "return/check" = "return",
  valueDate = "2026-03-10",
) => client.upload(`${at}/debit-batches/${batchId}/${verb}?valueDate=${valueDate}`, { name: "回盘.txt", content });
