import { Injectable, Logger, type OnModuleInit } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { EInvoiceRoundDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { type Actor, systemActor } from "../../../common/actor.js";
import { Clock } from "../../../common/clock.js";
import { PersonalData } from "../../../common/crypto.js";
import { MinuteWork } from "../../../jobs/minute-work.js";
import { tradeNoOf } from "../../online/trade-no.js";
import { noteEvent } from "../e-invoice-log.js";
import { EInvoice } from "../e-invoice.entity.js";
import { supplierUnavailable } from "../e-invoices.errors.js";
import type { PortKey } from "../port/invoice-port.js";
import { InvoicePorts } from "../port/invoice-ports.js";
import { RedInvoice } from "../red/red-invoice.entity.js";
import { TakeAnswerService } from "./take-answer.service.js";
import { portInvoice, portRedInvoice } from "./waiting-requests.js";

/** So many requests of a project are handed over in one round. */
const ROUND = 200;

/**
 * Hands requests over to suppliers and takes what they say: every minute, and when somebody wants to know. The state stands
 * in the database first; what was handed over by a process that was killed is handed over again, which changes nothing.
 */
@Injectable()
export class InvoiceRounds implements OnModuleInit {
  private readonly logger = new Logger(InvoiceRounds.name);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly personal: PersonalData,
    private readonly minutely: MinuteWork,
    private readonly ports: InvoicePorts,
    private readonly answers: TakeAnswerService,
  ) {}

  onModuleInit(): void {
    this.minutely.register("electronic invoices", () => this.roundOfAll());
  }

  /** Every project that has a supplier or something under way; one whose supplier cannot be reached leaves the others alone. */
  async roundOfAll(): Promise<void> {
    const projects = await this.db.query<{ id: string }[]>(
      `SELECT project_id AS id FROM invoice_settings WHERE adapter <> 'OFF'
       UNION SELECT project_id FROM e_invoice WHERE status IN ('PENDING', 'ISSUING')
       UNION SELECT project_id FROM red_invoice WHERE status IN ('PENDING', 'ISSUING')`,
    );
    for (const { id } of projects)
      await this.round(systemActor, id).catch((error: unknown) => this.logger.error(String(error)));
  }

  /** One project. @throws EINVOICE_SUPPLIER when a supplier cannot be reached; what was done until then stays done */
  async round(actor: Actor, projectId: string): Promise<EInvoiceRoundDto> {
    try {
      const sent = (await this.sendInvoices(actor, projectId)) + (await this.sendReds(actor, projectId));
      return { sent, ...(await this.hear(actor, projectId)) };
    } catch (error) {
      if (!isOfTheDisk(error)) throw error;
      this.logger.error(String(error));
      throw supplierUnavailable();
    }
  }

  private async sendInvoices(actor: Actor, projectId: string): Promise<number> {
    const db = this.db.manager;
    const waiting = await db.find(EInvoice, {
      where: { projectId, status: "PENDING" },
      order: { id: "ASC" },
      take: ROUND,
    });
    for (const invoice of waiting) {
      const { id, attempt, adapter } = invoice;
      await this.ports.of(adapter).request(projectId, await portInvoice(db, this.personal, invoice));
      await this.db.transaction(async (tx) => {
        const { affected } = await tx.update(
          EInvoice,
          { projectId, id, attempt, status: "PENDING" },
          { status: "ISSUING" },
        );
        const event = { projectId, invoiceId: id, kind: "SENT", message: null } as const;
        if (affected === 1) await noteEvent(tx, actor, this.clock.now(), event);
      });
    }
    return waiting.length;
  }

  private async sendReds(actor: Actor, projectId: string): Promise<number> {
    const db = this.db.manager;
    const waiting = await db.find(RedInvoice, {
      where: { projectId, status: "PENDING" },
      order: { id: "ASC" },
      take: ROUND,
    });
    for (const red of waiting) {
      const { id, attempt, invoiceId } = red;
      const invoice = await db.findOneByOrFail(EInvoice, { projectId, id: invoiceId });
      await this.ports.of(invoice.adapter).red(projectId, await portRedInvoice(db, red, invoice));
      await this.db.transaction(async (tx) => {
        const { affected } = await tx.update(
          RedInvoice,
          { projectId, id, attempt, status: "PENDING" },
          { status: "ISSUING" },
        );
        const event = { projectId, invoiceId, kind: "RED_SENT", message: null } as const;
        if (affected === 1) await noteEvent(tx, actor, this.clock.now(), event);
      });
    }
    return waiting.length;
  }

  private async hear(actor: Actor, projectId: string): Promise<{ applied: number; faults: number }> {
    const heard = { applied: 0, faults: 0 };
    for (const [adapter, open] of await this.openByAdapter(projectId))
      await this.ports.of(adapter).query(projectId, open, async (answer) => {
        const taken = await this.answers.take(actor, projectId, answer);
        if (taken === "APPLIED") heard.applied += 1;
        if (taken === "FAULT") heard.faults += 1;
      });
    return heard;
  }

  /** The requests under way by supplier; the supplier of today is heard too when none is. */
  private async openByAdapter(projectId: string): Promise<Map<string, PortKey[]>> {
    const rows = await this.db.query<{ adapter: string; id: string | null; attempt: number }[]>(
      `SELECT adapter, id, attempt FROM e_invoice WHERE project_id = $1 AND status = 'ISSUING'
       UNION ALL
       SELECT v.adapter, d.id, d.attempt FROM red_invoice d
         JOIN e_invoice v ON v.project_id = d.project_id AND v.id = d.invoice_id WHERE d.project_id = $1 AND d.status = 'ISSUING'
       UNION ALL
       SELECT adapter, NULL, 0 FROM invoice_settings WHERE project_id = $1 AND adapter <> 'OFF'`,
      [projectId],
    );
    const open = new Map<string, PortKey[]>();
    for (const { adapter, id, attempt } of rows) {
      const keys = open.get(adapter) ?? [];
      if (id) keys.push({ serial: tradeNoOf(id), attempt });
      open.set(adapter, keys);
    }
    return open;
  }
}

/** Whether the operating system refused: a folder that is missing, full or not ours. */
const isOfTheDisk = (error: unknown): boolean => {
  const { syscall, path } = error as { syscall?: unknown; path?: unknown };
  return typeof syscall === "string" && typeof path === "string";
};
