import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  commonAccounts,
  commonMethodAccounts,
  commonRoleAccounts,
  type MoneyMethod,
  optionalVoucherRoles,
  type SaveVoucherSettingsDto,
  type VoucherAccount,
  type VoucherItemDto,
  type VoucherRole,
  voucherRoleLabels,
  type VoucherSettingsDto,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { FeeItemsService } from "../fee-items/fee-items.service.js";
import { PaymentMethods } from "../methods/payment-methods.service.js";
import { VoucherSettings } from "./voucher-settings.entity.js";
import type { AccountBook } from "./vouchers-of.js";

const ROLES = Object.keys(voucherRoleLabels) as VoucherRole[];
const METHODS = Object.keys(commonMethodAccounts) as MoneyMethod[];

/** The accounts (科目) of a project's vouchers: common ones until it chooses its own. */
@Injectable()
export class VoucherSettingsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly items: FeeItemsService,
    private readonly methods: PaymentMethods,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async of(projectId: string, tx: EntityManager = this.db.manager): Promise<VoucherSettingsDto> {
    const row = await tx.findOneBy(VoucherSettings, { projectId });
    const roles = row?.roles ?? commonRoleAccounts;
    const methods = await this.methods.list(projectId, tx);
    return {
      saved: row !== null,
      splitTax: row?.splitTax ?? true,
      accounts: (row?.accounts ?? commonAccounts).map(({ code, name }) => ({ code, name })),
      roles: ROLES.map((role) => ({ role, code: roles[role] ?? null })),
      items: await itemsOf(tx, projectId),
      methods: METHODS.map((method) => ({
        method,
        code: methods.find((one) => one.method === method)?.financeCode ?? null,
      })),
    };
  }

  /** The accounts as vouchers are written with them. */
  async book(projectId: string, tx: EntityManager): Promise<AccountBook & { splitTax: boolean }> {
    const { splitTax, accounts, roles, items, methods } = await this.of(projectId, tx);
    const codes = Object.fromEntries(roles.map(({ role, code }) => [role, code ?? null]));
    return {
      splitTax,
      names: new Map(accounts.map(({ code, name }) => [code, name])),
      roles: codes as Record<VoucherRole, string | null>,
      items: new Map(items.map(({ feeItemId, ...item }) => [feeItemId, item])),
      methods: new Map(
        methods.map(({ method, code }) => [method, code ?? commonMethodAccounts[method as MoneyMethod]]),
      ),
    };
  }

  /** Chooses the accounts as a whole; those of items and methods that are not named stay. @throws InvalidInput, NOT_FOUND */
  save(actor: Actor, projectId: string, dto: SaveVoucherSettingsDto): Promise<VoucherSettingsDto> {
    refuseBadAccounts(dto);
    return this.db.transaction(async (tx) => {
      const before = await this.of(projectId, tx);
      const chosen = dto.roles.flatMap(({ role, code }) => (code ? [[role, code] as const] : []));
      const accounts = dto.accounts.map(({ code, name }) => ({ code, name }));
      await tx.query(
        `INSERT INTO voucher_settings (project_id, id, created_at, split_tax, accounts, roles) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (project_id) DO UPDATE SET split_tax = excluded.split_tax, accounts = excluded.accounts, roles = excluded.roles`,
        [
          projectId,
          newId(),
          this.clock.now(),
          dto.splitTax,
          JSON.stringify(accounts),
          JSON.stringify(Object.fromEntries(chosen)),
        ],
      );
      await this.items.setFinanceCodes(
        tx,
        projectId,
        dto.items.map(({ feeItemId, code }) => ({ feeItemId, code: code ?? null })),
      );
      await this.methods.setFinanceCodes(
        tx,
        projectId,
        dto.methods.map(({ method, code }) => ({ method, code: code ?? null })),
      );
      const after = await this.of(projectId, tx);
      await this.audit.record(tx, actor, {
        projectId,
        action: "voucher-settings.update",
        entity: "voucher-settings",
        entityId: projectId,
        summary: "修改凭证科目",
        before: { ...before },
        after: { ...after },
      });
      return after;
    });
  }
}

function itemsOf(tx: EntityManager, projectId: string): Promise<VoucherItemDto[]> {
  return tx.query<VoucherItemDto[]>(
    `SELECT id AS "feeItemId", name, kind, income_class AS "incomeClass", collected_for_others AS "collectedForOthers",
            finance_code AS code,
            CASE WHEN kind = 'DEPOSIT' THEN 'DEPOSIT' WHEN collected_for_others THEN 'COLLECTED' ELSE income_class END AS role
       FROM fee_item WHERE project_id = $1 ORDER BY sort, code`,
    [projectId],
  );
}

function refuseBadAccounts(dto: SaveVoucherSettingsDto): void {
  const fields: Record<string, string[]> = {};
  const known = new Set<string>();
  dto.accounts.forEach(({ code }: VoucherAccount, index) => {
    if (known.has(code)) fields[`accounts.${index}.code`] = [`科目 ${code} 有重复`];
    known.add(code);
  });
  for (const list of ["roles", "items", "methods"] as const)
    dto[list].forEach(({ code }, index) => {
      if (code && !known.has(code)) fields[`${list}.${index}.code`] = [`科目 ${code} 不在科目表中`];
    });
  const missing = ROLES.filter(
    (role) => !optionalVoucherRoles.includes(role) && !dto.roles.some((one) => one.role === role && one.code),
  );
  if (missing.length > 0)
    fields["roles"] = [`请选择科目：${missing.map((role) => voucherRoleLabels[role]).join("、")}`];
  const twice = dto.roles.find(({ role }, index) => dto.roles.findIndex((one) => one.role === role) < index);
  if (twice) fields["roles"] = [`${voucherRoleLabels[twice.role]}填写了两次`];
  const byPrepayment = dto.methods.findIndex(({ method }) => method === "PREPAYMENT");
  if (byPrepayment >= 0) fields[`methods.${byPrepayment}.method`] = ["预收冲抵用预收款的科目，不在这里设置"];
  if (Object.keys(fields).length > 0) throw new InvalidInput(fields);
}
