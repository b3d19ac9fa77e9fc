import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";

const NAMES = ["linli", "postgres"];

/**
 * Whom PostgreSQL runs as. It refuses to run as root, so under root an unprivileged account takes over: the one an
 * existing database belongs to, an account named linli or postgres, or a new account linli.
 * @param {string} [existing] folder of an existing database
 * @returns {{ uid?: number, gid?: number }} options for spawn; empty for an ordinary user
 */
export function serviceAccount(existing) {
  if (process.getuid?.() !== 0) return {};
  const owner = existing && fs.existsSync(existing) ? fs.statSync(existing) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return NAMES.map(accountNamed).find(Boolean) ?? createAccount();
}

function accountNamed(name) {
  const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  if (ids.some(({ status }) => status !== 0)) return undefined;
  const [uid, gid] = ids.map(({ stdout }) => Number(stdout));
  return uid === 0 ? undefined : { uid, gid };
}

function createAccount() {
  const commands = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "linli"]],
    ["adduser", ["-S", "-D", "-H", "linli"]],
  ];
  for (const [command, args] of commands) {
    spawnSync(command, args, { stdio: "ignore" });
    const account = accountNamed("linli");
    if (account) return account;
  }
  const nobody = accountNamed("nobody");
  if (nobody) return nobody;
  throw new Problem("PostgreSQL 不能以 root 身份运行，而自动创建用户 linli 失败：请手动创建该用户，或用普通用户启动");
}

/** Whether the account can enter and list a folder. */
export function canEnter(account, folder) {
  if (account.uid === undefined) return true;
  // Asked of the system itself, because permissions may also come from access lists.
  const { status } = spawnSync("/bin/sh", ["-c", 'cd / && cd "$1" && test -r .', "sh", folder], {
    ...account,
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}

/** Makes the account the owner of everything in a folder. */
export function giveTo(account, folder) {
  if (account.uid === undefined) return;
  fs.lchownSync(folder, account.uid, account.gid);
  if (!fs.lstatSync(folder).isDirectory()) return;
  for (const name of fs.readdirSync(folder)) giveTo(account, path.join(folder, name));
}
