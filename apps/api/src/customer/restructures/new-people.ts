import type { RestructureProblemDto } from "@linli/contracts";
import { Decimal } from "decimal.js";
import type { NewRoom, RestructurePlan } from "../../property/restructures/restructure-plan.js";
import { type LastingPayer, type LastingRelation, ownersDiffer, type People } from "./rooms-people.js";

/** A relation of a new room. */
export type NewRelation = Omit<LastingRelation, "id" | "roomId" | "startsOn">;
/** A payer entry of a new room. */
export type NewPayer = Omit<LastingPayer, "id" | "roomId" | "startsOn">;

/** The people of one new room. */
export interface NewPeople {
  room: NewRoom;
  relations: NewRelation[];
  payers: NewPayer[];
}

type Problem = Partial<RestructureProblemDto> & Pick<RestructureProblemDto, "code" | "message">;
type Sink = (problem: Problem) => void;

/** Who has to do with the new rooms and who pays for them; what is not clear is a problem. Pure. */
export function newPeopleOf(
  plan: RestructurePlan,
  people: People,
): { rooms: NewPeople[]; problems: RestructureProblemDto[] } {
  const problems: RestructureProblemDto[] = [];
  const add: Sink = (problem) => problems.push({ blocking: true, field: null, link: null, ...problem });
  refuseLater(plan, people, add);
  const rooms = plan.news.map((room) =>
    plan.kind === "SPLIT" ? splitPeople(plan, room, people, add) : mergedPeople(plan, room, people, add),
  );
  for (const { room, relations, payers } of rooms) {
    const owners = relations.filter(({ role }) => role === "OWNER");
    const mustName = owners.length > 1 || owners.some(({ isCompany }) => isCompany);
    if (mustName && !payers.some(({ feeItemId }) => feeItemId === null))
      add({
        code: "PAYER_REQUIRED",
        message: `新房间 ${room.code} 有多位业主或业主是公司，请指定全部项目的收费对象`,
        field: "payerId",
      });
  }
  return { rooms, problems };
}

/** What begins after the last day would lie outside the life of its room. */
function refuseLater({ olds, lastDay }: RestructurePlan, { relations, payers }: People, add: Sink): void {
  for (const { id, code } of olds) {
    const later = [...relations, ...payers].find((one) => one.roomId === id && one.startsOn > lastDay);
    if (later)
      add({
        code: "PEOPLE_LATER",
        message: `房间 ${code} 在 ${later.startsOn} 起还有新的客户关系或收费对象（${later.name}），生效日期必须晚于这一天`,
        field: "effectiveOn",
        link: `property/rooms/${id}?tab=customers`,
      });
  }
}

function splitPeople(plan: RestructurePlan, room: NewRoom, { relations, payers }: People, add: Sink): NewPeople {
  const { ownerId } = room;
  if (!ownerId) return { room, relations, payers };
  const owners = relations.filter(({ role }) => role === "OWNER");
  const owner = owners.find(({ customerId }) => customerId === ownerId);
  if (!owner) {
    add({
      code: "NOT_OWNER",
      message: `新房间 ${room.code} 的归属业主不是原房间的业主`,
      field: `parts.${room.part}.ownerId`,
    });
    return { room, relations, payers };
  }
  const others = new Set(owners.map(({ customerId }) => customerId).filter((id) => id !== ownerId));
  // whose household belongs to another owner does not live in this part
  const kept = relations.filter(({ role, headId }) => role !== "OWNER" && !(headId !== null && others.has(headId)));
  const named = payers.filter(
    ({ customerId }) => !others.has(customerId) || kept.some((one) => one.customerId === customerId),
  );
  const { name, isCompany } = owner;
  const forAll = { customerId: ownerId, name, feeItemId: null, feeItemName: null, endsOn: null };
  const needsName = isCompany && !named.some(({ feeItemId }) => feeItemId === null);
  return {
    room,
    relations: [{ ...owner, share: "100", isPrimaryContact: true }, ...kept],
    payers: needsName ? [...named, forAll] : named,
  };
}

