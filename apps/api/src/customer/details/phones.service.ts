import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  landlineFault,
  mobileFault,
  type MainPhoneDto,
  type PhoneKind,
  phoneFault,
  phoneKindLabels,
  type SavePhoneDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { maskPhone } from "../../common/crypto.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { canonicalPhone } from "../customer-data.js";
import { lastPhone, mainPhoneIsKeyData } from "../customer.errors.js";
import { refreshIncomplete } from "../incomplete.js";
import { type CustomerChange, changeOfCustomer } from "./customer-change.js";
import { CustomerPhone } from "./customer-phone.entity.js";
import { columnsFromPhones } from "./customer-phones.js";

const MAX_PHONES = 10;

/** The telephones of a customer (SCN-06). The main one is a key field: it changes with a reason only. */
@Injectable()
export class PhonesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Adds a telephone; the first one becomes the main one. */
  add(actor: Actor, projectId: string, customerId: string, dto: SavePhoneDto): Promise<void> {
    return this.change(actor, projectId, customerId, async (tx, phones, today) => {
      const number = checkedNumber(dto.kind, dto.number);
      refuseSame(phones, number);
      if (phones.length >= MAX_PHONES) throw new InvalidInput({ number: [`一个客户最多登记 ${MAX_PHONES} 个电话`] });
      await tx.insert(CustomerPhone, {
        projectId,
        id: newId(),
        createdAt: this.clock.now(),
        customerId,
        kind: dto.kind,
        number,
        label: dto.label ?? null,
        isMain: phones.length === 0,
        ...verification(actor, dto.verifiedHow, today),
      });
      return {
        action: "customer-phone.add",
        summary: `登记${phoneKindLabels[dto.kind]} ${maskPhone(number)}`,
        after: auditOf(dto, number),
      };
    });
  }

  /** Changes kind, label, verification, and the number of any but the main telephone. @throws KEY_DATA */
  update(actor: Actor, projectId: string, customerId: string, phoneId: string, dto: SavePhoneDto): Promise<void> {
    return this.change(actor, projectId, customerId, async (tx, phones, today) => {
      const phone = phoneOf(phones, phoneId);
      const number = dto.number ? checkedNumber(dto.kind, dto.number) : checkedNumber(dto.kind, phone.number);
      if (phone.isMain && number !== phone.number) throw mainPhoneIsKeyData();
      refuseSame(
        phones.filter(({ id }) => id !== phoneId),
        number,
      );
      const verified = dto.verifiedHow
        ? verification(actor, dto.verifiedHow, today)
        : number === phone.number
          ? {}
          : verification(actor, null, today);
      await tx.update(
        CustomerPhone,
        { projectId, id: phoneId },
        { kind: dto.kind, number, label: dto.label ?? null, ...verified },
      );
      const [before, after] = [auditOf(phone, phone.number), auditOf(dto, number)];
      if (number !== phone.number && before.number === after.number) after.number = `${after.number}（已变更）`;
      return {
        action: "customer-phone.update",
        summary: `修改${phoneKindLabels[dto.kind]} ${maskPhone(number)}`,
        before,
        after,
      };
    });
  }

  /** Removes any but the main telephone. @throws KEY_DATA */
  remove(actor: Actor, projectId: string, customerId: string, phoneId: string): Promise<void> {
    return this.change(actor, projectId, customerId, async (tx, phones) => {
      const phone = phoneOf(phones, phoneId);
      if (phones.length === 1) throw lastPhone();
      if (phone.isMain) throw mainPhoneIsKeyData();
      await tx.delete(CustomerPhone, { projectId, id: phoneId });
      const summary = `删除${phoneKindLabels[phone.kind as PhoneKind]} ${maskPhone(phone.number)}`;
      return { action: "customer-phone.remove", summary, before: auditOf(phone, phone.number) };
    });
  }

  /** Makes another number the main one, verified today, with a reason. */
  makeMain(actor: Actor, projectId: string, customerId: string, phoneId: string, dto: MainPhoneDto): Promise<void> {
    return this.change(actor, projectId, customerId, async (tx, phones, today) => {
      const phone = phoneOf(phones, phoneId);
      const earlier = phones.find(({ isMain }) => isMain);
      if (earlier) await tx.update(CustomerPhone, { projectId, id: earlier.id }, { isMain: false });
      const verified = verification(actor, dto.verifiedHow, today);
      await tx.update(CustomerPhone, { projectId, id: phoneId }, { isMain: true, ...verified });
      return {
        action: "customer-phone.update",
        summary: `主要电话改为 ${maskPhone(phone.number)}，原因：${dto.reason}`,
        before: { mainPhone: earlier ? maskPhone(earlier.number) : null },
        after: { mainPhone: maskPhone(phone.number), verifiedHow: dto.verifiedHow },
      };
    });
  }

  private change(
    actor: Actor,
    projectId: string,
    customerId: string,
    work: (tx: EntityManager, phones: CustomerPhone[], today: string) => Promise<CustomerChange>,
  ): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const today = await projectToday(tx, this.clock, projectId);
      const phones = await tx.findBy(CustomerPhone, { projectId, customerId });
      const change = await work(tx, phones, today);
      await columnsFromPhones(tx, projectId, [customerId]);
      await refreshIncomplete(tx, projectId, [customerId], today);
      return change;
    });
  }
}

/** Who made sure of a number today, and how; or nobody. */
export const verification = (actor: Actor, how: string | null | undefined, today: string) =>
  how
    ? { verifiedOn: today, verifiedBy: actor.userId, verifiedByName: actor.name, verifiedHow: how }
    : { verifiedOn: null, verifiedBy: null, verifiedByName: null, verifiedHow: null };

/** A number as it is stored. @throws INVALID_INPUT when it is none of its kind */
export function checkedNumber(kind: PhoneKind, given: string | null | undefined, field = "number"): string {
  const number = canonicalPhone(given);
  if (!number) throw new InvalidInput({ [field]: ["请填写电话号码"] });
  const fault =
    kind === "MOBILE"
      ? mobileFault(number)
      : kind === "HOME" && phoneFault(number)
        ? landlineFault(number)
        : phoneFault(number);
  if (fault) throw new InvalidInput({ [field]: [fault] });
  return number;
}

function phoneOf(phones: CustomerPhone[], id: string): CustomerPhone {
  const phone = phones.find((one) => one.id === id);
  if (!phone) throw notFound("电话");
  return phone;
}

function refuseSame(phones: CustomerPhone[], number: string): void {
  if (phones.some((phone) => phone.number === number)) throw new InvalidInput({ number: ["该客户已登记这个号码"] });
}

const auditOf = ({ kind, label }: { kind: string; label?: string | null }, number: string) => ({
  phoneKind: kind,
  number: maskPhone(number),
  label: label ?? null,
});
