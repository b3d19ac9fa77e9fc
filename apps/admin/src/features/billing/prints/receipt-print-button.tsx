import { DownOutlined } from "@ant-design/icons";
import { type ReceiptLayout, receiptLayoutLabels } from "@linli/contracts/enums";
import { Button, type ButtonProps, Dropdown, Space } from "antd";
import { PrintButton, usePrint } from "../../../components/print-button";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { receiptPdfPath } from "../collection.queries";

/** Prints a receipt in the layout of its book; another one is chosen beside the button. */
export function ReceiptPrintButton({
  receiptId,
  children,
  ...button
}: Omit<ButtonProps, "onClick"> & { receiptId: string }) {
  const projectId = useProjectId();
  const { print, isPending } = usePrint();
  const choose = (layout: ReceiptLayout) => void print(receiptPdfPath(projectId, receiptId, layout), {});
  return (
    <Space.Compact>
      <PrintButton path={receiptPdfPath(projectId, receiptId)} body={{}} {...button}>
        {children}
      </PrintButton>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: optionsOf(receiptLayoutLabels).map(({ value, label }) => ({ key: value, label })),
          onClick: ({ key }) => choose(key as ReceiptLayout),
        }}
      >
        <Button
          {...button}
          autoFocus={false}
          icon={<DownOutlined />}
          loading={isPending}
          aria-label="选择打印版式"
          title="选择打印版式"
        />
      </Dropdown>
    </Space.Compact>
  );
}
