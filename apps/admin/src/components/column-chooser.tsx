import { SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Flex, Popover, Tooltip } from "antd";
import { useStored } from "../lib/stored";
import { useSession } from "../lib/session";
import type { Column } from "./columns";

/** Which columns this user sees in the list called `name`; remembered in the browser. */
export function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]) {
  const { id } = useSession();
  const initial = columns.filter((column) => !column.hidden).map((column) => column.key);
  const [chosen, choose] = useStored<string[] | null>(`columns.${id}.${name}`, null);
  const keys = chosen ?? initial;
  const visible = columns.filter((column) => column.key === "actions" || keys.includes(column.key));
  return { visible, keys, choose };
}

/** The button with the check boxes. */
export function ColumnChooser<Row>({
  columns,
  keys,
  choose,
}: {
  columns: readonly Column<Row>[];
  keys: readonly string[];
  choose: (keys: string[] | null) => void;
}) {
  const options = columns
    .filter((column) => column.key !== "actions")
    .map(({ key, title }) => ({ value: key, label: title }));
  const content = (
    <Flex vertical gap={8}>
      <Checkbox.Group
        value={[...keys]}
        onChange={(next) => next.length > 0 && choose(next)}
        options={options}
        style={{ display: "grid", gap: 4, maxHeight: 360, overflow: "auto" }}
      />
      <Button size="small" onClick={() => choose(null)}>
        恢复默认
      </Button>
    </Flex>
  );
  return (
    <Popover content={content} title="显示的列" trigger="click" placement="bottomRight">
      <Tooltip title="选择显示的列">
        <Button type="text" icon={<SettingOutlined />} aria-label="选择显示的列" />
      </Tooltip>
    </Popover>
  );
}
