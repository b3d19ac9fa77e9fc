import type { InspectionItemDto, SaveItemDto } from "@linli/contracts";
import { inspectionResultLabels } from "@linli/contracts/enums";
import { Button, Input, Segmented, Typography } from "antd";
import { optionsOf } from "../../../lib/labels";

/** The items by part of the room; a result is one tap, a part that is all good one button. */
export function RecordItems({
  items,
  onChange,
}: {
  items: readonly InspectionItemDto[];
  onChange: (item: SaveItemDto) => void;
}) {
  const groups = [...new Set(items.map(({ group }) => group))];
  return groups.map((group) => (
    <section key={group} aria-label={group} className="inspection-group">
      <Typography.Title level={2} className="section-title">
        {group}
      </Typography.Title>
      {items
        .filter((item) => item.group === group)
        .map((item) => (
          <Item key={item.no} item={item} onChange={onChange} />
        ))}
    </section>
  ));
}

function Item({ item, onChange }: { item: InspectionItemDto; onChange: (item: SaveItemDto) => void }) {
  const { no, name, standard, result, remark } = item;
  const label = `${item.group} ${name}`;
  return (
    <div className="inspection-item">
      <div className="inspection-item-words">
        <strong>
          {no}. {name}
        </strong>
        {standard && <span className="unsaved-hint">{standard}</span>}
      </div>
      <Segmented
        className={`inspection-${result?.toLowerCase() ?? "open"}`}
        aria-label={`${label} 结果`}
        name={`result-${no}`}
        value={result ?? ""}
        options={optionsOf(inspectionResultLabels)}
        onChange={(value) => onChange({ no, result: value as SaveItemDto["result"], remark })}
      />
      <Input
        aria-label={`${label} 说明`}
        placeholder="说明"
        maxLength={200}
        value={remark ?? ""}
        onChange={({ target }) => onChange({ no, result, remark: target.value })}
      />
      {result && (
        <Button type="link" size="small" onClick={() => onChange({ no, result: null, remark })}>
          清除
        </Button>
      )}
    </div>
  );
}
