import { PrinterOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button, type ButtonProps } from "antd";
import { fetchBlob, postForBlob, saveBlob } from "../lib/api-client";

/** Opens a PDF of the API in a new tab, ready to print. `body` makes it a POST (batch prints). */
export function PrintButton({
  path,
  body,
  onPrinted,
  children = "打印",
  ...button
}: Omit<ButtonProps, "onClick"> & {
  /** API path below /api. */
  path: string;
  body?: object;
  onPrinted?: () => void;
}) {
  const { print, isPending } = usePrint();
  return (
    <Button
      icon={<PrinterOutlined />}
      loading={isPending}
      {...button}
      onClick={() => void print(path, body).then(onPrinted)}
    >
      {children}
    </Button>
  );
}

/** The same for other occasions, e.g. after a payment: `await print(path)`. Call it from a click, or the tab is blocked. */
export function usePrint() {
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: ({ path, body }: { path: string; body?: object }) => (body ? postForBlob(path, body) : fetchBlob(path)),
    // Printing counts: the list of receipts shows how often.
  });

  async function print(path: string, body?: object): Promise<void> {
    // Opened before the reply is there, while the browser still sees the click.
    const tab = window.open("", "_blank");
    try {
      const { blob, fileName = "打印.pdf" } = await mutateAsync({ path, body });
      const url = URL.createObjectURL(blob);
      setTimeout(() => URL.revokeObjectURL(url), 600_000);
      if (tab) {
        tab.location.href = url;
        return;
      }
      saveBlob(blob, fileName);
      void message.info("浏览器拦截了新窗口，文件已改为下载");
    } catch {
      // The mutation's toast has said why.
      tab?.close();
    }
  }
  return { print, isPending };
}
