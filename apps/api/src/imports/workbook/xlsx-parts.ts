import { SaxesParser } from "saxes";
import type { SheetInfo } from "./cell.js";
import { damaged, WorkbookError, type WorkbookLimits } from "./workbook-error.js";
import type { ZipPackage } from "./zip-package.js";

/** A tag without its namespace prefix, which some programs write and others do not. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** An attribute by its local name, whatever prefix it carries. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  const direct = attributes[name];
  if (direct !== undefined) return direct;
  const key = Object.keys(attributes).find((candidate) => localName(candidate) === name);
  return key === undefined ? undefined : attributes[key];
}

/** Feeds a part of the package through an XML parser. */
export async function parsePart(
  zip: ZipPackage,
  name: string,
  filename: string,
  parser: SaxesParser,
  maxBytes?: number,
): Promise<void> {
  parser.on("error", (error) => {
    throw damaged(filename, error);
  });
  for await (const piece of zip.text(name, maxBytes)) parser.write(piece);
  parser.close();
}

/** A sheet of the workbook and the part it is stored in. */
export interface SheetPart {
  name: string;
  state: SheetInfo["state"];
  part: string;
}

/** What the small parts of a workbook say. */
export interface WorkbookParts {
  sheets: SheetPart[];
  date1904: boolean;
  /** Number format code by style index. */
  formats: string[];
  sharedStrings: string[];
}

/** Reads the directory of sheets, the number formats and the shared strings. */
export async function readParts(zip: ZipPackage, filename: string, limits: WorkbookLimits): Promise<WorkbookParts> {
  const main = await mainPart(zip, filename);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const relations = await relationsOf(zip, filename, main);
  const { sheets, date1904 } = await readWorkbookPart(zip, filename, main, folder, relations);
  if (sheets.length > limits.sheets) throw new WorkbookError("TOO_MANY_SHEETS", `工作簿超过 ${limits.sheets} 个工作表`);
  const partOf = (type: string) => relations.find((relation) => relation.type.endsWith(`/${type}`));
  const styles = partOf("styles");
  const strings = partOf("sharedStrings");
  return {
    sheets,
    date1904,
    formats:
      styles && zip.has(resolve(folder, styles.target))
        ? await readFormats(zip, filename, resolve(folder, styles.target))
        : [],
    sharedStrings:
      strings && zip.has(resolve(folder, strings.target))
        ? await readStrings(zip, filename, resolve(folder, strings.target), limits)
        : [],
  };
}

async function mainPart(zip: ZipPackage, filename: string): Promise<string> {
  const notWorkbook = new WorkbookError(
    "NOT_A_WORKBOOK",
    `文件“${filename}”是压缩包，不是 Excel 工作簿；请上传 .xlsx 或 .csv 文件`,
  );
  if (zip.has("mimetype") && zip.has("content.xml")) {
    throw new WorkbookError("UNSUPPORTED_FORMAT", `文件“${filename}”是 OpenDocument 格式，请另存为 .xlsx 后再上传`);
  }
  if (!zip.has("[Content_Types].xml") || !zip.has("_rels/.rels")) throw notWorkbook;
  const office = (await relationsOf(zip, filename, "")).find((relation) => relation.type.endsWith("/officeDocument"));
  const part = office && resolve("", office.target);
  if (!part || !zip.has(part)) throw notWorkbook;
  if (part.endsWith(".bin"))
    throw new WorkbookError("UNSUPPORTED_FORMAT", `文件“${filename}”是 .xlsb 格式，请另存为 .xlsx 后再上传`);
  if (!/xl\/|workbook/i.test(part))
    throw new WorkbookError("NOT_A_WORKBOOK", `文件“${filename}”是 Office 文档，但不是 Excel 工作簿`);
  return part;
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

async function relationsOf(zip: ZipPackage, filename: string, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf("/") + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const relations: Relation[] = [];
  if (!zip.has(name)) return relations;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name: tag, attributes }) => {
    if (localName(tag) !== "Relationship") return;
    relations.push({ id: attributes["Id"] ?? "", type: attributes["Type"] ?? "", target: attributes["Target"] ?? "" });
  });
  await parsePart(zip, name, filename, parser);
  return relations;
}

/** A target relative to the folder of the part that names it; absolute targets begin with a slash. */
function resolve(folder: string, target: string): string {
  const segments = target.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

async function readWorkbookPart(
  zip: ZipPackage,
  filename: string,
  part: string,
  folder: string,
  relations: Relation[],
) {
  const sheets: SheetPart[] = [];
  let date1904 = false;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const tag = localName(name);
    if (tag === "workbookPr") date1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
    if (tag !== "sheet") return;
    const relation = relations.find(({ id }) => id === attribute(attributes, "id"));
    // Chart sheets and macro sheets hold no cells.
    if (!relation?.type.endsWith("/worksheet")) return;
    const state = attribute(attributes, "state");
    sheets.push({
      name: attribute(attributes, "name") ?? "",
      state: state === "hidden" || state === "veryHidden" ? state : "visible",
      part: resolve(folder, relation.target),
    });
  });
  await parsePart(zip, part, filename, parser);
  return { sheets, date1904 };
}

/** Built-in formats that matter: dates, percentages. */
const BUILT_IN: Record<number, string> = {
  9: "0%",
  10: "0.00%",
  ...Object.fromEntries(
    [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, "yyyy-mm-dd"]),
  ),
  ...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47].map((id) => [id, "h:mm"])),
};

async function readFormats(zip: ZipPackage, filename: string, part: string): Promise<string[]> {
  const custom = new Map<string, string>();
  const formats: string[] = [];
  let inCellXfs = false;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const tag = localName(name);
    if (tag === "numFmt")
      custom.set(attribute(attributes, "numFmtId") ?? "", attribute(attributes, "formatCode") ?? "");
    if (tag === "cellXfs") inCellXfs = true;
    if (tag !== "xf" || !inCellXfs) return;
    const id = attribute(attributes, "numFmtId") ?? "0";
    formats.push(custom.get(id) ?? BUILT_IN[Number(id)] ?? "");
  });
  parser.on("closetag", ({ name }) => {
    if (localName(name) === "cellXfs") inCellXfs = false;
  });
  await parsePart(zip, part, filename, parser);
  return formats;
}

async function readStrings(zip: ZipPackage, filename: string, part: string, limits: WorkbookLimits): Promise<string[]> {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let phonetic = false;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    const tag = localName(name);
    if (tag === "si") current = "";
    if (tag === "rPh") phonetic = true;
    inText = tag === "t" && !phonetic;
  });
  parser.on("text", (text) => {
    // One character past the limit is enough for the sheet to notice.
    if (inText && current.length <= limits.cellChars) current += text;
  });
  parser.on("closetag", ({ name }) => {
    const tag = localName(name);
    inText = false;
    if (tag === "rPh") phonetic = false;
    if (tag === "si") strings.push(unescapeText(current));
  });
  await parsePart(zip, part, filename, parser, limits.sharedStringBytes);
  return strings;
}

/** `_x000D_` and the like, in which the format hides control characters. */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
