import { Injectable } from "@nestjs/common";
import type { ChangeKeyDataDto, IdType, PhoneKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { PersonalData } from "../../common/crypto.js";
import { newId } from "../../common/ids.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { auditChange, readCustomer, toColumns } from "../customer-columns.js";
import { birthdayOf, canonicalIdNumber, canonicalPhone, type CustomerData, documentFaults } from "../customer-data.js";
import { lockCustomer } from "../customer-lock.js";
import { Customer } from "../customer.entity.js";
import { refreshIncomplete } from "../incomplete.js";
import { SameCustomer } from "../same-customer.js";
import { CustomerPhone } from "./customer-phone.entity.js";
import { columnsFromPhones } from "./customer-phones.js";
import { checkedNumber, verification } from "./phones.service.js";

/** Changes who somebody is: name, document, main telephone (SCN-06). Always with a reason; both sides stay in the history. */
@Injectable()
export class ChangeKeyDataService {
  constructor(
    private readonly audit: AuditService,
    private readonly personal: PersonalData,
    private readonly same: SameCustomer,
    private readonly clock: Clock,
  ) {}

  /** @throws CUSTOMER_EXISTS when the new document is another customer's; INVALID_INPUT by field */
  change(actor: Actor, projectId: string, customerId: string, dto: ChangeKeyDataDto): Promise<void> {
    return this.same.guard(projectId, async (tx) => {
      const row = await lockCustomer(tx, projectId, customerId);
      const today = await projectToday(tx, this.clock, projectId);
      const known = readCustomer(this.personal, row);
      const data = keyDataOf(dto, known);
      const faults = documentFaults(data, { today, known });
      if (Object.keys(faults).length > 0) throw new InvalidInput(faults);

      const { name, idType, birthday, idNumberCipher, idNumberHash, idNumberMasked } = toColumns(this.personal, data);
      await this.same.refuse(tx, projectId, idNumberHash, customerId);
      await tx.update(
        Customer,
        { projectId, id: customerId },
        { name, idType, birthday, idNumberCipher, idNumberHash, idNumberMasked },
      );
      const phone = await this.changeMainPhone(tx, actor, { projectId, customerId, dto, today });
      await refreshIncomplete(tx, projectId, [customerId], today);
      const after = await tx.findOneByOrFail(Customer, { projectId, id: customerId });
      const change = auditChange(known, readCustomer(this.personal, after));
      await this.audit.record(tx, actor, {
        projectId,
        action: "customer.key-data",
        entity: "customer",
        entityId: customerId,
        summary: `修改客户 ${name}（${row.number}）的关键信息，原因：${dto.reason}`,
        before: change.before,
        after: { ...change.after, ...(phone && { verifiedHow: dto.phoneCheck }) },
      });
    });
  }

  /** Gives the main telephone another number; answers whether it changed. */
  private async changeMainPhone(
    tx: EntityManager,
    actor: Actor,
    {
      projectId,
      customerId,
      dto,
      today,
    }: { projectId: string; customerId: string; dto: ChangeKeyDataDto; today: string },
  ): Promise<boolean> {
    const wanted = canonicalPhone(dto.mainPhone);
    if (!wanted) return false;
    const phones = await tx.findBy(CustomerPhone, { projectId, customerId });
    const main = phones.find(({ isMain }) => isMain);
    if (main?.number === wanted) return false;
    const kind = kindOf(wanted, main?.kind as PhoneKind | undefined);
    const number = checkedNumber(kind, wanted, "mainPhone");
    if (!dto.phoneCheck) throw new InvalidInput({ phoneCheck: ["修改主要电话须说明如何核实"] });
    if (phones.some((phone) => phone.number === number))
      throw new InvalidInput({ mainPhone: ["该客户已登记这个号码，请在电话列表中设为主要电话"] });
    const columns = { kind, number, ...verification(actor, dto.phoneCheck, today) };
    if (main) await tx.update(CustomerPhone, { projectId, id: main.id }, columns);
    else
      await tx.insert(CustomerPhone, {
        projectId,
        id: newId(),
        createdAt: this.clock.now(),
        customerId,
        label: null,
        isMain: true,
        ...columns,
      });
    await columnsFromPhones(tx, projectId, [customerId]);
    return true;
  }
}

/** A mobile number is one; another number keeps the kind of the one it replaces. */
const kindOf = (number: string, earlier: PhoneKind | undefined): PhoneKind =>
  /^1\d{10}$/.test(number) ? "MOBILE" : earlier && earlier !== "MOBILE" ? earlier : "HOME";

function keyDataOf(dto: ChangeKeyDataDto, known: CustomerData): CustomerData {
  const idNumber = dto.idNumber ? canonicalIdNumber(dto.idNumber) : known.idNumber;
  const sameDocument = idNumber === known.idNumber && dto.idType === known.idType;
  const birthday = sameDocument
    ? known.birthday
    : (birthdayOf(dto.idType satisfies IdType, idNumber, null) ?? known.birthday);
  return { ...known, name: dto.name, idType: dto.idType, idNumber, birthday };
}
