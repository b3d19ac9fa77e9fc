import { App, Button, type ButtonProps } from "antd";
import type { ReactNode } from "react";

/** A button that asks before it acts; for what cannot be undone. Errors are shown as toasts by the mutation. */
export function ConfirmButton({
  title,
  content,
  okText = "确定",
  onConfirm,
  ...button
}: Omit<ButtonProps, "title" | "content" | "onClick"> & {
  title: string;
  content?: ReactNode;
  okText?: string;
  onConfirm: () => Promise<unknown>;
}) {
  const { modal } = App.useApp();
  return (
    <Button
      {...button}
      onClick={() =>
        modal.confirm({
          title,
          content,
          okText,
          cancelText: "取消",
          okButtonProps: { danger: button.danger },
          // The dialog closes either way; the toast says why it did not work.
          onOk: () => onConfirm().catch(() => undefined),
        })
      }
    />
  );
}
