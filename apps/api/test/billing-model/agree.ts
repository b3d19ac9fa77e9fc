import type { ChargeDto, PrepaymentDto } from "@linli/contracts";
import { ok } from "../../src/billing/debit/debit.factories.js";
import { monthsOf } from "../../src/common/calendar.js";
import type { Books } from "./books.js";
import { type ChargeOf, offsetOf, openOf, receivedOf, reversedOf, sumOf, waivedOf } from "./kept.js";
import type { Town } from "./town.js";

/** The charges and the prepayments of a town, wherever they were read. */
interface Kept {
  charges: ShownCharge[];
  accounts: Pick<PrepaymentDto, "roomId" | "customerId" | "feeItemId" | "balanceFen">[];
}

type ShownCharge = Pick<ChargeDto, (typeof SHOWN)[number]> & {
  /** What a late fee is on; as the tables have it. */
  principalId?: string | null;
};

const SHOWN = [
  "id",
  "source",
  "roomId",
  "payerId",
  "feeItemId",
  "objectId",
  "period",
  "bookedPeriod",
  "serviceFrom",
  "serviceTo",
  "dueOn",
  "amountFen",
  "reducedFen",
  "receivedFen",
  "offsetFen",
  "reversedFen",
  "openFen",
] as const;

const columns = (fields: readonly string[]) =>
  fields.map((field) => `${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} AS "${field}"`).join(", ");

/** As the tables have it: cheap, for after every step. */
export async function stored({ app, projectId }: Town): Promise<Kept> {
  const [charges, accounts] = await Promise.all([
    app.db.query<Kept["charges"]>(`SELECT ${columns([...SHOWN, "principalId"])} FROM charge WHERE project_id = $1`, [
      projectId,
    ]),
    app.db.query<Kept["accounts"]>(
      `SELECT ${columns(["roomId", "customerId", "feeItemId", "balanceFen"])} FROM prepayment_account WHERE project_id = $1`,
      [projectId],
    ),
  ]);
  return { charges, accounts };
}

/** As the API shows it. */
export async function shown({ at, clerk }: Town): Promise<Kept> {
  const accounts = await ok(clerk.get(`${at}/prepayments?pageSize=100`));
  const charges: ShownCharge[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: { items: ShownCharge[]; nextCursor: string | null } = await ok(
      clerk.get(`${at}/charges?pageSize=200${cursor && `&cursor=${cursor}`}`),
    );
    charges.push(...page.items);
    cursor = page.nextCursor;
  }
  return { charges, accounts: accounts.items };
}

/** What a charge is, and what became of it, in one line. */
const real = (row: ShownCharge) =>
  `${row.source} ${row.roomId} ${row.payerId} ${row.feeItemId} ${row.objectId} ${row.period} booked ${row.bookedPeriod} ${row.serviceFrom}..${row.serviceTo} due ${row.dueOn}: ${row.amountFen} − waived ${row.reducedFen} − received ${row.receivedFen} − offset ${row.offsetFen} − reversed ${row.reversedFen} = ${row.openFen}`;
const modelled = (one: ChargeOf) =>
  `${one.source} ${one.room.id} ${one.payer} ${one.item} ${one.object} ${one.period} booked ${one.booked} ${one.from}..${one.to} due ${one.due}: ${one.amount} − waived ${waivedOf(one)} − received ${receivedOf(one)} − offset ${offsetOf(one)} − reversed ${reversedOf(one)} = ${openOf(one)}`;

/** Every charge and every balance is what the model says; new charges are told their ids. @throws with both sides */
export function agree(model: Books, { charges, accounts }: Kept): void {
  const rows = new Map(charges.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((row) => [row.id, row]));
  const differs: string[] = [];
  for (const charge of model.charges.filter(({ id }) => id !== null)) {
    const row = rows.get(charge.id!);
    rows.delete(charge.id!);
    if (!row || real(row) !== modelled(charge))
      differs.push(`model: ${modelled(charge)}\nreal:  ${row ? real(row) : "—"}`);
  }
  for (const charge of model.charges.filter(({ id }) => id === null)) {
    const row = [...rows.values()].find(
      (one) => real(one) === modelled(charge) && (one.principalId ?? null) === (charge.principal?.id ?? null),
    );
    if (!row) differs.push(`model: ${modelled(charge)}\nreal:  no such charge`);
    else rows.delete((charge.id = row.id));
  }
  differs.push(...[...rows.values()].map((row) => `model: no such charge\nreal:  ${real(row)}`));
  differs.push(...accountsThatDiffer(model, accounts));
  if (differs.length > 0) throw new Error(`the books differ on ${model.today}\n${differs.join("\n")}`);
}

function accountsThatDiffer(model: Books, accounts: Kept["accounts"]): string[] {
  return accounts
    .flatMap((row) => {
      const { balance } = model.account(row.roomId, row.customerId, row.feeItemId);
      return balance === BigInt(row.balanceFen)
        ? []
        : [`prepaid by ${row.customerId} for ${row.roomId}: model ${balance}, real ${row.balanceFen}`];
    })
    .concat(
      model.accounts
        .filter(({ balance }) => balance !== 0n)
        .flatMap((account) =>
          accounts.some(
            (row) =>
              row.roomId === account.room && row.customerId === account.customer && row.feeItemId === account.item,
          )
            ? []
            : [`prepaid by ${account.customer} for ${account.room}: model ${account.balance}, real no account`],
        ),
    );
}

/** The months of the model and of the product: what was open at the end of each, item by item (BIL-90, BIL-143, BIL-144). */
export async function monthsAgree(model: Books, { at, clerk }: Town): Promise<void> {
  for (const month of monthsOf("2026-01", model.month)) {
    const { rows } = await ok(clerk.get(`${at}/periods/${month}/balances`));
    for (const [name, item] of Object.entries(model.items)) {
      const closing = sumOf(
        (rows as { feeItemId: string; closingFen: number }[])
          .filter(({ feeItemId }) => feeItemId === item)
          .map(({ closingFen }) => BigInt(closingFen)),
      );
      const open = sumOf(
        model.charges
          .filter((one) => one.item === item && one.booked <= month)
          .map((one) => one.amount + sumOf(one.entries.filter(({ period }) => period <= month).map(({ fen }) => fen))),
      );
      if (closing !== open) throw new Error(`${month} closes with ${closing} of ${name}, the model with ${open}`);
    }
  }
}
