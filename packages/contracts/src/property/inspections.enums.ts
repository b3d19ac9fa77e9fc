/** Where an inspection stands (PRP-09). */
export const inspectionStateLabels = {
  DRAFT: "草稿",
  IN_PROGRESS: "验收中",
  DEFECTS: "有缺陷待整改",
  PASSED: "已通过",
  VOID: "作废",
} as const;
export type InspectionState = keyof typeof inspectionStateLabels;

/** The steps an inspection may take. What is completed becomes void only through a correction. */
export const inspectionTransitions: Readonly<Record<InspectionState, readonly InspectionState[]>> = {
  DRAFT: ["IN_PROGRESS", "VOID"],
  IN_PROGRESS: ["DEFECTS", "PASSED", "VOID"],
  DEFECTS: ["PASSED", "VOID"],
  PASSED: ["VOID"],
  VOID: [],
};

export const inspectionResultLabels = { PASS: "合格", FAIL: "不合格", NONE: "不适用" } as const;
export type InspectionResult = keyof typeof inspectionResultLabels;

export const defectSeverityLabels = { MINOR: "一般", MAJOR: "较重", SEVERE: "严重" } as const;
export type DefectSeverity = keyof typeof defectSeverityLabels;

export const defectStateLabels = { OPEN: "待整改", FIXED: "已整改", CLOSED: "复验合格" } as const;
export type DefectState = keyof typeof defectStateLabels;

/** What is done with a defect; each is a row of its own that stays. */
export const defectActionLabels = { FIX: "整改完成", PASS: "复验合格", FAIL: "复验不合格" } as const;
export type DefectAction = keyof typeof defectActionLabels;

/** What a re-inspection can find. */
export const recheckResultLabels = { PASS: defectActionLabels.PASS, FAIL: defectActionLabels.FAIL } as const;
export type RecheckResult = keyof typeof recheckResultLabels;

/** The steps a defect may take: the state an action needs and the one it leads to. */
export const defectTransitions: Readonly<Record<DefectAction, { from: DefectState; to: DefectState }>> = {
  FIX: { from: "OPEN", to: "FIXED" },
  PASS: { from: "FIXED", to: "CLOSED" },
  FAIL: { from: "FIXED", to: "OPEN" },
};

/** What a picture of a defect shows. */
export const defectPictureLabels = { BEFORE: "缺陷照片", AFTER: "整改后照片" } as const;
/** What the files of an inspection are. */
export const inspectionFileLabels = { PHOTO: "现场照片", PAPER: "纸质资料", SIGNATURE: "签名" } as const;

/** A file of a defect as far as papers care. */
interface DefectFile {
  kind: string;
  contentType: string;
}

/** Photos on one paper at most. */
const MOST_PHOTOS = 24;

/** The photos of defects for a paper, in order, with where each is and what it shows: 厨房北墙 缺陷照片. */
export const picturesOf = <File extends DefectFile>(defects: readonly { place: string; pictures: readonly File[] }[]) =>
  defects
    .flatMap(({ place, pictures }) =>
      pictures
        .filter(({ contentType }) => contentType.startsWith("image/"))
        .map((picture) => ({
          picture,
          words: `${place} ${defectPictureLabels[picture.kind as keyof typeof defectPictureLabels] ?? ""}`.trim(),
        })),
    )
    .slice(0, MOST_PHOTOS);

export const signerRoleLabels = { TAKER: "接房人", INSPECTOR: "验收人" } as const;
export type SignerRole = keyof typeof signerRoleLabels;

/** How long ago a defect was found. */
export const defectAgeLabels = { WEEK: "7 天以内", MONTH: "8 至 30 天", LONGER: "30 天以上" } as const;
export type DefectAge = keyof typeof defectAgeLabels;
