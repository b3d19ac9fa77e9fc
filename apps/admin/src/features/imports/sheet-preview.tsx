import type { ImportSheetDto } from "@linli/contracts";
import { Collapse, Tabs } from "antd";
import { columnLetters } from "./imports-words";

/** The first rows of the sheets as they stand in the file. */
export function SheetPreview({ sheets, shown }: { sheets: readonly ImportSheetDto[]; shown?: string }) {
  const visible = shown === undefined ? sheets : sheets.filter(({ name }) => name === shown);
  return (
    <Collapse
      size="small"
      items={[
        {
          key: "preview",
          label: "文件内容（前几行）",
          children: (
            <Tabs
              size="small"
              items={visible.map((sheet) => ({
                key: sheet.name,
                label: sheet.name,
                children: <SheetTable sheet={sheet} />,
              }))}
            />
          ),
        },
      ]}
    />
  );
}

function SheetTable({ sheet }: { sheet: ImportSheetDto }) {
  const width = Math.max(0, ...sheet.preview.map(({ cells }) => cells.findLastIndex((cell) => cell !== "") + 1));
  const columns = Array.from({ length: width }, (_, index) => index + 1);
  return (
    <div className="import-preview" role="region" aria-label={`工作表 ${sheet.name}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" aria-label="行号" />
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.preview.map(({ rowNo, cells }) => (
            <tr key={rowNo} className={rowNo === sheet.headerRow ? "strong" : undefined}>
              <th scope="row">{rowNo}</th>
              {columns.map((column) => (
                <td key={column}>{cells[column - 1]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
