import { Injectable, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DiscountOfferDto, DiscountSchemeDto, ProposeDiscountsDto, SaveDiscountSchemeDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { notFound } from "../../common/rule-violation.js";
import { CustomerReferences } from "../../customer/merge/customer-references.js";
import { idsOf } from "../../customer/merged-customers.js";
import { customerOf } from "../../customer/room-lock.js";
import { projectToday } from "../../property/project-today.js";
import { offersOf, type OpenCharge, wordsOf } from "./discount-offers.js";
import { DiscountSchemeItem } from "./discount-scheme-item.entity.js";
import { DiscountScheme } from "./discount-scheme.entity.js";
import { discountEndsBeforeStart, discountUsed, tooManyFreeMonths } from "./discounts.errors.js";
import { carriedBy, daysOverdue, isForPayer, isOpenOn, schemesOf } from "./receipt-discounts.js";
import { itemWithObject } from "../objects/charge-item.sql.js";
import { serviceOf } from "../objects/service-of.js";

/** Sets up discount schemes (优惠方案, BIL-40) and says which of them charges about to be paid would get. */
@Injectable()
export class DiscountSchemesService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly references: CustomerReferences,
  ) {}

  onModuleInit(): void {
    this.references.register({ label: "优惠方案的承担方", table: "discount_scheme", column: "bearer_id" });
  }

  /** All schemes of a project with what they gave. */
  list(projectId: string): Promise<DiscountSchemeDto[]> {
    return this.db.query<DiscountSchemeDto[]>(
      `SELECT s.id, s.name, s.months, s.benefit, trim_scale(s.percent)::text AS percent, s.amount_fen AS "amountFen",
              s.free_months AS "freeMonths", s.max_arrears_days AS "maxArrearsDays", s.starts_on AS "startsOn", s.ends_on AS "endsOn",
              s.stackable, s.active, s.given_at AS "givenAt", b.id AS "bearerId", b.name AS "bearerName", i.ids AS "feeItemIds", i.names AS "feeItemNames",
              coalesce(l.fen, 0)::bigint AS "givenFen", l.fen IS NOT NULL AS used
         FROM discount_scheme s
         LEFT JOIN customer b ON b.project_id = s.project_id AND b.id = s.bearer_id
         CROSS JOIN LATERAL (SELECT array_agg(f.id ORDER BY f.name) AS ids, array_agg(f.name ORDER BY f.name) AS names
                               FROM discount_scheme_item i JOIN fee_item f ON f.project_id = i.project_id AND f.id = i.fee_item_id
                              WHERE i.project_id = s.project_id AND i.scheme_id = s.id) i
         CROSS JOIN LATERAL (SELECT sum(l.amount_fen) AS fen FROM discount_line l
                              WHERE l.project_id = s.project_id AND l.scheme_id = s.id) l
        WHERE s.project_id = $1 ORDER BY s.active DESC, s.name LIMIT 500`,
      [projectId],
    );
  }

  /** @throws NOT_FOUND, CUSTOMER_MERGED, DUPLICATE */
  create(actor: Actor, projectId: string, dto: SaveDiscountSchemeDto): Promise<string> {
    refuseBadTerms(dto);
    return this.db.transaction(async (tx) => {
      await refuseUnknownItems(tx, projectId, dto.feeItemIds);
      if (dto.bearerId) await customerOf(tx, projectId, dto.bearerId);
      const id = newId();
      await tx.insert(DiscountScheme, { projectId, id, createdAt: this.clock.now(), ...columnsOf(dto) });
      await this.saveItems(tx, projectId, id, dto.feeItemIds);
      await this.record(tx, actor, projectId, id, "create", `新建优惠方案 ${dto.name}：${wordsOf(dto)}`, dto);
      return id;
    });
  }

  /** One that was given keeps its terms: only its last day and whether it is in use change. @throws DISCOUNT_USED, NOT_FOUND, CUSTOMER_MERGED */
  update(actor: Actor, projectId: string, schemeId: string, dto: SaveDiscountSchemeDto): Promise<void> {
    refuseBadTerms(dto);
    return this.db.transaction(async (tx) => {
      const scheme = await tx.findOne(DiscountScheme, {
        where: { projectId, id: schemeId },
        lock: { mode: "pessimistic_write" },
      });
      if (!scheme) throw notFound("优惠方案");
      await refuseUnknownItems(tx, projectId, dto.feeItemIds);
      if (dto.bearerId) await customerOf(tx, projectId, dto.bearerId);
      if (await isChangedAfterUse(tx, scheme, dto)) throw discountUsed(scheme.name);
      await tx.update(DiscountScheme, { projectId, id: schemeId }, columnsOf(dto));
      await tx.delete(DiscountSchemeItem, { projectId, schemeId });
      await this.saveItems(tx, projectId, schemeId, dto.feeItemIds);
      await this.record(tx, actor, projectId, schemeId, "update", `修改优惠方案 ${dto.name}：${wordsOf(dto)}`, dto);
    });
  }

  /** Which schemes the open charges of a payer would get today if they were paid together, by room and service. */
  async propose(
    projectId: string,
    { payerId, chargeIds, schemeIds }: ProposeDiscountsDto,
  ): Promise<DiscountOfferDto[]> {
    const tx = this.db.manager;
    const today = await projectToday(tx, this.clock, projectId);
    const schemes = (await schemesOf(tx, projectId)).filter(
      (one) => one.givenAt === "PAYMENT" && isOpenOn(one, today) && isForPayer(one, payerId),
    );
    if (schemes.length === 0) return [];
    const charges = await tx.query<OpenCharge[]>(
      `SELECT c.id, c.period, c.open_fen AS "openFen", c.room_id AS "roomId", r.code AS "roomCode", c.fee_item_id AS "feeItemId", c.object_id AS "objectId",
              ${itemWithObject("c", "f.name")} AS "feeItemName"
         FROM charge c
         JOIN room r ON r.project_id = c.project_id AND r.id = c.room_id
         JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
        WHERE c.project_id = $1 AND c.id = ANY ($2) AND c.open_fen > 0 AND c.payer_id IN ${idsOf("$1", "$3")}
        ORDER BY r.code, c.period, c.id`,
      [projectId, chargeIds, payerId],
    );
    const overdue = await daysOverdue(tx, projectId, [...new Set(charges.map(({ roomId }) => roomId))], today);
    const carried = await carriedBy(
      tx,
      projectId,
      charges.map(({ id }) => id),
    );
    const groups = Map.groupBy(charges, (charge) => `${charge.roomId}${serviceOf(charge)}`);
    return [...groups.values()].flatMap((group) =>
      offersOf(
        schemes.filter(({ stackable }) => group.every(({ id }) => !carried.has(id) || (stackable && carried.get(id)))),
        schemeIds ?? [],
        group,
        overdue.get(group[0]!.roomId) ?? 0,
      ),
    );
  }

  private async saveItems(tx: EntityManager, projectId: string, schemeId: string, ids: string[]): Promise<void> {
    const createdAt = this.clock.now();
    await tx.insert(
      DiscountSchemeItem,
      ids.map((feeItemId) => ({ projectId, id: newId(), createdAt, schemeId, feeItemId })),
    );
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    entityId: string,
    verb: string,
    summary: string,
    dto: SaveDiscountSchemeDto,
  ): Promise<void> {
    const entry = { projectId, action: `discount-scheme.${verb}`, entity: "discount-scheme", entityId, summary };
    return this.audit.record(tx, actor, { ...entry, after: { ...dto } });
  }
}

