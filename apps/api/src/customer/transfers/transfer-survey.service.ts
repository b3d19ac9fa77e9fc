import { Injectable } from "@nestjs/common";
import { approvalKindLabels, type ApprovalKind, type TransferItemDto, type TransferSectionDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { isOwning, ownersAfter } from "./transfer-facts.js";
import { type TransferFacts, TransferParticipants, type TransferSurvey } from "./transfer-participants.js";

/** A survey together with what the draft still lacks. */
export interface WholeSurvey extends TransferSurvey {
  missing: string[];
}

/** Looks at a room before and during its transfer: what is there, what is missing, what blocks, what stays open. */
@Injectable()
export class TransferSurveys {
  constructor(private readonly participants: TransferParticipants) {}

  /** Everything the modules have to say, in their order. */
  async of(db: EntityManager, facts: TransferFacts): Promise<WholeSurvey> {
    const surveys = [await ownSurvey(db, facts)];
    for (const participant of this.participants.inOrder()) surveys.push(await participant.survey(db, facts));
    const questions = surveys.flatMap((survey) => survey.questions);
    return {
      sections: surveys.flatMap((survey) => survey.sections),
      blocks: surveys.flatMap((survey) => survey.blocks),
      open: surveys.flatMap((survey) => survey.open),
      questions,
      missing: [
        ...missingOf(facts),
        ...(await missingDocuments(db, facts)),
        ...questions
          .filter(({ key, choices }) => !choices.some(({ value }) => value === facts.confirmations.get(key)))
          .map(({ label }) => `请确认：${label}`),
      ],
    };
  }
}

const item = (label: string, more: Partial<TransferItemDto> = {}): TransferItemDto => ({
  label,
  detail: null,
  amountFen: null,
  link: null,
  ...more,
});

/** What the customer module itself knows: payers, requests that wait, dates. */
async function ownSurvey(db: EntityManager, facts: TransferFacts): Promise<TransferSurvey> {
  const waiting = [...(await pendingApprovals(db, facts)), ...(await pendingRestructures(db, facts))];
  const sections: TransferSectionDto[] = [
    { key: "payers", title: "收费对象", items: await payersOf(db, facts) },
    { key: "approvals", title: "待审批事项", items: waiting },
  ];
  return { sections, blocks: [...(await dateBlocks(db, facts)), ...waiting], open: [], questions: [] };
}

async function payersOf(db: EntityManager, { projectId, roomId, today }: TransferFacts): Promise<TransferItemDto[]> {
  const rows = await db.query<{ name: string; from: string; to: string | null; scope: string | null }[]>(
    `SELECT c.name, p.starts_on AS "from", p.ends_on AS "to", f.name AS scope
       FROM payer p JOIN customer c ON c.project_id = p.project_id AND c.id = p.customer_id
       LEFT JOIN fee_item f ON f.project_id = p.project_id AND f.id = p.fee_item_id
      WHERE p.project_id = $1 AND p.room_id = $2 AND (p.ends_on IS NULL OR p.ends_on >= $3) ORDER BY p.starts_on, p.id`,
    [projectId, roomId, today],
  );
  return rows.map(({ name, from, to, scope }) =>
    item(name, {
      detail: `${scope ?? "全部收费项目"}，${from} 起${to ? `至 ${to}` : ""}`,
      link: `property/rooms/${roomId}`,
    }),
  );
}

/** Requests about the room itself, such as a change of its areas: they are decided first. */
async function pendingApprovals(db: EntityManager, { projectId, roomId }: TransferFacts): Promise<TransferItemDto[]> {
  const rows = await db.query<{ kind: ApprovalKind; title: string; by: string }[]>(
    `SELECT kind, title, requested_by_name AS by FROM approval
      WHERE project_id = $1 AND subject_id = $2 AND status = 'PENDING' ORDER BY id`,
    [projectId, roomId],
  );
  return rows.map(({ kind, title, by }) =>
    item(`${approvalKindLabels[kind]}待审批`, { detail: `${title}，申请人 ${by}`, link: "approvals" }),
  );
}

/** A split or merge that waits for its approval: the room would be gone. */
async function pendingRestructures(
  db: EntityManager,
  { projectId, roomId }: TransferFacts,
): Promise<TransferItemDto[]> {
  const rows = await db.query<{ id: string; number: string; by: string }[]>(
    `SELECT id, number, requested_by_name AS by FROM room_restructure
      WHERE project_id = $1 AND $2 = ANY (room_ids) AND state = 'PENDING' ORDER BY id`,
    [projectId, roomId],
  );
  return rows.map(({ id, number, by }) =>
    item("房间拆分合并待审批", { detail: `${number}，申请人 ${by}`, link: `property/restructures/${id}` }),
  );
}

async function dateBlocks(db: EntityManager, facts: TransferFacts): Promise<TransferItemDto[]> {
  const { projectId, roomId, transferOn, today, relations } = facts;
  const blocks: TransferItemDto[] = [];
  const [room] = await db.query<{ active: boolean; started: string | null; ended: string | null }[]>(
    "SELECT active, starts_on AS started, ended_on AS ended FROM room WHERE project_id = $1 AND id = $2",
    [projectId, roomId],
  );
  if (room && (!room.active || room.ended !== null)) blocks.push(item("房间已停用，不能过户"));
  if (transferOn === null) return blocks;
  if (room?.started && transferOn <= room.started)
    blocks.push(item(`房间自 ${room.started} 起才有，过户日期必须晚于这一天`));
  if (transferOn > today) blocks.push(item(`过户日期 ${transferOn} 还没有到，到当天才能办结`));
  for (const { customerName, role, startsOn, choice } of relations) {
    if (!isOwning(role) || startsOn < transferOn) continue;
    const what = startsOn === transferOn && choice === "STAY" ? "同日" : "才";
    blocks.push(item(`${customerName}自 ${startsOn} ${what}成为业主，过户日期必须晚于这一天`));
  }
  return blocks;
}

/** What the draft lacks, in the order of its steps. */
function missingOf(facts: TransferFacts): string[] {
  const { transferOn, reason, relations, owners, payerCustomerId, leavingIds } = facts;
  const missing: string[] = [];
  if (!transferOn) missing.push("请填写过户日期");
  if (!reason) missing.push("请选择过户原因");
  const ending = relations.filter(({ role, choice }) => isOwning(role) && choice === "END");
  if (relations.some(({ role }) => isOwning(role)) && ending.length === 0) missing.push("请选择哪位业主不再是业主");
  if (owners.length === 0) missing.push("请填写新业主");
  else if (ending.length > 0 && ending.every(({ customerId }) => owners.some((one) => one.customerId === customerId)))
    missing.push("新业主与原业主相同，没有人离开，不需要过户");
  const after = ownersAfter(facts);
  missing.push(...sharesFault(after.map(({ share }) => share)));
  if (payerCustomerId === null && (after.length > 1 || owners.some(({ kind }) => kind === "COMPANY")))
    missing.push("有多位业主或公司业主，请选择收费对象");
  const related = [...after, ...relations.filter(({ choice }) => choice === "STAY")];
  if (payerCustomerId !== null && !related.some(({ customerId }) => customerId === payerCustomerId))
    missing.push("收费对象必须是新业主，或继续留在房间的客户");
  if (payerCustomerId !== null && leavingIds.includes(payerCustomerId)) missing.push("收费对象不能是离开的客户");
  return missing;
}

/** Shares are stated for all owners and come to 100 %, or for none. */
function sharesFault(shares: (string | null)[]): string[] {
  const stated = shares.filter((share) => share !== null);
  if (stated.length === 0) return [];
  if (stated.length < shares.length) return ["产权份额要么每位业主都填，要么都不填"];
  const total = stated.reduce((sum, share) => sum + Math.round(Number(share) * 10_000), 0);
  return total === 1_000_000 ? [] : [`过户后各业主的产权份额合计 ${total / 10_000}%，应为 100%`];
}

async function missingDocuments(db: EntityManager, facts: TransferFacts): Promise<string[]> {
  const rows = await db.query<{ kind: string }[]>(
    `SELECT DISTINCT kind FROM file_object
      WHERE project_id = $1 AND owner_type = 'transfer' AND owner_id = $2 AND removed_at IS NULL`,
    [facts.projectId, facts.id],
  );
  if (rows.length === 0) return ["请上传过户证明等文件"];
  const needsAgreement = facts.arrears === "ASSUMED" || facts.prepayment === "CARRY_OVER";
  return needsAgreement && !rows.some(({ kind }) => kind === "AGREEMENT") ? ["请上传双方签署的协议"] : [];
}
