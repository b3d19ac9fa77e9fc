import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type AddressKind, addressKindLabels, type SaveAddressDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { CustomerAddress } from "./customer-address.entity.js";
import { changeOfCustomer } from "./customer-change.js";

const MAX_ADDRESSES = 10;

/** Further addresses of a customer (SCN-06). */
@Injectable()
export class AddressesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, projectId: string, customerId: string, { kind, text }: SaveAddressDto): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      if ((await tx.countBy(CustomerAddress, { projectId, customerId })) >= MAX_ADDRESSES)
        throw new InvalidInput({ text: [`一个客户最多登记 ${MAX_ADDRESSES} 个地址`] });
      const address = { projectId, id: newId(), createdAt: this.clock.now(), customerId, kind, text };
      await tx.insert(CustomerAddress, address);
      return { action: "customer-address.add", summary: `登记${addressKindLabels[kind]}`, after: { kind, text } };
    });
  }

  update(
    actor: Actor,
    projectId: string,
    customerId: string,
    id: string,
    { kind, text }: SaveAddressDto,
  ): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const address = await tx.findOneBy(CustomerAddress, { projectId, customerId, id });
      if (!address) throw notFound("地址");
      await tx.update(CustomerAddress, { projectId, id }, { kind, text });
      const before = { kind: address.kind, text: address.text };
      const summary = `修改${addressKindLabels[kind]}`;
      return { action: "customer-address.update", summary, before, after: { kind, text } };
    });
  }

  remove(actor: Actor, projectId: string, customerId: string, id: string): Promise<void> {
    return changeOfCustomer(this.db, this.audit, actor, { projectId, customerId }, async (tx) => {
      const address = await tx.findOneBy(CustomerAddress, { projectId, customerId, id });
      if (!address) throw notFound("地址");
      await tx.delete(CustomerAddress, { projectId, id });
      const { kind, text } = address;
      const summary = `删除${addressKindLabels[kind as AddressKind]}`;
      return { action: "customer-address.remove", summary, before: { kind, text } };
    });
  }
}
