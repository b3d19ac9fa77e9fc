import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useEffect } from "react";
import "./prints.css";

/**
 * A page that holds nothing but sheets to print, for a route without the shell. `title` becomes the name of the file
 * when the browser saves it as PDF.
 */
export function PrintPage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);

  return (
    <main className="print-page">
      <div className="print-toolbar">
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      {children}
    </main>
  );
}
