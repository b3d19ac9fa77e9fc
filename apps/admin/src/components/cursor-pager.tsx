import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Flex, Select } from "antd";

/** Pages of a list without a total: back and forth. */
export function CursorPager({
  cursor,
  pageSize,
  setPageSize,
}: {
  cursor: { next?: () => void; previous?: () => void };
  pageSize: number;
  setPageSize: (pageSize: number) => void;
}) {
  return (
    <Flex justify="end" gap={8} align="center" className="cursor-pager">
      <Button icon={<LeftOutlined />} disabled={!cursor.previous} onClick={cursor.previous}>
        上一页
      </Button>
      <Button icon={<RightOutlined />} iconPlacement="end" disabled={!cursor.next} onClick={cursor.next}>
        下一页
      </Button>
      <Select
        aria-label="每页行数"
        value={pageSize}
        onChange={setPageSize}
        options={[20, 50, 100, 200].map((size) => ({ value: size, label: `${size} 条/页` }))}
      />
    </Flex>
  );
}
