import type { ImportDto } from "@linli/contracts";
import type { ImportOutcome, ImportSeverity, ImportStatus } from "@linli/contracts/enums";
import type { Tone } from "../../components/status-tag";

export const statusTones: Partial<Record<ImportStatus, Tone>> = {
  CHECKING: "active",
  CHECKED: "warning",
  COMMITTING: "active",
  DONE: "good",
  FAILED: "bad",
};

export const outcomeTones: Partial<Record<ImportOutcome, Tone>> = {
  CREATE: "good",
  UPDATE: "active",
  REFUSE: "bad",
  LEFT_OUT: "warning",
};

export const severityTones: Partial<Record<ImportSeverity, Tone>> = {
  REFUSE: "bad",
  LINK: "bad",
  INCOMPLETE: "warning",
  NOTE: "neutral",
};

/** Order of the tabs: what needs a look first. */
export const outcomeOrder: readonly ImportOutcome[] = ["REFUSE", "UPDATE", "CREATE", "LEFT_OUT", "SAME"];

/** Letters of a column as a spreadsheet shows them: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Where an import stands: 0 upload, 1 columns, 2 check, 3 decisions, 4 commit, 5 done. */
export function stepOf({ status, summary }: Pick<ImportDto, "status" | "summary">): number {
  if (status === "UPLOADED") return 1;
  if (status === "CHECKING") return 2;
  if (status === "COMMITTING") return 4;
  if (status === "DONE") return 5;
  if (status === "FAILED") return summary === null ? 2 : 4;
  return summary && summary.decisions.length > 0 ? 3 : 4;
}
