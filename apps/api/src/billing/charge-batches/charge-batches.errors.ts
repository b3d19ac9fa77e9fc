import { type ChargeFileFaultDto, type ChargeSkip, chargeSkipLabels } from "@linli/contracts";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";
import { roomsInWords } from "../billing.errors.js";

export const batchIdReused = () =>
  new RuleViolation("ID_REUSED", "这个批量编号已用于另一批内容不同的临时收费，请刷新页面后重新登记");

export const roomsSkipped = (rooms: readonly { roomCode: string; skip: ChargeSkip }[]) =>
  new RuleViolation(
    "ROOMS_NOT_CHARGED",
    `${roomsInWords(rooms.map(({ roomCode }) => roomCode))}不能收费（如${rooms[0]?.roomCode}：${chargeSkipLabels[rooms[0]?.skip ?? "ENDED"]}）；请先处理，或选择跳过这些房间`,
    undefined,
    { count: rooms.length, rooms: rooms.slice(0, 100) },
  );

export const previewChanged = (count: number, amountFen: number) =>
  new RuleViolation(
    "PREVIEW_CHANGED",
    `预览之后房间、面积或收费对象有变化，现在是 ${count} 笔，共 ${formatFen(amountFen)} 元；没有登记，请看过新的预览再登记`,
  );

export const nothingToCharge = () => new RuleViolation("NOTHING_TO_CHARGE", "所选的房间都不能收费，没有可以登记的应收");

export const chargeRowsFaulty = (count: number, { rowNo, message }: ChargeFileFaultDto) =>
  new RuleViolation("CHARGE_ROWS_FAULTY", `文件有 ${count} 行有误，都没有登记；第 ${rowNo} 行：${message}`);

export const noChargeRows = () => new RuleViolation("NOTHING_TO_CHARGE", "文件里没有可以登记的行");
export const tooManyCharges = (max: number) =>
  new RuleViolation("TOO_MANY_CHARGES", `一次最多登记 ${max} 笔，请分批办理`);
