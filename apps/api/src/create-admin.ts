import "reflect-metadata";
import { mobileFault, normalisePhone } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "./audit/audit.service.js";
import { AppUser } from "./auth/app-user.entity.js";
import { createUser } from "./auth/create-user.js";
import { maskMobile } from "./auth/mask-mobile.js";
import { systemActor } from "./common/actor.js";
import { Clock } from "./common/clock.js";
import { COMPANY } from "./common/ids.js";
import { dataSourceOptions } from "./data-source.js";

/**
 * The first system administrator of an installation without demonstration data:
 * `DATABASE_URL=… node dist/create-admin.js <mobile> <name>`. Prints a password that must be changed at the first sign-in.
 */
export async function createAdministrator(url: string, mobile: string, name: string): Promise<string> {
  const fault = mobileFault(mobile);
  if (fault) throw new Error(fault);
  if (name.trim() === "") throw new Error("请给出姓名");
  const db = await new DataSource(dataSourceOptions(url, { pool: 2 })).initialize();
  try {
    return await db.transaction(async (tx) => {
      const number = normalisePhone(mobile);
      if (await tx.existsBy(AppUser, { mobile: number })) throw new Error(`手机号 ${number} 已经有用户`);
      const memberships = [{ role: "SYSTEM_ADMIN" }];
      const { id, password } = await createUser(tx, {
        name: name.trim(),
        mobile: number,
        memberships,
        now: new Date(),
      });
      await new AuditService(new Clock()).record(
        tx,
        { ...systemActor, name: "命令行" },
        {
          projectId: COMPANY,
          action: "user.create",
          entity: "user",
          entityId: id,
          summary: `新建系统管理员 ${name.trim()}`,
          after: { name: name.trim(), mobile: maskMobile(number) },
        },
      );
      return password;
    });
  } finally {
    await db.destroy();
  }
}

if (import.meta.filename === process.argv[1]) {
  const [mobile, name] = process.argv.slice(2);
  const url = process.env.DATABASE_URL;
  try {
    if (!url) throw new Error("DATABASE_URL is not set");
    if (!mobile || !name) throw new Error("usage: node dist/create-admin.js <mobile> <name>");
    const password = await createAdministrator(url, mobile, name);
    console.log(`系统管理员 ${name} 已建立。\n手机号：${mobile}\n初始密码：${password}\n首次登录须修改密码。`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
