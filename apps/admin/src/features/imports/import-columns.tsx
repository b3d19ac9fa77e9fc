import type { ImportHeaderDto, ImportMappingDto } from "@linli/contracts";
import { Select, Tooltip } from "antd";
import { columnLetters } from "./imports-words";

/** Column (1 for A) by key of the field. */
export type ChosenColumns = Record<string, number>;

/** Which column each field is read from; unsure guesses are marked. */
export function ImportColumns({
  mapping,
  headers,
  columns,
  onChange,
}: {
  mapping: ImportMappingDto;
  headers: readonly ImportHeaderDto[];
  columns: ChosenColumns;
  onChange: (columns: ChosenColumns) => void;
}) {
  const guesses = new Map(mapping.columns.map((column) => [column.key, column]));
  const used = new Set(Object.values(columns));
  const options = headers.map(({ column, text }) => ({ value: column, label: `${columnLetters(column)} ${text}` }));

  function choose(key: string, column: number | undefined) {
    const { [key]: _before, ...others } = columns;
    onChange(column === undefined ? others : { ...others, [key]: column });
  }

  return (
    <div className="import-columns" role="group" aria-label="对应列">
      {mapping.fields.map(({ key, label, required, note }) => {
        const chosen = columns[key];
        const guess = guesses.get(key);
        const isUnsure = guess !== undefined && guess.column === chosen && guess.confidence < 0.8;
        const isMissing = required && chosen === undefined;
        return (
          <label key={key} className="import-column">
            <Tooltip title={note}>
              <span>
                {required && <b className="negative">* </b>}
                {label}
              </span>
            </Tooltip>
            <Select
              aria-label={label}
              allowClear
              showSearch={{ optionFilterProp: "label" }}
              placeholder="不导入"
              status={isMissing ? "error" : isUnsure ? "warning" : undefined}
              value={chosen}
              options={options.map((option) => ({
                ...option,
                disabled: used.has(option.value) && option.value !== chosen,
              }))}
              onChange={(column: number | undefined) => choose(key, column)}
            />
            {isMissing && <small className="negative">必须选列</small>}
            {isUnsure && <small className="import-unsure">请核对</small>}
          </label>
        );
      })}
    </div>
  );
}
