import { HttpStatus } from "@nestjs/common";
import { type TransferItemDto, type TransferStatus, transferStatusLabels } from "@linli/contracts";
import { formatFen } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";

export const transferInProgress = (number: string, transferId: string) =>
  new RuleViolation(
    "TRANSFER_IN_PROGRESS",
    `这个房间已有办理中的过户 ${number}，请继续办理或先作废`,
    HttpStatus.CONFLICT,
    { transferId },
  );

export const transferChanged = () =>
  new RuleViolation("TRANSFER_CHANGED", "这份过户资料刚被别人修改过，请刷新后再办理");

export const transferNotInState = (status: TransferStatus, wanted: string) =>
  new RuleViolation("TRANSFER_STATE", `过户${transferStatusLabels[status]}，不能${wanted}`);

export const transferIncomplete = (missing: string[]) =>
  new RuleViolation("TRANSFER_INCOMPLETE", `过户资料还不全：${missing.join("；")}`, HttpStatus.CONFLICT, { missing });

/** An item in a sentence: what it is and how much. */
const inWords = ({ label, detail, amountFen }: TransferItemDto) =>
  `${label}${amountFen === null ? "" : ` ${formatFen(amountFen)} 元`}${detail ? `（${detail}）` : ""}`;

export const transferBlocked = (blocks: TransferItemDto[]) =>
  new RuleViolation("TRANSFER_BLOCKED", `不能办理过户：${blocks.map(inWords).join("；")}`, HttpStatus.CONFLICT, {
    blocks,
  });

export const transferOpen = (open: TransferItemDto[]) =>
  new RuleViolation(
    "TRANSFER_OPEN",
    `还有未了结的事项，须由另一人审批后办结：${open.map(inWords).join("；")}`,
    HttpStatus.CONFLICT,
    { open },
  );

export const transferNothingOpen = () =>
  new RuleViolation("TRANSFER_NOTHING_OPEN", "没有未了结的事项，不需要审批，可以直接办结");

export const transferFilesClosed = (status: TransferStatus) =>
  new RuleViolation("TRANSFER_STATE", `过户${transferStatusLabels[status]}，不能再改动附件`);

export const ownTransferDraft = () =>
  new RuleViolation("SAME_PERSON", "不能审批自己起草的过户，请由另一位有权限的人审批");
