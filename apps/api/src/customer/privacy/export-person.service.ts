import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { PersonalData } from "../../common/crypto.js";
import { notFound } from "../../common/rule-violation.js";
import { readCustomer } from "../customer-columns.js";
import { Customer } from "../customer.entity.js";
import { InvoiceTitle } from "../details/invoice-title.entity.js";
import { AGREEMENTS, type ExportedAgreement, inLabels, SECTIONS } from "./person-data.js";

/** Hands out everything the system holds about a person, whole numbers included; with a reason, logged (LAW-38). */
@Injectable()
export class ExportPersonService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  export(actor: Actor, projectId: string, customerId: string, reason: string): Promise<Record<string, unknown>> {
    return this.db.transaction(async (tx) => {
      const row = await tx.findOneBy(Customer, { projectId, id: customerId });
      if (!row) throw notFound("客户");
      await this.audit.record(tx, actor, {
        projectId,
        action: "customer.export",
        entity: "customer",
        entityId: customerId,
        summary: `导出客户 ${row.name}（${row.number}）的全部个人信息，原因：${reason}`,
      });
      const data: Record<string, unknown> = {
        导出时间: this.clock.now().toISOString(),
        客户: inLabels("客户", { 客户编号: row.number, ...inWords(readCustomer(this.personal, row)) }),
      };
      const titles = await tx.findBy(InvoiceTitle, { projectId, customerId });
      data["发票抬头"] = titles.map(({ title, taxNumber, address, phone, bank, accountCipher }) => ({
        抬头: title,
        纳税人识别号: taxNumber,
        地址: address,
        电话: phone,
        开户银行: bank,
        银行账号: accountCipher && this.personal.decrypt(accountCipher),
      }));
      const agreements = await tx.query<ExportedAgreement[]>(AGREEMENTS, [projectId, customerId]);
      data["划款协议"] = agreements.map(({ account, idNumber, mobile, ...rest }) =>
        inLabels("划款协议", {
          ...rest,
          银行账号: account && this.personal.decrypt(account),
          证件号码: idNumber && this.personal.decrypt(idNumber),
          手机: mobile && this.personal.decrypt(mobile),
        }),
      );
      for (const [name, sql] of SECTIONS) {
        const rows = await tx.query<Record<string, unknown>[]>(sql, [projectId, customerId]);
        data[name] = rows.map((row) => inLabels(name, row));
      }
      return data;
    });
  }
}

const inWords = (data: ReturnType<typeof readCustomer>): Record<string, unknown> => ({
  名称: data.name,
  类型: data.kind,
  性别: data.sex,
  证件名称: data.idType,
  证件号码: data.idNumber,
  出生日期: data.birthday,
  户口所在地: data.registeredPlace,
  手机: data.mobile,
  家庭电话: data.homePhone,
  其他电话: data.otherPhones,
  紧急联络人: data.emergencyName,
  紧急联络人电话: data.emergencyPhone,
  通讯地址: data.address,
  备注: data.remark,
});
