import type { CloseShiftDto, OpenShiftDto } from "@linli/contracts";
import { newId } from "../../common/ids.js";

/** The body that opens a shift with a float of 500.00. */
export const aShift = (overrides: Partial<OpenShiftDto> = {}): OpenShiftDto => ({
  id: newId(),
  desk: "客服中心 1 号台",
  floatFen: 50_000,
  ...overrides,
});

/** The body that closes a shift with this cash, 500.00 left in the till. */
export const aCount = (countedFen: number, overrides: Partial<CloseShiftDto> = {}): CloseShiftDto => ({
  countedFen,
  notes: [],
  leftFen: Math.min(countedFen, 50_000),
  ...overrides,
});
