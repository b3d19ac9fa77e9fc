import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useEffect } from "react";
import "./print-sheet.css";

/**
 * A page that holds nothing but sheets to print, for a route without the shell. `title` becomes the name of the file
 * when the browser saves it as PDF. `onPrint` is told before the browser prints, e.g. to count the print.
 */
export function PrintPage({
  title,
  onPrint,
  tools,
  children,
}: {
  title: string;
  onPrint?: () => Promise<unknown>;
  /** Beside the button, not printed. */
  tools?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);

  async function print() {
    await onPrint?.();
    window.print();
  }

  return (
    <main className="print-page">
      <div className="print-toolbar">
        {tools}
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => void print()}>
          打印
        </Button>
      </div>
      {children}
    </main>
  );
}