function mergedPeople(plan: RestructurePlan, room: NewRoom, people: People, add: Sink): NewPeople {
  const { relations } = people;
  const roomIds = plan.olds.map(({ id }) => id);
  const owners = relations.filter(({ role }) => role === "OWNER");
  const differ = ownersDiffer(relations, roomIds);
  const resulting = differ || plan.dto.owners.length > 0 ? statedOwners(plan, owners, differ, add) : once(owners);
  const all = [...resulting, ...once(relations.filter(({ role }) => role !== "OWNER"))];
  return { room, relations: all, payers: mergedPayers(plan, all, people, add) };
}

/** Of several relations of one customer in one role, the one that lasts longest. */
function once(relations: readonly LastingRelation[]): LastingRelation[] {
  const byWho = Map.groupBy(relations, ({ customerId, role }) => `${customerId}${role}`);
  return [...byWho.values()].map((same) => ({
    ...same.toSorted((a, b) => (a.endsOn === null ? -1 : b.endsOn === null ? 1 : a.endsOn > b.endsOn ? -1 : 1))[0]!,
    isPrimaryContact: same.some(({ isPrimaryContact }) => isPrimaryContact),
  }));
}

/** The owners the plan names, who must be those of the old rooms, with shares of 100 % together. */
function statedOwners({ dto }: RestructurePlan, owners: LastingRelation[], differ: boolean, add: Sink): NewRelation[] {
  const known = once(owners);
  if (dto.owners.length === 0) {
    add({
      code: "OWNERS_DIFFER",
      message: "各房间的业主或产权份额不同，请填写合并后每位业主的份额，由审批人核准",
      field: "owners",
    });
    return known;
  }
  const stated = new Map(dto.owners.map(({ customerId, share }) => [customerId, share]));
  const missing = known.filter(({ customerId }) => !stated.has(customerId));
  const strangers = [...stated.keys()].filter((id) => !known.some(({ customerId }) => customerId === id));
  if (missing.length > 0 || strangers.length > 0 || stated.size < dto.owners.length)
    add({
      code: "OWNERS_WRONG",
      message: `合并后的业主必须正好是各房间现在的业主，每人一次${missing.length > 0 ? `；缺少 ${missing.map(({ name }) => name).join("、")}` : ""}`,
      field: "owners",
    });
  const sum = dto.owners.reduce((total, { share }) => total.plus(share), new Decimal(0));
  if (!sum.eq(100))
    add({ code: "SHARES_SUM", message: `合并后的产权份额合计 ${sum.toString()}%，必须等于 100%`, field: "owners" });
  if (differ)
    add({ code: "OWNERS_MERGED", message: "各房间的业主或产权份额不同，合并后的份额由审批人核准", blocking: false });
  return known
    .filter(({ customerId }) => stated.has(customerId))
    .map((owner) => ({ ...owner, share: stated.get(owner.customerId)!, endsOn: null }));
}

function mergedPayers(plan: RestructurePlan, relations: NewRelation[], { payers }: People, add: Sink): NewPayer[] {
  const { payerId } = plan.dto;
  if (payerId) {
    const payer = relations.find(({ customerId }) => customerId === payerId);
    if (payer)
      return [{ customerId: payerId, name: payer.name, feeItemId: null, feeItemName: null, endsOn: payer.endsOn }];
    add({ code: "PAYER_NOT_RELATED", message: "收费对象与合并后的房间没有关系", field: "payerId" });
    return [];
  }
  const prints = plan.olds.map(({ id }) =>
    payers
      .filter(({ roomId }) => roomId === id)
      .map(({ customerId, feeItemId, endsOn }) => `${customerId}:${feeItemId ?? ""}:${endsOn ?? ""}`)
      .toSorted()
      .join(),
  );
  if (new Set(prints).size > 1) {
    add({ code: "PAYERS_DIFFER", message: "各房间的收费对象不同，请指定合并后的收费对象", field: "payerId" });
    return [];
  }
  return payers.filter(({ roomId }) => roomId === plan.olds[0]?.id);
}
