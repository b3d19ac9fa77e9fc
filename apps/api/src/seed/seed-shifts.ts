import type { ShiftDetailDto } from "@linli/contracts";
import { newId } from "../common/ids.js";
import type { DemoClient } from "./demo-client.js";

const FLOAT_FEN = 50_000;
const DESK = "客服中心 1 号台";

/** The cashier begins a shift; returns its id. */
export async function openShift(cashier: DemoClient, projectId: string): Promise<string> {
  const id = newId();
  await cashier.post(`/projects/${projectId}/shifts`, { id, desk: DESK, floatFen: FLOAT_FEN });
  return id;
}

/** The cash of the day goes to the bank, the report to finance, which takes it over a few days later. */
export async function settleDay(
  { cashier, finance }: { cashier: DemoClient; finance: DemoClient },
  projectId: string,
  day: string,
  { cashFen, received }: { cashFen: number; received: boolean },
): Promise<void> {
  const url = `/projects/${projectId}`;
  if (cashFen > 0) {
    const slip = { id: newId(), slipNo: `JK${day.replaceAll("-", "")}`, depositedOn: day, takingsOn: day };
    const rest = { amountFen: cashFen, account: "工商银行基本户 尾号 6021", fromShift: false };
    await cashier.post(`${url}/bank-deposits`, { ...slip, ...rest });
  }
  const { id } = await cashier.get<{ id: string }>("/auth/me");
  await cashier.post(`${url}/daily-reports/${day}/${id}/send`);
  if (received) await finance.post(`${url}/daily-reports/${day}/${id}/receive`);
}

/** The cashier counts the till, now and then two yuan short, which the manager confirms; the float stays. Returns the takings in cash. */
export async function closeShift(
  { cashier, manager }: { cashier: DemoClient; manager: DemoClient },
  projectId: string,
  shiftId: string,
  { short }: { short: boolean },
): Promise<number> {
  const url = `/projects/${projectId}/shifts/${shiftId}`;
  const { totals } = await cashier.get<ShiftDetailDto>(url);
  const countedFen = totals.expectedFen - (short ? 200 : 0);
  const count = { countedFen, notes: [], leftFen: Math.min(FLOAT_FEN, countedFen) };
  await cashier.post(`${url}/close`, short ? { ...count, differenceReason: "找零时多付" } : count);
  if (short) await manager.post(`${url}/witness`, { agreed: true, note: "复点无误" });
  return countedFen - FLOAT_FEN;
}