const columnsOf = (dto: SaveDiscountSchemeDto) => ({
  name: dto.name,
  givenAt: dto.givenAt,
  months: dto.months,
  benefit: dto.benefit,
  percent: dto.benefit === "PERCENT" ? dto.percent! : null,
  amountFen: dto.benefit === "AMOUNT" ? dto.amountFen! : null,
  freeMonths: dto.benefit === "FREE_MONTHS" ? dto.freeMonths! : null,
  maxArrearsDays: dto.maxArrearsDays ?? null,
  startsOn: dto.startsOn,
  endsOn: dto.endsOn ?? null,
  bearerId: dto.bearerId ?? null,
  stackable: dto.stackable,
  active: dto.active,
});

function refuseBadTerms({ startsOn, endsOn, benefit, freeMonths, months }: SaveDiscountSchemeDto): void {
  if (endsOn && endsOn < startsOn) throw discountEndsBeforeStart();
  if (benefit === "FREE_MONTHS" && freeMonths! >= months) throw tooManyFreeMonths();
}

/** @throws NOT_FOUND */
async function refuseUnknownItems(tx: EntityManager, projectId: string, ids: string[]): Promise<void> {
  const [{ known }] = await tx.query<[{ known: number }]>(
    "SELECT count(*)::int AS known FROM fee_item WHERE project_id = $1 AND id = ANY ($2) AND kind <> 'DEPOSIT'",
    [projectId, ids],
  );
  if (known < ids.length) throw notFound("所选的部分收费项目");
}

/** Whether terms would change by which something was given. */
async function isChangedAfterUse(
  tx: EntityManager,
  scheme: DiscountScheme,
  dto: SaveDiscountSchemeDto,
): Promise<boolean> {
  const { projectId, id } = scheme;
  const used = await tx.query<object[]>(
    "SELECT 1 FROM discount_line WHERE project_id = $1 AND scheme_id = $2 LIMIT 1",
    [projectId, id],
  );
  if (used.length === 0) return false;
  const items = await tx.findBy(DiscountSchemeItem, { projectId, schemeId: id });
  const termsOf = (
    { endsOn: _endsOn, active: _active, percent, ...terms }: ReturnType<typeof columnsOf>,
    ids: string[],
  ) => JSON.stringify([terms, percent === null ? null : Number(percent), [...ids].sort()]);
  const before: ReturnType<typeof columnsOf> = columnsOf({
    ...scheme,
    benefit: scheme.benefit as SaveDiscountSchemeDto["benefit"],
    givenAt: scheme.givenAt as SaveDiscountSchemeDto["givenAt"],
    feeItemIds: [],
  });
  return (
    termsOf(
      before,
      items.map(({ feeItemId }) => feeItemId),
    ) !== termsOf(columnsOf(dto), dto.feeItemIds)
  );
}
