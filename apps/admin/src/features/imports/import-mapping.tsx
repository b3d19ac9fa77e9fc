import { useMutation } from "@tanstack/react-query";
import type { ImportDto } from "@linli/contracts";
import { importKindLabels, importProfileLabels, importTemplateLabels, type ImportKind } from "@linli/contracts/enums";
import { Alert, Button, Checkbox, Flex, InputNumber, Segmented, Select } from "antd";
import { useState } from "react";
import { useProjectId } from "../../lib/session";
import { type ChosenColumns, ImportColumns } from "./import-columns";
import { checkImport, saveMapping } from "./imports.queries";
import { SheetPreview } from "./sheet-preview";

const columnsOf = ({ mapping }: ImportDto): ChosenColumns =>
  Object.fromEntries(mapping.columns.map(({ key, column }) => [key, column]));

/** What is read, and from where: nothing to do for a recognised workbook, else kind, sheet, header row and columns. */
export function ImportMapping({ batch, onChecking }: { batch: ImportDto; onChecking: () => void }) {
  const check = useMutation(checkImport(useProjectId(), batch.id));
  const start = (before?: () => Promise<unknown>) =>
    void (before ? before() : Promise.resolve())
      .then(() => check.mutateAsync())
      // A toast has said what is wrong.
      .then(onChecking, () => undefined);
  if (batch.kind !== "COMMUNITY") return <TableMapping key={sourceOf(batch)} batch={batch} start={start} />;
  return (
    <section className="import-part" aria-label="工作表与对应列">
      <Recognised batch={batch} />
      <SheetPreview sheets={batch.sheets} />
      <Button type="primary" loading={check.isPending} onClick={() => start()}>
        开始检查
      </Button>
    </section>
  );
}

/** Another kind, sheet or header row brings other columns: the form begins anew. */
const sourceOf = ({ kind, mapping }: ImportDto) => JSON.stringify([kind, mapping.sheet, mapping.headerRow]);

function TableMapping({ batch, start }: { batch: ImportDto; start: (before: () => Promise<unknown>) => void }) {
  const { kind, mapping, sheets } = batch;
  const [columns, setColumns] = useState(() => columnsOf(batch));
  const [remember, setRemember] = useState(true);
  const { mutate, mutateAsync, isPending } = useMutation(saveMapping(useProjectId(), batch.id));
  const source = { kind, sheet: mapping.sheet, headerRow: mapping.headerRow };
  const sheet = sheets.find(({ name }) => name === mapping.sheet);
  return (
    <section className="import-part" aria-label="工作表与对应列">
      <Flex gap={16} wrap align="end">
        <label className="import-choice">
          <span>这个表格是</span>
          <Segmented<ImportKind>
            aria-label="导入内容"
            disabled={isPending}
            options={(Object.keys(importTemplateLabels) as ImportKind[]).map((value) => ({
              value,
              label: importKindLabels[value],
            }))}
            value={kind}
            onChange={(chosen) => mutate({ kind: chosen, sheet: mapping.sheet })}
          />
        </label>
        <label className="import-choice">
          <span>工作表</span>
          <Select
            aria-label="工作表"
            disabled={isPending}
            value={mapping.sheet}
            options={sheets.map(({ name, rowCount }) => ({ value: name, label: `${name}（${rowCount} 行）` }))}
            onChange={(chosen) => mutate({ kind, sheet: chosen })}
          />
        </label>
        <label className="import-choice">
          <span>表头在第几行</span>
          <InputNumber
            aria-label="表头在第几行"
            disabled={isPending}
            defaultValue={mapping.headerRow ?? undefined}
            min={1}
            max={30}
            precision={0}
            changeOnWheel={false}
            onBlur={({ target }) => {
              const headerRow = Number(target.value) || null;
              if (headerRow !== mapping.headerRow) mutate({ ...source, headerRow });
            }}
          />
        </label>
      </Flex>
      {mapping.remembered && <Alert type="info" showIcon title="表头与以前导入过的表格相同，已用上次的对应列" />}
      <ImportColumns mapping={mapping} headers={sheet?.headers ?? []} columns={columns} onChange={setColumns} />
      <Checkbox checked={remember} onChange={({ target }) => setRemember(target.checked)}>
        记住这些对应列，下次同样的表头直接使用
      </Checkbox>
      <SheetPreview sheets={sheets} shown={mapping.sheet ?? undefined} />
      <Button
        type="primary"
        loading={isPending}
        onClick={() => start(() => mutateAsync({ ...source, columns, remember }))}
      >
        开始检查
      </Button>
    </section>
  );
}

function Recognised({ batch }: { batch: ImportDto }) {
  const rows = batch.sheets.map(({ name, rowCount }) => `${name} ${rowCount} 行`).join("、");
  return (
    <Alert
      type="success"
      showIcon
      title={`已识别：${importProfileLabels[batch.mapping.profile]}`}
      description={`${rows}（含表头和说明）。列已自动对应，可以直接检查。`}
    />
  );
}
