import fs from "node:fs";
import { Problem } from "./problem.mjs";

/** Throws the sentence for the operator when a disk has less space than is needed; LINLI_MIN_FREE_MB decides instead. */
export function checkFreeSpace(folder, neededMb) {
  const needed = Number(process.env.LINLI_MIN_FREE_MB || neededMb);
  const { bavail, bsize } = fs.statfsSync(folder);
  const freeMb = Math.floor((bavail * bsize) / 1024 ** 2);
  if (freeMb < needed) {
    throw new Problem(`磁盘空间不足：${folder} 所在磁盘只剩 ${freeMb} MB，至少需要 ${needed} MB`);
  }
}
