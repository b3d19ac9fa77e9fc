import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  defaultMethodRules,
  paymentMethodLabels,
  type PaymentMethod,
  type PaymentMethodDto,
  type ReferenceFormat,
  type ReferenceRule,
  referenceFault,
  type SavePaymentMethodDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { PaymentMethodSetting } from "./payment-method.entity.js";

/** A way of paying as it was entered. */
export interface EnteredMethod {
  method: PaymentMethod;
  referenceNo?: string | null;
}

/** What a project says about its methods of paying, and whether a payment or refund keeps to it (BIL-70). */
@Injectable()
export class PaymentMethods {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Every method, with the project's settings or the defaults. */
  async list(projectId: string, db: EntityManager = this.db.manager): Promise<PaymentMethodDto[]> {
    const rows = await db.findBy(PaymentMethodSetting, { projectId });
    return (Object.keys(paymentMethodLabels) as PaymentMethod[]).map((method) =>
      toPaymentMethodDto(
        method,
        rows.find((row) => row.method === method),
      ),
    );
  }

  /** Changes the settings of one method; prepayment has none of its own. @throws InvalidInput */
  save(actor: Actor, projectId: string, method: PaymentMethod, dto: SavePaymentMethodDto): Promise<PaymentMethodDto> {
    refuseBadSettings(method, dto);
    return this.db.transaction(async (tx) => {
      const { account = null, referenceLength = null, financeCode = null, ...flags } = dto;
      const values = { ...flags, account, referenceLength, financeCode };
      const before = (await this.list(projectId, tx)).find((one) => one.method === method);
      await tx.query(
        `INSERT INTO payment_method (project_id, id, created_at, method, enabled, account, reference, reference_format, reference_length, refundable, finance_code)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (project_id, method) DO UPDATE SET enabled = excluded.enabled, account = excluded.account,
           reference = excluded.reference, reference_format = excluded.reference_format, reference_length = excluded.reference_length,
           refundable = excluded.refundable, finance_code = excluded.finance_code`,
        [
          projectId,
          newId(),
          this.clock.now(),
          method,
          values.enabled,
          account,
          values.reference,
          values.referenceFormat,
          referenceLength,
          values.refundable,
          financeCode,
        ],
      );
      await this.audit.record(tx, actor, {
        projectId,
        action: "payment-method.update",
        entity: "payment-method",
        entityId: projectId,
        summary: `修改收款方式 ${paymentMethodLabels[method]}`,
        before: { ...before },
        after: { method, ...values },
      });
      return { method, mayChange: method === "CASH", ...values };
    });
  }

  /** Gives methods their accounts of the books of finance, in the caller's transaction (凭证科目). */
  async setFinanceCodes(
    tx: EntityManager,
    projectId: string,
    codes: readonly { method: PaymentMethod; code: string | null }[],
  ): Promise<void> {
    const known = await this.list(projectId, tx);
    for (const { method, code } of codes) {
      const { enabled, reference, referenceFormat, refundable } = known.find((one) => one.method === method)!;
      await tx.query(
        `INSERT INTO payment_method (project_id, id, created_at, method, enabled, reference, reference_format, refundable, finance_code)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (project_id, method) DO UPDATE SET finance_code = excluded.finance_code`,
        [projectId, newId(), this.clock.now(), method, enabled, reference, referenceFormat, refundable, code],
      );
    }
  }

  /** @throws InvalidInput for a method that is not in use, or a slip number that is missing or wrong */
  async refusePayment(tx: EntityManager, projectId: string, entered: readonly EnteredMethod[]): Promise<void> {
    const methods = await this.list(projectId, tx);
    const fields: Record<string, string[]> = {};
    entered.forEach(({ method, referenceNo }, index) => {
      const rules = methods.find((one) => one.method === method)!;
      const name = paymentMethodLabels[method];
      const fault = referenceFault(rules, referenceNo);
      if (!rules.enabled) fields[`methods.${index}.method`] = [`本管理区没有启用${name}`];
      else if (fault) fields[`methods.${index}.referenceNo`] = [`${name}${fault}`];
    });
    if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
  }

  /** @throws InvalidInput for a method money does not go back by, or a slip number that is missing or wrong */
  async refuseRefund(tx: EntityManager, projectId: string, { method, referenceNo }: EnteredMethod): Promise<void> {
    const rules = await this.refuseUnrefundable(tx, projectId, method);
    const fault = referenceFault(rules, referenceNo);
    if (fault) throw new InvalidInput({ referenceNo: [`${paymentMethodLabels[method]}${fault}`] });
  }

  /** The rules of a method money goes back by. @throws InvalidInput for one it does not */
  async refuseUnrefundable(tx: EntityManager, projectId: string, method: PaymentMethod): Promise<PaymentMethodDto> {
    const rules = (await this.list(projectId, tx)).find((one) => one.method === method)!;
    if (rules.refundable) return rules;
    const name = paymentMethodLabels[method];
    throw new InvalidInput({ method: [method === "PREPAYMENT" ? "退款方式不能是预收冲抵" : `${name}不能用于退款`] });
  }
}

function refuseBadSettings(method: PaymentMethod, dto: SavePaymentMethodDto): void {
  const fields: Record<string, string[]> = {};
  if (method === "PREPAYMENT") fields.enabled = ["预收冲抵由预收款的使用方案管理，不在这里设置"];
  if (method === "CASH" && dto.reference !== "NONE") fields.reference = ["现金没有凭证号"];
  if (dto.reference === "NONE" && dto.referenceLength) fields.referenceLength = ["不填凭证号时不能规定位数"];
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
}

function toPaymentMethodDto(method: PaymentMethod, row: PaymentMethodSetting | undefined): PaymentMethodDto {
  const mayChange = method === "CASH";
  if (!row) return { method, mayChange, ...defaultMethodRules(method), account: null, financeCode: null };
  const { enabled, account, reference, referenceFormat, referenceLength, refundable, financeCode } = row;
  return {
    method,
    mayChange,
    enabled,
    account,
    reference: reference as ReferenceRule,
    referenceFormat: referenceFormat as ReferenceFormat,
    referenceLength,
    refundable,
    financeCode,
  };
}
