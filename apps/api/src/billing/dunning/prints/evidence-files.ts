import type { AttachmentDto, DunningCaseDetailDto } from "@linli/contracts";

/** The files of a case with the record they prove, in the order of time. */
export function filesOf(one: DunningCaseDetailDto): { of: string; file: AttachmentDto }[] {
  const steps = one.history
    .filter(({ voidedOn }) => voidedOn === null)
    .map(({ stepNo, onDay, files }) => ({ of: `${onDay} 催缴 ${stepNo}`, files }));
  const promises = one.promises
    .filter(({ voidedOn }) => voidedOn === null)
    .map(({ madeOn, files }) => ({ of: `${madeOn} 还款承诺`, files }));
  const lawsuits = one.lawsuits
    .filter(({ voidedOn }) => voidedOn === null)
    .map(({ filedOn, files }) => ({ of: `${filedOn} 起诉或仲裁`, files }));
  return [...steps, ...promises, ...lawsuits]
    .toSorted((a, b) => (a.of < b.of ? -1 : 1))
    .flatMap(({ of, files }) => files.map((file) => ({ of, file })));
}
